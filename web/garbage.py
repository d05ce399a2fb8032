"""Python's garbage collector, put off while there is nothing for it to find.

Importing makes no garbage, and a search from the shell ends before memory matters; but looking
through all that is loaded takes a fifth of a start. Knows nothing of what runs meanwhile.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def put_off() -> Iterator[None]:
    """Collect no garbage until the end, whatever it is; also for a whole function."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
