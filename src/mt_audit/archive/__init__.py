"""The archive of originals: a plain folder or file as it lies, or a LanceDB store that grows and is shared."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from mt_audit.archive.record import Record
from mt_audit.errors import ArchiveError

if TYPE_CHECKING:
    from mt_audit.archive.index import Index
    from mt_audit.engine.kit import Kit

__all__ = ["Archive", "Record", "is_store", "open_archive"]

TABLE = "articles"


class Archive(Protocol):
    """Articles that can be searched."""

    location: str

    @property
    def digest(self) -> str:
        """Twelve hex digits that change with the content."""

    def index(self, kit: Kit) -> Index:
        """The search index; made first where there is none."""

    def records(self, rows: Sequence[int]) -> list[Record]:
        """The articles in ``rows`` of the index, in that order."""

    def __len__(self) -> int: ...


def is_store(location: str | Path) -> bool:
    """Whether ``location`` is an archive made by ``archive build``: an address, or a folder with a table in it."""
    return "://" in str(location) or (Path(location) / f"{TABLE}.lance").is_dir()


def open_archive(location: str | Path) -> Archive:
    """Open an archive: a folder or URI made by ``archive build``, a folder of articles, or a JSONL, CSV, … file.

    Raises ArchiveError when there is nothing there.
    """
    if is_store(location):
        from mt_audit.archive.store import Store

        store: Archive = Store.open(str(location))
        return store
    path = Path(location)
    if not path.exists():
        raise ArchiveError(f"The archive {path} does not exist.", "Give a folder of originals or a JSONL file.")
    from mt_audit.archive.plain import PlainArchive

    return PlainArchive(path)
