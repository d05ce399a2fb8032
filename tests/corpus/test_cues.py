"""What the words of a cue leave out has nothing that its pattern would find."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.structure import body, chrome, kinds, numbering, organisations
from corpus.structure.cues import Cue

CUES: dict[str, Cue] = {
    "breadcrumb": chrome.BREADCRUMB,
    "counter": chrome.COUNTER,
    "copyright": chrome.COPYRIGHT,
    "signed by": body.SIGNED_BY,
    "contact": organisations.CONTACT,
    "asking": kinds.ASKING,
    **{str(kind): cue for kind, cue in kinds.KIND_WORDS},
}


@pytest.mark.parametrize("cue", CUES.values(), ids=CUES.keys())
@settings(max_examples=60)
@given(data=st.data())
def test_all_that_a_pattern_finds_has_one_of_the_words_of_its_cue(
    cue: Cue, data: st.DataObject
) -> None:
    line = data.draw(st.from_regex(cue.pattern))

    assert cue.is_in(line)


@pytest.mark.parametrize("cue", CUES.values(), ids=CUES.keys())
def test_a_line_without_the_words_is_no_match(cue: Cue) -> None:
    assert not cue.is_in("各位同仁，请大家做好防护。All of us stand together.")


@given(st.from_regex(numbering.MARKER))
def test_every_number_at_the_head_of_a_line_is_read(line: str) -> None:
    found = numbering.MARKER.match(line.lstrip(numbering.LEADING))

    assert found is None or numbering.may_begin(line.lstrip(numbering.LEADING), 0)
