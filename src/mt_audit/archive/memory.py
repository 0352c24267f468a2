"""Records in memory as an archive."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from mt_audit.archive.index import Index
from mt_audit.archive.record import Record, document_vectors
from mt_audit.archive.terms import OriginalTerms, pack

if TYPE_CHECKING:
    from mt_audit.engine.kit import Kit


def build_index(records: list[Record], kit: Kit) -> Index:
    """Index of ``records``, in their order."""
    reader = OriginalTerms(kit.lexicon)
    terms = pack(reader.of(f"{record.title}\n{record.text}", record.lang) for record in records)
    return Index.build(*terms, document_vectors(records, kit))


class MemoryArchive:
    """A list of records; the index is made on first use and kept as long as the archive."""

    def __init__(self, records: Iterable[Record], location: str = "memory") -> None:
        self.location = location
        self._records = list(records)
        self._index: Index | None = None

    @cached_property
    def digest(self) -> str:
        """Twelve hex digits of the content."""
        return hashlib.sha256("".join(sorted(r.key for r in self._records)).encode()).hexdigest()[:12]

    def index(self, kit: Kit) -> Index:
        """The index."""
        if self._index is None:
            self._index = build_index(self._records, kit)
        return self._index

    def records(self, rows: Sequence[int]) -> list[Record]:
        """The articles in ``rows`` of the index, in that order."""
        return [self._records[row] for row in rows]

    def __len__(self) -> int:
        return len(self._records)
