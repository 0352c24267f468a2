"""One writer at a time in a local folder; the lock goes with the process, however it ends."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from mt_audit.errors import ArchiveError


def _try(stream: IO[bytes]) -> bool:
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextmanager
def locked(folder: Path | None, seconds: float = 120.0) -> Iterator[None]:
    """Hold the folder's lock; with None (an object store) nothing is locked. ArchiveError after ``seconds``."""
    if folder is None:
        yield
        return
    deadline = time.monotonic() + seconds
    with (folder / ".writing").open("ab") as stream:
        while not _try(stream):
            if time.monotonic() > deadline:
                raise ArchiveError(f"Another process writes to {folder} for {seconds:.0f} seconds now.", "Try again.")
            time.sleep(0.02)
        yield
