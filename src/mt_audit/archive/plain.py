"""A plain folder or file as an archive: read as it lies, with an index in memory or, when it is large, in the cache."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import uuid
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from mt_audit.archive.index import FORMAT, Index
from mt_audit.archive.memory import build_index
from mt_audit.archive.readers import files_of, kind_of, read
from mt_audit.archive.record import Record, Skipped
from mt_audit.cachedir import cache_folder
from mt_audit.errors import ArchiveError

if TYPE_CHECKING:
    from mt_audit.engine.kit import Kit

KEPT_FROM = 20
"""Articles from which on the index is kept on disk: fewer are read and indexed in no time."""


def _short(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class StoredRecords:
    """Records of a cached index, read one by one from a file of JSON lines."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "records.jsonl"
        self._offsets: NDArray[np.int64] = np.load(folder / "offsets.npy", mmap_mode="r", allow_pickle=False)

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __getitem__(self, row: int) -> Record:
        with self._path.open("rb") as stream:
            stream.seek(int(self._offsets[row]))
            line = stream.read(int(self._offsets[row + 1] - self._offsets[row]))
        return Record.from_dict(json.loads(line))

    @staticmethod
    def save(records: list[Record], folder: Path) -> None:
        """Write ``records`` into ``folder``."""
        offsets = [0]
        with (folder / "records.jsonl").open("wb") as stream:
            for record in records:
                offsets.append(offsets[-1] + stream.write((json.dumps(record.as_dict()) + "\n").encode("ascii")))
        np.save(folder / "offsets.npy", np.array(offsets, np.int64), allow_pickle=False)


class PlainArchive:
    """Articles in a folder or file. Nothing is written beside them; they may lie on a read-only disk."""

    def __init__(self, source: Path) -> None:
        self.source = source
        self.location = str(source)
        self.skipped: list[Skipped] = []
        self._records: list[Record] | StoredRecords | None = None
        self._index: Index | None = None
        self._files = files_of(source)
        if source.is_file() and not kind_of(source):
            next(read(source))
        if not self._files:
            raise ArchiveError(
                f"{source} holds no articles (text, HTML, JSONL, CSV, Parquet, WARC or feed files).",
                "Give a folder with articles, a JSONL file or an archive.",
            )

    @cached_property
    def digest(self) -> str:
        """Twelve hex digits that change when a file is added, taken away or written."""
        sums = hashlib.sha256()
        for path in self._files:
            about = path.stat()
            name = path.relative_to(self.source).as_posix() if path != self.source else path.name
            sums.update(f"{name}\0{about.st_size}\0{about.st_mtime_ns}\n".encode())
        return sums.hexdigest()[:12]

    def _read(self) -> Iterator[Record]:
        seen: set[str] = set()
        self.skipped = []
        for item in read(self.source):
            if isinstance(item, Skipped):
                self.skipped.append(item)
            elif item.key in seen:
                self.skipped.append(Skipped(item.id, "the same title and text as an earlier article"))
            else:
                seen.add(item.key)
                yield item

    def _cached(self, kit: Kit) -> Path | None:
        folder = cache_folder("archives")
        if folder is None:
            return None
        made_of = f"{self.digest}\0{kit.encoder.signature}\0{kit.lexicon.signature}\0{FORMAT}"
        return folder / "-".join(_short(text) for text in (str(self.source.resolve()), made_of))

    def index(self, kit: Kit) -> Index:
        """The index, from memory, from the cache, or made now."""
        if self._index is not None:
            return self._index
        cached = self._cached(kit)
        if cached is not None and (cached / "index.json").exists():
            try:
                self._index, self._records = Index.load(cached), StoredRecords(cached)
                return self._index
            except (ArchiveError, OSError, EOFError, ValueError):
                shutil.rmtree(cached, ignore_errors=True)
        records = self._records = list(self._read())
        self._index = build_index(records, kit)
        if cached is not None and len(records) >= KEPT_FROM:
            self._keep(cached, records)
        return self._index

    def _keep(self, folder: Path, records: list[Record]) -> None:
        """Put the index into the cache whole; a full or read-only disk only costs the cache."""
        making = folder.with_name(f".{folder.name}.{uuid.uuid4().hex[:8]}")
        try:
            assert self._index is not None
            self._index.save(making)
            StoredRecords.save(records, making)
            os.rename(making, folder)
            for older in folder.parent.glob(f"{folder.name.partition('-')[0]}-*"):
                if older != folder:
                    shutil.rmtree(older, ignore_errors=True)
        except OSError:
            shutil.rmtree(making, ignore_errors=True)

    def records(self, rows: Sequence[int]) -> list[Record]:
        """The articles in ``rows`` of the index, in that order."""
        if self._records is None:
            raise ValueError("the index has not been made")
        return [self._records[row] for row in rows]

    def __len__(self) -> int:
        if self._records is None:
            self._records = list(self._read())
        return len(self._records)
