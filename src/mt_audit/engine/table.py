"""The translation table on disk: two word lists and one sparse matrix, memory-mapped.

Files: ``en.txt.gz`` and ``ar.txt.gz`` (one entry a line; a line's number is its column or row), ``start.npy`` [rows+1],
``column.npy`` [pairs] (sorted within each row), ``strength.npy``, ``p_ar.npy``, ``p_en.npy`` [pairs] as bytes.
"""

from __future__ import annotations

import gzip
import hashlib
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mt_audit.errors import EngineError

ARRAYS = ("start", "column", "strength", "p_ar", "p_en")

PROBABILITY = np.concatenate([[0.0], np.exp(-(255.0 - np.arange(1, 256)) / 25.0)]).astype(np.float32)
"""Byte → probability: 255 is 1, each step down is a factor of exp(-1/25); 0 is 0."""


def to_bytes(probabilities: NDArray[np.float64]) -> NDArray[np.uint8]:
    """Probabilities on the logarithmic scale of ``PROBABILITY``; the smallest kept is about 4e-5."""
    with np.errstate(divide="ignore"):
        level = 255.0 + 25.0 * np.log(probabilities)
    return np.where(probabilities > 0, np.clip(np.rint(level), 1, 255), 0).astype(np.uint8)


class Table:
    """Sparse matrix of Arabic units (rows) and English lemmas (columns)."""

    def __init__(self, ar_words: list[str], en_words: list[str], arrays: dict[str, NDArray[np.generic]]) -> None:
        self.ar_words = ar_words
        self.en_words = en_words
        self.ar = dict(zip(ar_words, range(len(ar_words)), strict=True))
        self.en = dict(zip(en_words, range(len(en_words)), strict=True))
        # Plain views: indexing a memmap object costs far more than indexing an array over the same pages.
        self.start = np.asarray(arrays["start"]).view(np.uint32)
        self.column = np.asarray(arrays["column"]).view(np.uint32)
        self.strength = np.asarray(arrays["strength"]).view(np.uint8)
        self.p_ar = np.asarray(arrays["p_ar"]).view(np.uint8)
        self.p_en = np.asarray(arrays["p_en"]).view(np.uint8)
        self.probability = PROBABILITY

    @classmethod
    def load(cls, folder: Path) -> Table:
        """Open the table in ``folder``; raises ``EngineError`` when a file is missing or does not fit the others."""
        try:
            lists = [gzip.decompress((folder / name).read_bytes()) for name in ("ar.txt.gz", "en.txt.gz")]
            arrays = {name: np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False) for name in ARRAYS}
        except (OSError, ValueError, EOFError) as error:
            raise EngineError(
                f"The lexicon in {folder} cannot be read: {error}.", "Reinstall mt-audit or rebuild its assets."
            ) from error
        ar_words, en_words = (data.decode("utf-8").splitlines() for data in lists)
        if len(arrays["start"]) != len(ar_words) + 1 or int(arrays["start"][-1]) != len(arrays["column"]):
            raise EngineError(f"The lexicon in {folder} is damaged: its parts do not fit.", "Rebuild its assets.")
        return cls(ar_words, en_words, arrays)

    @cached_property
    def digest(self) -> str:
        """Twelve hex digits that change with the entries or their evidence."""
        text = "\n".join([*self.ar_words, *self.en_words]).encode("utf-8")
        return hashlib.sha256(text + self.strength.tobytes()).hexdigest()[:12]

    def save(self, folder: Path) -> None:
        """Write the table; the same table gives the same bytes."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, entries in (("ar.txt.gz", self.ar_words), ("en.txt.gz", self.en_words)):
            (folder / name).write_bytes(gzip.compress("\n".join(entries).encode("utf-8"), 9, mtime=0))
        for name in ARRAYS:
            np.save(folder / f"{name}.npy", getattr(self, name), allow_pickle=False)

    def place(self, unit: str, column: int) -> int | None:
        """Index of the pair (Arabic unit, English column) among the pairs, or None."""
        row = self.ar.get(unit)
        if row is None:
            return None
        low, high = int(self.start[row]), int(self.start[row + 1])
        at = low + int(np.searchsorted(self.column[low:high], column))
        return at if at < high and int(self.column[at]) == column else None

    def row_of(self, units: tuple[tuple[str, float], ...]) -> dict[int, float]:
        """Columns and strengths (0…1) of several weighted units together: the best of each column."""
        best: dict[int, float] = {}
        for unit, weight in units:
            row = self.ar.get(unit)
            if row is None:
                continue
            low, high = int(self.start[row]), int(self.start[row + 1])
            scale = weight / 255.0
            for column, strength in zip(self.column[low:high].tolist(), self.strength[low:high].tolist(), strict=True):
                value = strength * scale
                if value > best.get(column, 0.0):
                    best[column] = value
        return best

    @cached_property
    def _by_english(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        order = np.argsort(self.column, kind="stable").astype(np.int64)
        starts = np.searchsorted(self.column[order], np.arange(len(self.en_words) + 1)).astype(np.int64)
        rows = np.repeat(np.arange(len(self.ar_words)), np.diff(self.start)).astype(np.int64)
        return order, starts, rows

    def arabic_of(self, lemma: str, most: int) -> tuple[tuple[str, float], ...]:
        """Arabic bases of an English lemma with P(ar | en), best first; stems are left out."""
        column = self.en.get(lemma)
        if column is None:
            return ()
        order, starts, rows = self._by_english
        pairs = order[starts[column] : starts[column + 1]]
        found = [
            (self.ar_words[rows[p]], float(self.probability[self.p_ar[p]]))
            for p in pairs
            if not self.ar_words[rows[p]].startswith("~")
        ]
        return tuple(sorted(found, key=lambda item: (-item[1], item[0]))[:most])
