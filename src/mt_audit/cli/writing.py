"""Files are written to a temporary name and renamed, so that nothing is ever half written."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from mt_audit.errors import UsageError


def write_whole(path: Path, text: str) -> None:
    """Write ``text`` (UTF-8) to ``path``, making its folder. UsageError when it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
                stream.write(text)
            os.chmod(name, 0o644)
            os.replace(name, path)
        except BaseException:
            os.unlink(name)
            raise
    except OSError as error:
        raise UsageError(f"{path} cannot be written ({error.strerror}).", "Choose another --output.") from error
