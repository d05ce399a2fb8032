"""Names for initiatives within the address of their letter: `initiative-3`, `initiative-4-1`.

The first initiative of a number has the plain name that links from elsewhere can rely on.
"""

from collections.abc import Sequence

from corpus import Initiative


def name_initiatives(initiatives: Sequence[Initiative]) -> tuple[str, ...]:
    """One anchor for each initiative, in order, all of them different.

    A nested initiative carries the numbers of those above it. Where numbers repeat, the second has
    `~2` at its end. One without a number is called by its place: `initiative-n5`.
    """
    labels = label_initiatives(initiatives)
    names = [f"initiative-{label.replace('.', '-')}" for label in labels]
    if len(set(names)) == len(names):
        return tuple(names)
    seen: dict[str, int] = {}
    for i, name in enumerate(names):
        seen[name] = times = seen.get(name, 0) + 1
        names[i] = name if times == 1 else f"{name}~{times}"
    return tuple(names)


def number_shown(label: str) -> str:
    """A label as readers see it, empty for an initiative without a number of its own.

    >>> number_shown("4.1"), number_shown("4.n7")
    ('4.1', '')
    """
    return "" if label.rpartition(".")[2].startswith("n") else label


def label_initiatives(initiatives: Sequence[Initiative]) -> tuple[str, ...]:
    """The numbers that lead to each initiative, joined by dots: `4.1`; `n5` where there is none."""
    labels: list[str] = []
    above: list[str] = []
    for ordinal, initiative in enumerate(initiatives, start=1):
        own = f"n{ordinal}" if initiative.number is None else str(initiative.number)
        if initiative.level <= 1:
            above = [own]
            labels.append(own)
        else:
            above = [*above[: initiative.level - 1], own]
            labels.append(".".join(above))
    return tuple(labels)
