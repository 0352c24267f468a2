"""Where things that can be made again are kept: search indexes of plain archives, answers of news services."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache_folder(name: str) -> Path | None:
    """The folder ``name`` in the user's cache, made if need be; None where nothing can be written.

    ``MT_AUDIT_CACHE`` names another place; ``MT_AUDIT_CACHE=off`` keeps nothing.
    """
    chosen = os.environ.get("MT_AUDIT_CACHE", "")
    if chosen.lower() in ("off", "none", "0"):
        return None
    try:
        folder = (Path(chosen) if chosen else _user_cache() / "mt-audit") / name
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return None
    return folder if os.access(folder, os.W_OK) else None


def _user_cache() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
