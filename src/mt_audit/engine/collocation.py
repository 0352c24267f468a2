"""How often Arabic stems stand together: adjacent, in a window, with a clitic; and vectors for pairs never seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mt_audit.engine.closed_class import FUNCTION_WORDS
from mt_audit.engine.spelling import FIGURE, FOREIGN, Spellings, word_hash

CLITICS = ("", "ب", "ك", "ل", "س")
REACH = 4
"""Content words on either side that count as context."""
FEATURES = (
    "zipf", "unknown", "name", "stem", "left", "right", "left_pmi", "right_pmi", "skip_left", "skip_right",
    "window_max", "window_mean", "cosine_max", "cosine_mean", "cosine_near", "wrong_word", "wrong_pair", "function",
    "not_arabic", "clitic", "first", "last", "content_words", "length",
)  # fmt: skip
DECODED = ((np.exp2(np.arange(256) / 12.0) - 1.0) / 8.0).astype(np.float32)
"""Byte → count: 12 steps to a doubling, from 0.007 to 300,000."""

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


def to_bytes(counts: NDArray[np.float64]) -> NDArray[np.uint8]:
    """Counts on the logarithmic scale of ``DECODED``; no count above zero becomes zero."""
    return np.where(counts > 0, np.clip(np.rint(12.0 * np.log2(1.0 + 8.0 * counts)), 1, 255), 0).astype(np.uint8)


class Collocations:
    """Counts by stem number (0 is any stem that was not counted). Pair keys are ``first * stems + second``.

    Arrays: ``stem_hash`` uint32 [v-1] sorted; ``total``, ``context``, ``wrong`` float32 [v]; ``vectors`` int8 [v, d];
    ``bigram``, ``skip``, ``window``, ``clitic``, ``wrong_pair``: a sorted uint32 key array and a byte array each.
    """

    PAIRS = ("bigram", "skip", "window", "clitic", "wrong_pair")

    def __init__(self, arrays: Mapping[str, NDArray[np.generic]]) -> None:
        self._stem_hash = np.asarray(arrays["stem_hash"])
        self._total = np.asarray(arrays["total"], np.float32)
        self._context = np.asarray(arrays["context"], np.float32)
        self._wrong = np.asarray(arrays["wrong"], np.float32)
        self._vectors = np.asarray(arrays["vectors"])
        # A plain view of the mapped file: the same pages, without the cost of the memmap class.
        self._pairs = {
            name: (np.asarray(arrays[f"{name}_key"]), np.asarray(arrays[f"{name}_count"]).view(np.uint8))
            for name in self.PAIRS
        }
        self.stems = len(self._total)
        self._sum = float(self._total.sum())
        self._context_sum = float(self._context.sum())
        self._clitics = self._clitic_totals()
        self._numbers: dict[str, int] = {}

    @classmethod
    def load(cls, folder: Path) -> Collocations:
        """Open the arrays in ``folder`` by memory map."""
        names = ["stem_hash", "total", "context", "wrong", "vectors"]
        names += [f"{name}_{part}" for name in cls.PAIRS for part in ("key", "count")]
        return cls({name: np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False) for name in names})

    def _clitic_totals(self) -> Floats:
        keys, counts = self._pairs["clitic"]
        which = np.asarray(keys, np.int64) % len(CLITICS)
        return np.bincount(which, DECODED[counts], minlength=len(CLITICS)).astype(np.float32) + 1.0

    def number(self, stem: str) -> int:
        """Number of a stem; 0 when it was not counted."""
        found = self._numbers.get(stem)
        if found is None:
            code = word_hash(stem)
            place = int(np.searchsorted(self._stem_hash, np.uint32(code)))
            here = place < len(self._stem_hash) and int(self._stem_hash[place]) == code
            found = place + 1 if here else 0
            if len(self._numbers) >= 200_000:
                self._numbers.clear()
            self._numbers[stem] = found
        return found

    def count(self, kind: str, first: Ints, second: Ints) -> Floats:
        """Stored counts of pairs; 0 where either side is unknown. Shapes broadcast."""
        keys, counts = self._pairs[kind]
        wanted = (first * self.stems + second).astype(np.uint32)
        if not len(keys):
            return np.zeros(wanted.shape, np.float32)
        place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        found = (keys[place] == wanted) & (first > 0) & (second > 0)
        return np.where(found, DECODED[counts[place]], np.float32(0.0))

    def features(self, keys: Sequence[str], spellings: Spellings, sentence: Ints | None = None) -> Floats:
        """What can be said of each word: [n, len(FEATURES)], in the order of ``FEATURES``.

        ``sentence`` int [n]: which sentence a word belongs to, so that many are done at once; by default all are one.
        """
        n = len(keys)
        if not n:
            return np.zeros((0, len(FEATURES)), np.float32)
        home = np.zeros(n, np.int64) if sentence is None else sentence
        table = dict.fromkeys(FEATURES, np.zeros(n, np.float32))
        units = [spellings.unit(key) for key in keys]
        ids = np.array([self.number(unit.stem) for unit in units], np.int64)
        arabic = np.array([unit.stem not in (FIGURE, FOREIGN) for unit in units])
        function = np.array([key in FUNCTION_WORDS for key in keys])
        zipf = np.array([spellings.best(key) if ok else 3.0 for key, ok in zip(keys, arabic, strict=True)], np.float32)
        seen = np.where(ids > 0, self._total[ids], np.float32(0.5))
        table["zipf"] = zipf
        table["unknown"] = (zipf == 0.0).astype(np.float32)
        table["name"] = np.array([spellings.named(key) for key in keys], np.float32)
        table["stem"] = np.log(seen)
        self._neighbours(table, ids, seen, home)
        self._windows(table, ids, np.flatnonzero(~function & arabic & (ids > 0)), home)
        table["wrong_word"] = np.log((self._wrong[ids] + 0.2) / (np.sqrt(seen) + 1.0))
        table["function"] = function.astype(np.float32)
        table["not_arabic"] = (~arabic).astype(np.float32)
        clitics = np.array([CLITICS.index(unit.clitic) for unit in units])
        table["clitic"] = self._clitic_fit(ids, clitics, home)
        change = np.r_[True, home[1:] != home[:-1], True]
        table["first"] = change[:-1].astype(np.float32)
        table["last"] = change[1:].astype(np.float32)
        table["length"] = np.array([min(len(key), 12) for key in keys], np.float32)
        return np.stack([table[name] for name in FEATURES], 1).astype(np.float32)

    def _neighbours(self, table: dict[str, Floats], ids: Ints, seen: Floats, home: Ints) -> None:
        share = seen / self._sum
        for name, kind, step in (("left", "bigram", -1), ("right", "bigram", 1), ("skip_left", "skip", -2),
                                 ("skip_right", "skip", 2)):  # fmt: skip
            other = np.zeros_like(ids)
            if step < 0:
                other[-step:] = np.where(home[-step:] == home[:step], ids[:step], 0)
            elif step < len(ids):
                other[:-step] = np.where(home[step:] == home[:-step], ids[step:], 0)
            pair = (other, ids) if step < 0 else (ids, other)
            weight = np.where(other > 0, self._total[other], np.float32(0.0))
            chance = (self.count(kind, *pair) + 10.0 * share) / (weight + 10.0)
            ratio = np.log(chance / share)
            if kind == "bigram":
                table[name], table[f"{name}_pmi"] = np.log(chance), ratio
            else:
                table[name] = ratio

    def _windows(self, table: dict[str, Floats], ids: Ints, content: Ints, home: Ints) -> None:
        n, m = len(ids), len(content)
        names = ("window_max", "window_mean", "cosine_max", "cosine_mean", "cosine_near")
        for name, neutral in zip(names, (0.0, 0.0, 0.3, 0.2, 0.3), strict=True):
            table[name] = np.full(n, neutral, np.float32)
        homes = home[content]
        sizes = np.bincount(homes, minlength=int(home.max()) + 1)
        table["content_words"] = np.minimum(sizes[home], 12).astype(np.float32)
        if m < 2:
            return
        of = ids[content]
        vectors = self._vectors[of].astype(np.float32)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-6
        fit = np.zeros((m, 2 * REACH), np.float32)
        near = np.zeros((m, 2 * REACH), np.float32)
        there = np.zeros((m, 2 * REACH), bool)
        suspect = np.zeros(m, np.float32)
        for step in range(1, min(REACH, m - 1) + 1):
            first, second = of[:-step], of[step:]
            same = homes[:-step] == homes[step:]
            low, high = np.minimum(first, second), np.maximum(first, second)
            expected = self._context[first] * self._context[second] / self._context_sum + 0.05
            pmi = np.log((self.count("window", low, high) + 0.3 * expected + 0.02) / (expected + 0.02))
            wrong = np.where(same, self.count("wrong_pair", low, high), np.float32(0.0))
            before, after = slice(None, -step), slice(step, None)
            for rows, column in ((before, step - 1), (after, REACH + step - 1)):
                fit[rows, column] = pmi
                near[rows, column] = (vectors[:-step] * vectors[step:]).sum(1)
                there[rows, column] = same
                suspect[rows] += wrong
        some = there.any(1)
        at, fit, near, there = content[some], fit[some], near[some], there[some]
        size = there.sum(1)
        table["window_max"][at] = np.where(there, fit, -99.0).max(1)
        table["window_mean"][at] = np.where(there, fit, 0.0).sum(1) / size
        table["cosine_max"][at] = np.where(there, near, -1.0).max(1)
        table["cosine_mean"][at] = np.where(there, near, 0.0).sum(1) / size
        table["cosine_near"][at] = np.where(there, near, -1.0)[:, [0, REACH]].max(1)
        table["wrong_pair"] = np.zeros(n, np.float32)
        table["wrong_pair"][content] = np.log1p(suspect)

    def _clitic_fit(self, ids: Ints, clitics: Ints, home: Ints) -> Floats:
        before = np.zeros_like(ids)
        before[1:] = np.where(home[1:] == home[:-1], ids[:-1], 0)
        keys, counts = self._pairs["clitic"]
        wanted = (before * len(CLITICS) + clitics).astype(np.uint32)
        place = np.minimum(np.searchsorted(keys, wanted), max(len(keys) - 1, 0))
        count = np.where(keys[place] == wanted, DECODED[counts[place]], np.float32(0.0)) if len(keys) else np.zeros(1)
        share = self._clitics[clitics] / self._sum
        fit = np.log((count + 5.0 * share) / (self._total[before] * share + 5.0 * share))
        return np.where((clitics > 0) & (before > 0), fit, np.float32(0.0)).astype(np.float32)
