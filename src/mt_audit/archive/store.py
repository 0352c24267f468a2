"""The archive that grows: articles in a LanceDB table, in a local folder or on an object store.

The table is the truth: every batch is committed whole or not at all, and an article is known by the hash of its title
and text, so that adding it twice changes nothing. The search index (``index.Index``) is derived from the table's terms
and vectors, kept beside it (or in the user's cache for an object store), and made again when the table has moved on.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from mt_audit.archive import TABLE
from mt_audit.archive.index import FORMAT, Index
from mt_audit.archive.lock import locked
from mt_audit.archive.record import Record, Skipped, document_vectors
from mt_audit.archive.terms import OriginalTerms, pack
from mt_audit.cachedir import cache_folder
from mt_audit.errors import ArchiveError

if TYPE_CHECKING:
    from mt_audit.engine.kit import Kit

BATCH = 1000
"""Articles that are committed together."""
_FIELDS = ("id", "title", "text", "lang", "date", "source", "url", "truncated")
_SIGNATURE = b"mt-audit.encoder"


@dataclass(slots=True)
class Added:
    """What one ``add`` did."""

    new: int = 0
    known: int = 0
    """Articles that were in the archive already, or came twice."""
    skipped: list[Skipped] = field(default_factory=list)


def _lancedb() -> Any:
    os.environ.setdefault("RUST_LOG", "error")
    import lancedb

    return lancedb


class Store:
    """An archive in a LanceDB table. ``folder`` is None when it lies on an object store."""

    def __init__(self, location: str, table: Any) -> None:
        self.location = location
        self.table = table
        self.folder = None if "://" in location else Path(location)
        self._index: Index | None = None
        self._offsets: np.ndarray[Any, np.dtype[np.int64]] | None = None

    @classmethod
    def open(cls, location: str) -> Store:
        """Open an existing archive; ArchiveError when there is none or it cannot be read."""
        try:
            table = _lancedb().connect(location).open_table(TABLE)
        except Exception as error:  # lancedb raises ValueError, RuntimeError and OSError for the same fault
            raise ArchiveError(
                f"The archive {location} cannot be opened: {str(error).splitlines()[0][:200]}",
                "Make one: mt-audit archive build FOLDER SOURCE…",
            ) from error
        return cls(location, table)

    @classmethod
    def create(cls, location: str, kit: Kit) -> Store:
        """Open the archive, made empty first where there is none."""
        import pyarrow as pa

        folder = None if "://" in location else Path(location)
        try:
            if folder is not None:
                folder.mkdir(parents=True, exist_ok=True)
            dim = int(kit.encoder.encode(["."]).shape[1])
            schema = pa.schema(
                [
                    pa.field("key", pa.string(), nullable=False),
                    *(pa.field(name, pa.bool_() if name == "truncated" else pa.string()) for name in _FIELDS),
                    pa.field("vector", pa.list_(pa.float32(), dim)),
                    pa.field("terms", pa.list_(pa.uint32())),
                    pa.field("times", pa.list_(pa.uint8())),
                ],
                metadata={_SIGNATURE: kit.encoder.signature.encode()},
            )
            with locked(folder):
                table = _lancedb().connect(location).create_table(TABLE, schema=schema, exist_ok=True)
        except ArchiveError:
            raise
        except Exception as error:
            raise ArchiveError(
                f"The archive {location} cannot be made: {str(error).splitlines()[0][:200]}",
                "Check the place and its rights.",
            ) from error
        return cls(location, table)

    # ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────

    def __len__(self) -> int:
        return int(self.table.count_rows())

    @property
    def encoder_signature(self) -> str:
        """Signature of the encoder that made the vectors."""
        return str((self.table.schema.metadata or {}).get(_SIGNATURE, b"").decode())

    @cached_property
    def digest(self) -> str:
        """Twelve hex digits of the content: the same articles give the same digest, in whatever order they came."""
        return hashlib.sha256("".join(sorted(self.keys())).encode()).hexdigest()[:12]

    def keys(self) -> set[str]:
        """Content hashes of all articles."""
        return set(self._columns("key")["key"].to_pylist()) if len(self) else set()

    def _columns(self, *names: str) -> Any:
        return self.table.search().select(list(names)).limit(None).to_arrow()

    def records(self, rows: Sequence[int]) -> list[Record]:
        """The articles in ``rows`` of the index, in that order."""
        if self._offsets is None:
            raise ValueError("the index has not been opened")
        order = sorted(set(rows))
        offsets = [int(self._offsets[row]) for row in order]
        found = self.table.take_offsets(offsets).select(list(_FIELDS)).to_arrow().to_pylist() if offsets else []
        by_row = dict(zip(order, map(Record.from_dict, found), strict=True))
        return [by_row[row] for row in rows]

    def check_encoder(self, kit: Kit) -> None:
        """ArchiveError when the vectors were made by another encoder than the kit's."""
        if self.encoder_signature != kit.encoder.signature:
            raise ArchiveError(
                f"The archive {self.location} was made with {self.encoder_signature or 'another encoder'}, "
                f"and {kit.encoder.signature} is in use.",
                f"Make its vectors again: mt-audit archive compact {self.location} --encode",
            )

    # ── the derived index ────────────────────────────────────────────────────────────────────────────────────────

    def _index_home(self) -> Path | None:
        if self.folder is not None and os.access(self.folder, os.W_OK):
            return self.folder / "index"
        home = cache_folder("archives")
        return home / hashlib.sha256(self.location.encode()).hexdigest()[:24] if home else None

    def index(self, kit: Kit) -> Index:
        """The search index of the table as it is now; made when there is none for its version."""
        self.check_encoder(kit)
        self.table.checkout_latest()
        version = int(self.table.version)
        if self._index is not None and self._version == version:
            return self._index
        home = self._index_home()
        place = home / f"{FORMAT}-{version}" if home else None
        if place is not None and (place / "index.json").exists():
            try:
                index = Index.load(place)
                self._offsets = np.load(place / "offsets.npy", mmap_mode="r", allow_pickle=False)
                self._index, self._version = index, version
                return index
            except (ArchiveError, OSError, EOFError, ValueError):
                shutil.rmtree(place, ignore_errors=True)
        index, offsets = self._make_index()
        self._index, self._offsets, self._version = index, offsets, version
        if place is not None and home is not None:
            self._keep(index, offsets, home, place)
        return index

    _version = -1

    def _make_index(self) -> tuple[Index, np.ndarray[Any, np.dtype[np.int64]]]:
        """Read keys, vectors and terms in table order; a key that two writers both put in is taken once.

        One column after the other, so that no more than one of them is in memory twice.
        """
        size = len(self)
        dim = self.table.schema.field("vector").type.list_size
        if not size:
            return Index.build(*pack([]), np.zeros((0, dim), np.float32)), np.zeros(0, np.int64)
        _, first = np.unique(self._columns("key")["key"].to_numpy(), return_index=True)
        rows = np.sort(first).astype(np.int64)
        vectors = np.empty((size, dim), np.float32)
        at = 0
        for chunk in self._stream("vector"):
            vectors[at : at + len(chunk)] = chunk.flatten().to_numpy(zero_copy_only=False).reshape(-1, dim)
            at += len(chunk)
        lengths, terms = self._flat("terms")
        _, times = self._flat("times")
        if len(rows) < size:
            once = np.zeros(size, dtype=bool)
            once[rows] = True
            entries = np.repeat(once, lengths)
            vectors, terms, times, lengths = vectors[rows], terms[entries], times[entries], lengths[rows]
        starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
        return Index.build(starts, terms, times, vectors), rows

    def _flat(self, name: str) -> tuple[Any, Any]:
        """Lengths of the lists of a column, and all their values one after the other."""
        lengths, values = [], []
        for chunk in self._stream(name):
            lengths.append(np.diff(np.asarray(chunk.offsets)))
            values.append(np.array(chunk.flatten()))
        return np.concatenate(lengths), np.concatenate(values)

    def _stream(self, name: str) -> Iterator[Any]:
        """A column in table order, a piece at a time."""
        for batch in self.table.search().select([name]).limit(None).to_batches():
            yield batch[name]

    def _keep(self, index: Index, offsets: np.ndarray[Any, np.dtype[np.int64]], home: Path, place: Path) -> None:
        try:
            home.mkdir(parents=True, exist_ok=True)
            index.save(place, offsets=offsets)
            for old in home.iterdir():
                if old != place and not old.name.startswith("."):
                    shutil.rmtree(old, ignore_errors=True)
        except OSError:
            shutil.rmtree(place, ignore_errors=True)

    # ── writing ──────────────────────────────────────────────────────────────────────────────────────────────────

    def add(
        self, items: Iterable[Record | Skipped], kit: Kit, progress: Callable[[Added], None] = lambda _: None
    ) -> Added:
        """Add what is not there yet, batch by batch: killed half-way, whole batches stay and no part of one."""
        self.check_encoder(kit)
        done = Added()
        reader = OriginalTerms(kit.lexicon)
        known = self.keys()
        for batch in _batches(items, known, done):
            rows = self._rows(batch, reader, kit)
            with locked(self.folder):
                self._commit(rows, known, done)
            progress(done)
        progress(done)
        return done

    def _rows(self, batch: dict[str, Record], reader: OriginalTerms, kit: Kit) -> Any:
        import pyarrow as pa

        records = list(batch.values())
        vectors = document_vectors(records, kit)
        starts, terms, times = pack(reader.of(f"{r.title}\n{r.text}", r.lang) for r in records)
        columns: dict[str, Any] = {"key": pa.array(batch)}
        for name in _FIELDS:
            columns[name] = pa.array([getattr(record, name) for record in records])
        dim = vectors.shape[1]
        columns["vector"] = pa.FixedSizeListArray.from_arrays(pa.array(vectors.ravel()), dim)
        offsets = pa.array(starts.astype(np.int32))
        columns["terms"] = pa.ListArray.from_arrays(offsets, pa.array(terms))
        columns["times"] = pa.ListArray.from_arrays(offsets, pa.array(times))
        return pa.table({name: columns[name] for name in self.table.schema.names}, schema=self.table.schema)

    def _commit(self, rows: Any, known: set[str], done: Added) -> None:
        """Put a batch into the table, without what another writer put there meanwhile."""
        before = int(self.table.version)
        self.table.checkout_latest()
        if int(self.table.version) != before:
            known |= self.keys()
        keys = rows["key"].to_pylist()
        new = [i for i, key in enumerate(keys) if key not in known]
        done.known += len(keys) - len(new)
        if not new:
            return
        fresh = rows if len(new) == len(keys) else rows.take(new)
        if self.folder is not None:
            self.table.add(fresh)
        else:
            # No lock on an object store: the table itself refuses what is there already.
            self.table.merge_insert("key").when_not_matched_insert_all().execute(fresh)
        known.update(keys)
        done.new += len(new)

    def compact(self, kit: Kit | None = None) -> None:
        """Join small files, drop old versions and, with a kit, make the vectors again with its encoder."""
        with locked(self.folder):
            self.table.checkout_latest()
            if kit is not None:
                self._encode_again(kit)
            self.table.optimize(cleanup_older_than=timedelta(hours=1))
        self.__dict__.pop("digest", None)

    def _encode_again(self, kit: Kit) -> None:
        """Write the whole table anew with the kit's vectors; it takes the old one's place in one step."""
        records = [Record.from_dict(row) for row in self._columns(*_FIELDS).to_pylist()]
        other = Store.create(f"{self.location.rstrip('/')}/.encoding", kit) if self.folder else None
        if other is None:
            raise ArchiveError("Vectors on an object store cannot be made again in place.", "Build a new archive.")
        try:
            other.add(records, kit)
            everything = other.table.to_arrow()
            self.table = _lancedb().connect(self.location).create_table(TABLE, everything, mode="overwrite")
        finally:
            shutil.rmtree(f"{self.location.rstrip('/')}/.encoding", ignore_errors=True)

    def about(self) -> dict[str, Any]:
        """What the archive holds: articles, languages, span of dates, encoder, bytes on disk."""
        columns = self._columns("lang", "date", "truncated") if len(self) else None
        languages = Counter(columns["lang"].to_pylist()) if columns else Counter()
        dates = sorted(date for date in columns["date"].to_pylist() if date) if columns else []
        size = sum(p.stat().st_size for p in self.folder.rglob("*") if p.is_file()) if self.folder else None
        return {
            "archive": self.location,
            "articles": len(self),
            "languages": dict(languages.most_common()),
            "dates": f"{dates[0]} … {dates[-1]}" if dates else "",
            "truncated": sum(columns["truncated"].to_pylist()) if columns else 0,
            "encoder": self.encoder_signature,
            "digest": self.digest,
            "bytes": size,
        }


def _batches(items: Iterable[Record | Skipped], known: set[str], done: Added) -> Iterator[dict[str, Record]]:
    batch: dict[str, Record] = {}
    for item in items:
        if isinstance(item, Skipped):
            done.skipped.append(item)
            continue
        key = item.key
        if key in known or key in batch:
            done.known += 1
            continue
        batch[key] = item
        if len(batch) >= BATCH:
            yield batch
            batch = {}
    if batch:
        yield batch
