"""What a report's numbers came from: version, engine, assets, archive, checks. The same input gives the same values."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from mt_audit import __version__
from mt_audit.checks.base import Check
from mt_audit.engine.kit import Kit

ASSETS = Path(__file__).parent / "engine" / "assets"


@lru_cache(maxsize=1)
def assets_digest() -> str:
    """Short digest of the shipped assets: names and sizes of all files (contents are fixed at release)."""
    digest = hashlib.sha256()
    for path in sorted(ASSETS.rglob("*")):
        if path.is_file():
            digest.update(f"{path.relative_to(ASSETS).as_posix()}:{path.stat().st_size}\n".encode())
    return digest.hexdigest()[:16]


def provenance(archive: str, kit: Kit, checks: Sequence[Check]) -> Mapping[str, str]:
    """Signed settings of one audit, as plain strings. ``archive``: its location and digest, "" for none."""
    listed = hashlib.sha256(",".join(check.id for check in checks).encode()).hexdigest()[:16]
    return {
        "version": __version__,
        "settings": f"checks:{len(checks)}:{listed}",
        "encoder": kit.encoder.signature,
        "archive": archive,
        "assets": assets_digest(),
    }
