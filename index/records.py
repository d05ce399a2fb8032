"""What the commands of this room print with `--json`. Knows the published names, no terminals."""

from dataclasses import asdict
from typing import Any

from index.generations import Manifest, Unreadable
from index.status import Status
from index.updating import Report
from index.verify import Verdict

Record = dict[str, Any]  # JSON


def of_report(report: Report) -> Record:
    """What a run of reindex did."""
    return {
        "folder": str(report.folder),
        "generation": report.generation,
        "letters": report.letters,
        **asdict(report.counts),
        "unreadable": [_unreadable(fault) for fault in report.unreadable],
        "taken_out": list(report.taken_out),
        "full": report.full,
        "why": report.why,
        "warning": report.warning,
        "dry_run": report.dry_run,
        "seconds": round(report.seconds, 3),
    }


def of_fault(fault: Exception) -> Record:
    """What was in the way of an update."""
    return {"error": str(fault)}


def of_status(status: Status) -> Record:
    """The state of an index."""
    manifest = status.snapshot.manifest
    return {
        "folder": manifest.folder,
        "index": str(status.index_dir),
        "generation": manifest.number,
        "created": manifest.created,
        "letters": manifest.letters,
        "languages": status.languages,
        "segments": len(manifest.segments),
        "bytes": status.bytes,
        "disk_bytes": status.disk_bytes,
        "kept": list(status.kept),
        "segmenter": manifest.stamp.segmenter,
        "own_words": manifest.words is not None,
        "folder_changes": asdict(status.drift) if status.drift else None,
        "unreadable": [_unreadable(fault) for fault in manifest.unreadable],
        "warning": status.snapshot.warning,
    }


def of_verdict(verdict: Verdict) -> Record:
    """What a check found."""
    return {
        "sound": not verdict.faults,
        "up_to_date": None if verdict.differences is None else not verdict.differences,
        "generation": verdict.generation,
        "letters": verdict.letters,
        "bytes": verdict.bytes,
        "faults": list(verdict.faults),
        "differences": asdict(verdict.differences) if verdict.differences is not None else None,
    }


def of_manifest(manifest: Manifest) -> Record:
    """A generation in short."""
    return {
        "generation": manifest.number,
        "created": manifest.created,
        "letters": manifest.letters,
        "folder": manifest.folder,
    }


def _unreadable(fault: Unreadable) -> Record:
    return {"source": fault.source, "reason": fault.reason, "text": fault.in_both}
