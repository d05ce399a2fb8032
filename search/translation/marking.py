"""What translated words mark in a letter. Knows nothing of what finds letters."""

from collections.abc import Callable, Iterator, Sequence

from index.analysis import is_unspaced
from search.snippets import Bond, Needle, Slot
from search.translation.stems import stem_of
from search.tree import FieldName


def needles_for(
    texts: Sequence[str],
    forms_of: Callable[[str], tuple[str, ...]],
    weight_of: Callable[[str], float],
    field: FieldName | None = None,
) -> Iterator[Needle]:
    """A needle a rendering, with the weight of its rarest term."""
    for text in texts:
        if is_unspaced(text):
            pairs = [text[i : i + 2] for i in range(len(text) - 1)] or [text]
            slots = tuple(Slot((character,), offset) for offset, character in enumerate(text))
            bond = Bond.RUN if len(text) > 1 else Bond.PHRASE
            yield Needle(slots=slots, weight=max(map(weight_of, pairs)), bond=bond, field=field)
            continue
        words = text.split()
        slots = tuple(
            Slot(tuple(dict.fromkeys((word, *forms_of(stem_of(word))))), offset)
            for offset, word in enumerate(words)
        )
        weight = max(weight_of(stem_of(word)) for word in words)
        yield Needle(slots=slots, weight=weight, field=field)
