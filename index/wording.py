"""What the commands of this room say, in English: reports, states and verdicts as lines of text.

Names of files come from outside, so everything that goes to a terminal is made printable.
"""

from collections.abc import Container, Iterator, Sequence

from corpus import printable
from index.errors import IndexBusy
from index.generations import Manifest, Unreadable
from index.status import Drift, Status
from index.updating import Report
from index.verify import Differences, Verdict

SHOWN = 20  # names of each kind that a verdict lists; --json has them all
_UNITS = ("bytes", "KB", "MB", "GB", "TB")


def count(number: int, noun: str) -> str:
    """A number with its noun.

    >>> count(1, "letter"), count(1200, "letter")
    ('1 letter', '1,200 letters')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def size(number: int) -> str:
    """A number of bytes in the unit that suits it.

    >>> size(999), size(1_500), size(93_334_692)
    ('999 bytes', '1.5 KB', '93.3 MB')
    """
    value, unit = float(number), 0
    while value >= 1000 and unit < len(_UNITS) - 1:
        value, unit = value / 1000, unit + 1
    return f"{value:,.1f} {_UNITS[unit]}" if unit else f"{number} bytes"


def report_lines(report: Report) -> Iterator[str]:
    """What a run did, in a line or two."""
    if report.warning:
        yield f"{printable(report.warning)} The generation before it was brought up to date."
    if report.why:
        yield f"{printable(report.why)} Every letter is read anew."
    yield _forecast(report) if report.dry_run else _outcome(report)


def fault_line(fault: Exception) -> str:
    """What is in the way of an update that will be tried again."""
    if isinstance(fault, IndexBusy):
        return f"Waiting until the process {fault.pid} has done with the index."
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
        yield f"{count(len(letters), 'file')} could not be read:"
    for fault in letters:
        more = " (taken out of the index)" if fault.source in taken_out else ""
        yield f"  {printable(fault.source)}: {printable(fault.text)}{more}"
    if wrong:
        yield "Not everything in letters.toml counts:"
    yield from (f"  {printable(fault.source)}: {printable(fault.text)}" for fault in wrong)


def status_lines(status: Status) -> Iterator[str]:
    """The state of an index, a line for each thing to know."""
    manifest = status.snapshot.manifest
    languages = ", ".join(f"{n:,} {language}" for language, n in status.languages.items())
    segments = count(len(manifest.segments), "segment")
    rows = [
        ("Letters", f"{manifest.letters:,}" + (f": {languages}" if languages else "")),
        ("Folder", printable(manifest.folder)),
        ("", _drift(status.drift)),
        ("Index", printable(str(status.index_dir))),
        ("Generation", f"{manifest.number}, made {when(manifest)}"),
        ("Size", f"{size(status.bytes)} in {segments}"),
        ("Kept", _kept(status)),
        ("Words", manifest.stamp.segmenter + (" with words of your own" if manifest.words else "")),
    ]
    yield from (f"{label:<12}{value}" for label, value in rows)
    yield from unreadable_lines(manifest.unreadable)
    if status.snapshot.warning:
        yield printable(status.snapshot.warning)


def verdict_lines(verdict: Verdict) -> Iterator[str]:
    """What a check found, and which command mends it."""
    yield from map(printable, verdict.faults)
    if verdict.differences is None:
        return
    yield (
        f"Generation {verdict.generation} is sound: {count(verdict.letters, 'letter')}, "
        f"{size(verdict.bytes)}, every checksum fits."
    )
    if verdict.differences:
        yield from _differences(verdict.differences)
        yield "The folder has changed since. Bring the index up to date: letters reindex"
    else:
        yield f"It agrees with every file in {printable(verdict.folder)}."


def rollback_lines(manifest: Manifest) -> Iterator[str]:
    """The generation that is live again."""
    letters = count(manifest.letters, "letter")
    yield f"Back to generation {manifest.number}, made {when(manifest)}, with {letters}."


def when(manifest: Manifest) -> str:
    """The time at which a generation was made, to the minute."""
    return f"{manifest.created[:16].replace('T', ' ')} UTC"


def _outcome(report: Report) -> str:
    took = f"in {report.seconds:.1f} s"
    counts = report.counts
    letters = count(report.letters, "letter")
    if report.full:
        return (
            f"Indexed {letters} from {printable(str(report.folder))} {took}: "
            f"generation {report.generation}."
        )
    if not (counts.added or counts.changed or counts.removed):
        return f"Nothing has changed: {letters}, generation {report.generation}."
    return (
        f"{count(counts.added, 'letter')} added, {counts.changed:,} changed, "
        f"{counts.removed:,} removed {took}: {letters}, generation {report.generation}."
    )


def _forecast(report: Report) -> str:
    counts = report.counts
    if not (report.full or counts.added or counts.changed or counts.removed):
        return f"Nothing would be done: {count(report.letters, 'letter')} are up to date."
    more = " All would be read anew." if report.full and report.letters else ""
    return (
        f"{count(counts.added, 'letter')} would be added, {counts.changed:,} changed, "
        f"{counts.removed:,} removed; {counts.unchanged:,} are up to date.{more} Nothing was done."
    )


def _drift(drift: Drift | None) -> str:
    if drift is None:
        return "cannot be listed now"
    if not (drift.new or drift.changed or drift.gone):
        return "not changed since"
    return (
        f"changed since: {drift.new:,} new, {drift.changed:,} changed, {drift.gone:,} gone. "
        "Run: letters reindex"
    )


def _kept(status: Status) -> str:
    numbers = ", ".join(map(str, status.kept))
    return f"{count(len(status.kept), 'generation')} ({numbers}), {size(status.disk_bytes)} on disk"


def _differences(differences: Differences) -> Iterator[str]:
    for label, sources in (
        ("New", differences.new),
        ("Changed", differences.changed),
        ("Gone", differences.gone),
    ):
        yield from (f"{label}: {printable(source)}" for source in sources[:SHOWN])
        if len(sources) > SHOWN:
            yield f"{label}: {len(sources) - SHOWN:,} more"
