"""The newest generation, for a server that runs while others reindex. Knows nothing of queries."""

import logging
import threading
import time
from pathlib import Path

from index.columns import DamagedSegment
from index.errors import IndexFault
from index.generations import pointer_state
from index.snapshot import Snapshot, open_snapshot

# Seconds between looks at the files of the open generation, 2 us each.
LOOK_S = 0.02

logger = logging.getLogger(__name__)


class LiveIndex:
    """Holds the newest snapshot of an index folder. May be used by many threads at once."""

    def __init__(self, index_dir: Path) -> None:
        self.index_dir = index_dir
        self._lock = threading.Lock()
        self._seen: tuple[int, int, int] | None = None
        self._snapshot: Snapshot | None = None
        self._damaged: frozenset[Path] = frozenset()
        self._next_look = 0.0

    def snapshot(self) -> Snapshot:
        """The newest snapshot that can be opened; costs a stat call while nothing changes.

        If a new one cannot be opened, the old one goes on, and the log says so once; but one whose
        files others wrote to is opened anew, and checked. Raises as `open_snapshot` while there is
        none that can be read.
        """
        held, state = self._snapshot, pointer_state(self.index_dir)
        if held is not None and state == self._seen and self._is_safe(held):
            return held
        with self._lock:
            return self._renew()

    def _is_safe(self, held: Snapshot) -> bool:
        """Whether the files that are mapped are whole; looked at now and then."""
        now = time.monotonic()
        if now < self._next_look:
            return True
        if not held.is_as_opened():
            return False
        self._next_look = now + LOOK_S
        return True

    def distrust(self, snapshot: Snapshot, damage: DamagedSegment) -> Snapshot:
        """Leave a snapshot of which a file turned out damaged in use for a sound one before it.

        Raises DamagedIndex, which names the command to run, if there is none.
        """
        with self._lock:
            if self._snapshot is not snapshot:
                return self._renew()
            self._damaged |= {damage.path}
            sound = open_snapshot(self.index_dir, reuse=snapshot, damaged=self._damaged)
            logger.error("%s", sound.warning)
            self._snapshot = sound
            return sound

    def let_go(self) -> None:
        """Close the snapshot; the next who asks opens the newest."""
        with self._lock:
            self._snapshot = self._seen = None

    def _renew(self) -> Snapshot:
        state = pointer_state(self.index_dir)
        if self._snapshot is not None and not self._snapshot.is_as_opened():
            self._snapshot = None
        if self._snapshot is not None and state == self._seen:
            return self._snapshot
        try:
            self._snapshot = open_snapshot(
                self.index_dir, reuse=self._snapshot, damaged=self._damaged
            )
            if self._snapshot.warning:
                logger.warning("%s", self._snapshot.warning)
        except (IndexFault, OSError) as error:
            if self._snapshot is None:
                raise
            logger.error(  # noqa: TRY400 - an operator's error: its text says all
                "Generation %d is served on: %s", self._snapshot.generation, error
            )
        self._seen = state
        return self._snapshot
