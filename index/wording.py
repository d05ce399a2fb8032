"""What the commands of this room say: reports, states and verdicts as lines of text.

Names of files come from outside, so everything that goes to a terminal is made printable.
"""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import Final

from corpus import Wording, columns, gettext, in_one_language, label, ngettext, pgettext, printable
from index.errors import IndexBusy
from index.generations import Manifest, Unreadable
from index.status import Drift, Status
from index.updating import Report
from index.verify import Differences, Verdict

SHOWN = 20  # names of each kind that a verdict lists; --json has them all
_LABELS = 12  # columns
_UNITS = ("bytes", "KB", "MB", "GB", "TB")
_NOUNS: Final[Mapping[str, Callable[[int], str]]] = {
    "letter": lambda number: ngettext("letter", "letters", number),
    "segment": lambda number: ngettext("segment", "segments", number),
    "generation": lambda number: ngettext("generation", "generations", number),
}


def count(number: int, noun: str) -> str:
    """A number with its noun.

    >>> count(1, "letter"), count(1200, "letter")
    ('1 letter', '1,200 letters')
    """
    return f"{number:,} {_NOUNS[noun](number)}"


def size(number: int) -> str:
    """A number of bytes in the unit that suits it.

    >>> size(999), size(1_500), size(93_334_692)
    ('999 bytes', '1.5 KB', '93.3 MB')
    """
    value, unit = float(number), 0
    while value >= 1000 and unit < len(_UNITS) - 1:
        value, unit = value / 1000, unit + 1
    return f"{value:,.1f} {_UNITS[unit]}" if unit else gettext("%(num)s bytes", num=number)


def report_lines(report: Report) -> Iterator[str]:
    """What a run did, in a line or two."""
    if report.warning:
        warning = printable(report.warning)
        yield gettext("%(why)s The generation before it was brought up to date.", why=warning)
    if report.why:
        yield gettext("%(why)s Every letter is read anew.", why=printable(report.why))
    yield _forecast(report) if report.dry_run else _outcome(report)


def fault_line(fault: Exception) -> str:
    """What is in the way of an update that will be tried again."""
    if isinstance(fault, IndexBusy):
        return gettext("Waiting until the process %(pid)s has done with the index.", pid=fault.pid)
    return printable(str(fault))


def unreadable_lines(
    unreadable: Sequence[Unreadable], taken_out: Container[str] = ()
) -> Iterator[str]:
    """Each file that could not be read, with its reason; `taken_out` as in a report.

    Then what in a letters.toml does not count.
    """
    letters = [fault for fault in unreadable if fault.is_lost]
    wrong = [fault for fault in unreadable if not fault.is_lost]
    if letters:
        yield ngettext(
            "%(num)s file could not be read:", "%(num)s files could not be read:", len(letters)
        )
    for fault in letters:
        more = gettext(" (taken out of the index)") if fault.source in taken_out else ""
        yield _reason(fault) + more
    if wrong:
        yield gettext("Not everything in letters.toml counts:")
    yield from map(_reason, wrong)


def status_lines(status: Status) -> Iterator[str]:
    """The state of an index, a line for each thing to know."""
    manifest = status.snapshot.manifest
    rows = [
        (pgettext("in the index", "Letters"), _letters(status)),
        (gettext("Folder"), printable(manifest.folder)),
        ("", _drift(status.drift)),
        (gettext("Index"), printable(str(status.index_dir))),
        (gettext("Generation"), _made(manifest)),
        (gettext("Size"), _size(status)),
        (gettext("Kept"), _kept(status)),
        (gettext("Words"), _words(manifest)),
    ]
    yield from (name + " " * (_LABELS - columns(name)) + value for name, value in rows)
    yield from unreadable_lines(manifest.unreadable)
    if status.snapshot.warning:
        yield printable(status.snapshot.warning)


def verdict_lines(verdict: Verdict) -> Iterator[str]:
    """What a check found, and which command mends it."""
    yield from map(printable, verdict.faults)
    if verdict.differences is None:
        return
    yield gettext(
        "Generation %(number)s is sound: %(letters)s, %(size)s, every checksum fits.",
        number=verdict.generation,
        letters=count(verdict.letters, "letter"),
        size=size(verdict.bytes),
    )
    if verdict.differences:
        yield from _differences(verdict.differences)
        yield gettext("The folder has changed since. Bring the index up to date: letters reindex")
    else:
        folder = printable(verdict.folder)
        yield gettext("It agrees with every file in %(folder)s.", folder=folder)


def rollback_lines(manifest: Manifest) -> Iterator[str]:
    """The generation that is live again."""
    yield gettext(
        "Back to generation %(number)s, made %(time)s, with %(letters)s.",
        number=manifest.number,
        time=when(manifest),
        letters=count(manifest.letters, "letter"),
    )


def when(manifest: Manifest) -> str:
    """The time at which a generation was made, to the minute."""
    return f"{manifest.created[:16].replace('T', ' ')} UTC"


def _reason(fault: Unreadable) -> str:
    wording = in_one_language(Wording(fault.text, fault.chinese or fault.text))
    return gettext("  %(file)s: %(why)s", file=printable(fault.source), why=printable(wording))


def _letters(status: Status) -> str:
    each = gettext(", ").join(f"{n:,} {label(code)}" for code, n in status.languages.items())
    total = f"{status.snapshot.manifest.letters:,}"
    return gettext("%(total)s: %(each)s", total=total, each=each) if each else total


def _made(manifest: Manifest) -> str:
    return gettext("%(number)s, made %(time)s", number=manifest.number, time=when(manifest))


def _size(status: Status) -> str:
    segments = count(len(status.snapshot.manifest.segments), "segment")
    return gettext("%(size)s in %(segments)s", size=size(status.bytes), segments=segments)


def _words(manifest: Manifest) -> str:
    more = gettext(" with words of your own") if manifest.words else ""
    return manifest.stamp.segmenter + more


def _outcome(report: Report) -> str:
    counts = report.counts
    values = {"letters": count(report.letters, "letter"), "generation": report.generation}
    seconds = f"{report.seconds:.1f}"
    if report.full:
        return gettext(
            "Indexed %(letters)s from %(folder)s in %(seconds)s s: generation %(generation)s.",
            folder=printable(str(report.folder)),
            seconds=seconds,
            **values,
        )
    if not (counts.added or counts.changed or counts.removed):
        return gettext("Nothing has changed: %(letters)s, generation %(generation)s.", **values)
    return gettext(
        "%(added)s added, %(changed)s changed, %(removed)s removed in %(seconds)s s: %(letters)s, "
        "generation %(generation)s.",
        added=count(counts.added, "letter"),
        changed=f"{counts.changed:,}",
        removed=f"{counts.removed:,}",
        seconds=seconds,
        **values,
    )


def _forecast(report: Report) -> str:
    counts = report.counts
    if not (report.full or counts.added or counts.changed or counts.removed):
        letters = count(report.letters, "letter")
        return gettext("Nothing would be done: %(letters)s are up to date.", letters=letters)
    more = gettext(" All would be read anew.") if report.full and report.letters else ""
    return gettext(
        "%(added)s would be added, %(changed)s changed, %(removed)s removed; %(unchanged)s are up "
        "to date.%(more)s Nothing was done.",
        added=count(counts.added, "letter"),
        changed=f"{counts.changed:,}",
        removed=f"{counts.removed:,}",
        unchanged=f"{counts.unchanged:,}",
        more=more,
    )


def _drift(drift: Drift | None) -> str:
    if drift is None:
        return gettext("cannot be listed now")
    if not (drift.new or drift.changed or drift.gone):
        return gettext("not changed since")
    return gettext(
        "changed since: %(new)s new, %(changed)s changed, %(gone)s gone. Run: letters reindex",
        new=f"{drift.new:,}",
        changed=f"{drift.changed:,}",
        gone=f"{drift.gone:,}",
    )


def _kept(status: Status) -> str:
    return gettext(
        "%(generations)s (%(numbers)s), %(size)s on disk",
        generations=count(len(status.kept), "generation"),
        numbers=gettext(", ").join(map(str, status.kept)),
        size=size(status.disk_bytes),
    )


def _differences(differences: Differences) -> Iterator[str]:
    for heading, sources in (
        (gettext("New: %(file)s"), differences.new),
        (gettext("Changed: %(file)s"), differences.changed),
        (gettext("Gone: %(file)s"), differences.gone),
    ):
        yield from (heading % {"file": printable(source)} for source in sources[:SHOWN])
        if len(sources) > SHOWN:
            more = f"{len(sources) - SHOWN:,}"
            yield heading % {"file": gettext("%(more)s more", more=more)}
