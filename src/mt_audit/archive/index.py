"""The search index: an inverted list of terms and one vector a document, in plain numpy files that are memory-mapped.

A search of 200,000 documents touches only the lists of the terms asked for and the vectors once.
"""

from __future__ import annotations

import json
import os
import shutil
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mt_audit.archive.terms import Wanted
from mt_audit.errors import ArchiveError

FORMAT = 2
_AGAIN = "Delete it: it is made again."
_FILES = ("terms", "starts", "documents", "weights", "vectors", "axes", "coarse")
_COARSE = 48
"""Main axes kept of the vectors for a first look at a large archive."""
_COARSE_FROM = 20_000
"""Documents from which on the first look pays."""
_SECOND_LOOK = 400
"""Documents whose whole vectors are compared after a first look."""
_K1, _B = 1.2, 0.6
_PARTS = 16
_ENOUGH = 150_000
"""Entries of inverted lists read for one search; the rarest terms are read first."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Found:
    """Documents worth a closer look, best first: rows, fused score, and the two scores it was made of (0…1)."""

    rows: NDArray[np.int64]
    fused: Floats
    lexical: Floats
    dense: Floats


class Index:
    """Immutable search index over ``size`` documents; build one with ``Index.build``, open one with ``Index.load``."""

    def __init__(
        self,
        terms: NDArray[np.uint32],
        starts: NDArray[np.int64],
        documents: NDArray[np.uint32],
        weights: NDArray[np.uint8],
        vectors: Floats,
        axes: Floats | None = None,
        coarse: Floats | None = None,
    ) -> None:
        self.axes, self.coarse = (axes, coarse) if axes is not None and coarse is not None else _main_axes(vectors)
        self.terms = terms
        self.starts = starts
        self.documents = documents
        self.weights = weights
        self.vectors = vectors

    @property
    def size(self) -> int:
        """Number of documents."""
        return len(self.vectors)

    @classmethod
    def build(
        cls, starts: NDArray[np.int64], terms: NDArray[np.uint32], times: NDArray[np.uint8], vectors: Floats
    ) -> Index:
        """Index of documents whose terms lie flat (``terms.pack``), with one L2-normalised vector row each."""
        lengths = np.diff(starts)
        tokens = np.zeros(len(lengths))
        if len(times):
            filled = np.flatnonzero(lengths)
            tokens[filled] = np.add.reduceat(times, starts[:-1][filled], dtype=np.int64)
        usual = max(float(tokens.mean()), 1.0) if len(tokens) else 1.0
        norm = (_K1 * (1 - _B + _B * tokens / usual)).astype(np.float32)
        owner = np.repeat(np.arange(len(lengths), dtype=np.uint32), lengths)
        documents = np.empty(len(terms), np.uint32)
        weights = np.empty(len(terms), np.uint8)
        unique: list[NDArray[np.uint32]] = []
        first: list[NDArray[np.int64]] = []
        done = 0
        # A part of the terms at a time: sorting all at once would take three times the memory.
        for part in range(_PARTS):
            low, high = (part << 32) // _PARTS, ((part + 1) << 32) // _PARTS
            chosen = np.flatnonzero((terms >= low) & (terms < high))
            chosen = chosen[np.argsort(terms[chosen], kind="stable")]
            found, at = np.unique(terms[chosen], return_index=True)
            unique.append(found)
            first.append(at + done)
            whose = owner[chosen]
            # BM25's saturation of frequency and length, without the rarity factor, as a byte.
            frequency = times[chosen].astype(np.float32)
            saturated = frequency / (frequency + norm[whose])
            documents[done : done + len(chosen)] = whose
            weights[done : done + len(chosen)] = np.clip(np.rint(saturated * 255), 1, 255)
            done += len(chosen)
        bounds = np.append(np.concatenate(first), done).astype(np.int64)
        return cls(np.concatenate(unique), bounds, documents, weights, vectors)

    def save(self, folder: Path, **more: NDArray[np.int64]) -> None:
        """Write the index, and ``more`` arrays beside it; another process sees it whole or not at all."""
        temporary = folder.with_name(f".{folder.name}.{uuid.uuid4().hex[:8]}")
        temporary.mkdir(parents=True)
        try:
            for name in _FILES:
                np.save(temporary / f"{name}.npy", getattr(self, name), allow_pickle=False)
            for name, values in more.items():
                np.save(temporary / f"{name}.npy", values, allow_pickle=False)
            (temporary / "index.json").write_text(json.dumps({"format": FORMAT, "size": self.size}), encoding="utf-8")
            try:
                os.rename(temporary, folder)
            except OSError:
                if not (folder / "index.json").exists():
                    raise
        finally:
            shutil.rmtree(temporary, ignore_errors=True)

    @classmethod
    def load(cls, folder: Path) -> Index:
        """Open an index by memory map; ArchiveError when it is damaged or of another format."""
        try:
            about = json.loads((folder / "index.json").read_text(encoding="utf-8"))
            arrays = [np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False) for name in _FILES]
        except (OSError, EOFError, ValueError) as error:
            raise ArchiveError(f"The index in {folder} cannot be read: {error}.", _AGAIN) from error
        if about.get("format") != FORMAT or len(arrays[4]) != about.get("size"):
            raise ArchiveError(f"The index in {folder} is damaged or of another version.", _AGAIN)
        return cls(*arrays)

    def lexical(self, question: Sequence[Wanted]) -> Floats:
        """BM25 in which every word asks for all the terms that may stand for it, each by its share; [size]."""
        scores = np.zeros(self.size, dtype=np.float32)
        if not question or not len(self.terms):
            return scores
        flat = np.concatenate([word.terms for word in question])
        shares = np.concatenate([word.shares for word in question])
        times = np.repeat([word.times for word in question], [len(word.terms) for word in question])
        place = np.minimum(np.searchsorted(self.terms, flat), len(self.terms) - 1)
        known = self.terms[place] == flat
        place, shares, times = place[known], shares[known], times[known]
        lists = self.starts[place + 1] - self.starts[place]
        rarity = np.log1p(self.size / lists)
        worth = shares * rarity * np.sqrt(np.minimum(times, 9))
        order = np.argsort(-worth * rarity, kind="stable")
        order = order[: max(1, int(np.searchsorted(np.cumsum(lists[order]), _ENOUGH)))]
        if not len(order):
            return scores
        lengths = lists[order]
        ends = np.cumsum(lengths)
        entries = np.repeat(self.starts[place[order]] - (ends - lengths), lengths) + np.arange(int(ends[-1]))
        values = self.weights[entries] * np.repeat(worth[order] / 255.0, lengths)
        return np.bincount(self.documents[entries], values, minlength=self.size).astype(np.float32)

    def dense(self, vectors: Floats) -> Floats:
        """Highest cosine with any row of ``vectors``; in a large archive roughly, but for the likeliest; [size]."""
        if not len(self.coarse):
            return np.asarray((self.vectors @ vectors.T).max(axis=1), dtype=np.float32)
        rough: Floats = (self.coarse @ (vectors @ self.axes).T).max(axis=1)
        best = _top(rough, _SECOND_LOOK)
        rough[best] = (self.vectors[best] @ vectors.T).max(axis=1)
        return rough

    def search(self, question: Sequence[Wanted], vectors: Floats, most: int) -> Found:
        """The ``most`` likeliest documents. ``vectors``: one or more L2-normalised rows of the question."""
        if not self.size:
            empty = np.zeros(0, np.float32)
            return Found(np.zeros(0, np.int64), empty, empty, empty)
        lexical = self.lexical(question)
        lexical /= max(float(lexical.max()), 1e-6)
        dense = self.dense(vectors)
        fused = lexical + np.clip(dense, 0.0, 1.0)
        count = min(most, self.size)
        few = max(1, count // 4)
        # The best of each kind are always looked at, whatever the other kind says.
        rows = np.unique(np.concatenate([_top(fused, count), _top(lexical, few), _top(dense, few)]))
        rows = rows[np.argsort(-fused[rows], kind="stable")][: count + few]
        return Found(rows.astype(np.int64), fused[rows], lexical[rows], dense[rows].astype(np.float32))


def _top(values: Floats, count: int) -> NDArray[np.intp]:
    """Places of the ``count`` highest values, in no order."""
    if count >= len(values):
        return np.arange(len(values))
    return np.argpartition(values, len(values) - count)[len(values) - count :]


def _main_axes(vectors: Floats) -> tuple[Floats, Floats]:
    """The axes along which the vectors differ most, as columns, and the vectors along them; empty for few vectors."""
    if len(vectors) < _COARSE_FROM or vectors.shape[1] <= _COARSE:
        return np.zeros((vectors.shape[1], 0), np.float32), np.zeros((0, 0), np.float32)
    some = np.asarray(vectors[:: max(1, len(vectors) // 20_000)], dtype=np.float32)
    _, axes = np.linalg.eigh(some.T @ some)
    axes = np.ascontiguousarray(axes[:, -_COARSE:], dtype=np.float32)
    return axes, np.asarray(vectors @ axes, dtype=np.float32)
