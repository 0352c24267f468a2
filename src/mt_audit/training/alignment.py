"""Word alignment of parallel text: IBM model 1, then a diagonal prior (as in fast_align), both ways, symmetrised.

All token pairs of a chunk of sentences are laid out in flat arrays, so that an iteration is a handful of numpy calls.
Dictionary entries enter as pseudo-counts at every step, which keeps its rare words from being explained away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_NULL = 0
_TENSION = 4.0
_P_NULL = 0.08
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Token pairs of some sentences: pair type, the two groups each pair competes in, and how diagonal it is."""

    kind: NDArray[np.int32]
    by_ar: NDArray[np.int32]
    by_en: NDArray[np.int32]
    off: NDArray[np.float32]
    null_en: NDArray[np.bool_]
    null_ar: NDArray[np.bool_]
    groups: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Counts:
    """Expected symmetric link counts."""

    pairs: Mapping[tuple[str, str], float]
    """(Arabic token, English token) → expected links."""
    ar: Mapping[str, int]
    en: Mapping[str, int]


def _ids(sentences: Sequence[Sequence[str]]) -> tuple[list[NDArray[np.int32]], list[str]]:
    numbers: dict[str, int] = {"": _NULL}
    out = [np.array([numbers.setdefault(t, len(numbers)) for t in tokens], dtype=np.int32) for tokens in sentences]
    return out, list(numbers)


def _layout(ar: list[NDArray[np.int32]], en: list[NDArray[np.int32]]) -> Iterator[tuple[Ints, Ints, Ints, Floats]]:
    """For each sentence: Arabic and English ids of all pairs (NULL in front), sizes, distance off the diagonal."""
    for a, e in zip(ar, en, strict=True):
        n, m = len(a) + 1, len(e) + 1
        left = np.repeat(np.concatenate([[_NULL], a]), m)
        right = np.tile(np.concatenate([[_NULL], e]), n)
        i = np.repeat(np.arange(n) / max(n - 1, 1), m)
        j = np.tile(np.arange(m) / max(m - 1, 1), n)
        yield left.astype(np.int64), right.astype(np.int64), np.array([n, m]), np.abs(i - j)


class Aligner:
    """Learns p(ar | en) and p(en | ar) together over one corpus of token lists."""

    def __init__(self, ar: Sequence[Sequence[str]], en: Sequence[Sequence[str]], chunk: int = 20_000) -> None:
        kept = [(a, e) for a, e in zip(ar, en, strict=True) if 0 < len(a) <= _LONGEST and 0 < len(e) <= _LONGEST]
        self._ar, self.ar_words = _ids([a for a, _ in kept])
        self._en, self.en_words = _ids([e for _, e in kept])
        self.sentences = len(kept)
        self._chunk = chunk
        self._kinds = self._pair_types()
        self.chunks = [self._lay(start) for start in range(0, len(kept), chunk)]
        self.left = self._kinds // len(self.en_words)
        self.right = self._kinds % len(self.en_words)

    def _pair_types(self) -> Ints:
        found = np.zeros(0, dtype=np.int64)
        for start in range(0, self.sentences, self._chunk):
            codes = [
                left * len(self.en_words) + right
                for left, right, _, _ in _layout(
                    self._ar[start : start + self._chunk], self._en[start : start + self._chunk]
                )
            ]
            found = np.union1d(found, np.unique(np.concatenate(codes)))
        return found

    def _lay(self, start: int) -> _Chunk:
        codes, by_ar, by_en, off = [], [], [], []
        rows = columns = 0
        for left, right, (n, m), distance in _layout(
            self._ar[start : start + self._chunk], self._en[start : start + self._chunk]
        ):
            codes.append(left * len(self.en_words) + right)
            by_ar.append(np.repeat(np.arange(rows, rows + n), m).astype(np.int32))
            by_en.append(np.tile(np.arange(columns, columns + m), n).astype(np.int32))
            off.append(distance.astype(np.float32))
            rows += n
            columns += m
        code = np.concatenate(codes)
        return _Chunk(
            np.searchsorted(self._kinds, code).astype(np.int32),
            np.concatenate(by_ar),
            np.concatenate(by_en),
            np.concatenate(off),
            code % len(self.en_words) == _NULL,
            code // len(self.en_words) == _NULL,
            (rows, columns),
        )

    def run(self, prior: Mapping[tuple[str, str], float], plain: int = 4, diagonal: int = 4) -> Counts:
        """Expectation–maximisation; ``prior`` gives pseudo-counts of (Arabic, English) token pairs."""
        extra = self._prior(prior)
        forward = self._normalised(np.ones(len(self._kinds)) + 20 * extra, self.right)
        backward = self._normalised(np.ones(len(self._kinds)) + 20 * extra, self.left)
        for step in range(plain + diagonal):
            ahead, back = np.zeros(len(self._kinds)), np.zeros(len(self._kinds))
            for chunk in self.chunks:
                to_ar, to_en = self._posteriors(chunk, forward, backward, step >= plain)
                ahead += np.bincount(chunk.kind, to_ar, len(self._kinds))
                back += np.bincount(chunk.kind, to_en, len(self._kinds))
            forward = self._normalised(ahead + extra, self.right)
            backward = self._normalised(back + extra, self.left)
        links = np.zeros(len(self._kinds))
        for chunk in self.chunks:
            to_ar, to_en = self._posteriors(chunk, forward, backward, diagonal > 0)
            both = np.sqrt(to_ar * to_en)
            links += np.bincount(chunk.kind, np.where(both > 0.15, both, 0.0), len(self._kinds))
        return self._counts(links)

    def _prior(self, prior: Mapping[tuple[str, str], float]) -> Floats:
        ar = {word: i for i, word in enumerate(self.ar_words)}
        en = {word: i for i, word in enumerate(self.en_words)}
        extra = np.zeros(len(self._kinds))
        for (left, right), weight in prior.items():
            if left in ar and right in en:
                code = ar[left] * len(self.en_words) + en[right]
                at = int(np.searchsorted(self._kinds, code))
                if at < len(self._kinds) and self._kinds[at] == code:
                    extra[at] += weight
        return extra

    def _normalised(self, counts: Floats, given: Ints) -> Floats:
        totals = np.bincount(given, counts, minlength=int(given.max()) + 1)
        return counts / np.maximum(totals[given], 1e-12)

    def _posteriors(self, c: _Chunk, forward: Floats, backward: Floats, diagonal: bool) -> tuple[Floats, Floats]:
        shape = np.exp(-_TENSION * c.off) if diagonal else np.ones(len(c.off), dtype=np.float32)
        to_ar = forward[c.kind] * np.where(c.null_en, _P_NULL, shape)
        to_ar[c.null_ar] = 0.0
        to_ar /= np.maximum(np.bincount(c.by_ar, to_ar, c.groups[0])[c.by_ar], 1e-30)
        to_en = backward[c.kind] * np.where(c.null_ar, _P_NULL, shape)
        to_en[c.null_en] = 0.0
        to_en /= np.maximum(np.bincount(c.by_en, to_en, c.groups[1])[c.by_en], 1e-30)
        return to_ar, to_en

    def _counts(self, links: Floats) -> Counts:
        kept = np.flatnonzero((links > 0.3) & (self.left != _NULL) & (self.right != _NULL))
        pairs = {(self.ar_words[int(self.left[k])], self.en_words[int(self.right[k])]): float(links[k]) for k in kept}
        ar = Counter(int(i) for tokens in self._ar for i in tokens)
        en = Counter(int(i) for tokens in self._en for i in tokens)
        return Counts(pairs, {self.ar_words[i]: n for i, n in ar.items()}, {self.en_words[i]: n for i, n in en.items()})
