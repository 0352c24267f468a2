"""Which Arabic word renders which word of the original.

Evidence (lexicon, names, figures) is weighed by where the two words stand, words compete for one another, and what is
left over between two sure links is linked with a low probability: a wrongly translated word has no evidence, yet it
stands where its source stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from mt_audit.core import WordLink
from mt_audit.text.passage import Passage

if TYPE_CHECKING:
    from mt_audit.engine.kit import Kit
    from mt_audit.engine.matching import Evidence

Floats = NDArray[np.float32]

_CALIBRATION = ((0.0, 0.1, 0.2, 0.3, 0.45, 0.6, 0.7, 0.8, 1.0), (0.0, 0.13, 0.28, 0.5, 0.62, 0.78, 0.93, 0.97, 0.99))
"""Raw score → share of such links that are right, on the first forty sentences of our gold."""

_LEAST = 0.08
_LARGEST = 4_000_000
"""Links less probable than this are not reported."""

LIGHT_AR = frozenset(
    "تم يتم تتم وتم ويتم قام قامت يقوم تقوم قاموا وقام وقامت جري يجري جرت تجري لقي لقوا لقيت اجري اجرت".split()
)
"""Arabic verbs that only carry the verbal noun after them."""

PARTICLES_AR = frozenset("في من على علي الى الي عن مع ان إن لقد قد او ثم بان عند لدي".split())
GOVERNED_AR = frozenset("على علي عن الي في من".split())
_WITH_BI = frozenset("قام قامت يقوم تقوم قاموا وقام وقامت".split())

FUNCTION_EN = frozenset(
    """
    the a an to of 's do does did is are was were be been being am has have had will would shall should can could may
    might must and or but in on at by for with from about as into over after before than then that this these those
    it its he his him she her they them their we our us i my me you your who which what there not no s t so if when
    """.split()
)
"""English words that often have no Arabic word of their own."""

_TAKEN = 0.3
_NEAR_WORD = 5.0
_NEAR_PARTICLE = 2.0
_GOVERNED = 0.4
_FAR = 3.0
_BY_PLACE = 0.45


def link(ar: Passage, original: Passage, kit: Kit) -> tuple[WordLink, ...]:
    """Word links with probabilities, by Arabic word, likeliest first; empty when a side has no words.

    Two passages too long to be an aligned pair (over four million pairs of words) have no links either.
    """
    n, m = len(ar.words), len(original.words)
    if not n or not m or n * m > _LARGEST:
        return ()
    found = kit.lexicon.evidence(ar, original)
    joined = found.joined
    light = [i for i, key in enumerate(ar.keys) if key in LIGHT_AR]
    joined[light] = 0.0
    spread = np.array([_NEAR_PARTICLE if key in PARTICLES_AR else _NEAR_WORD for key in ar.keys], dtype=np.float32)
    probability = _compete(joined)
    probability = _compete(joined * _nearness(_expected(probability), m, spread))
    _gather(probability, found)
    _fill(probability, ar.keys, original.keys)
    _carry(probability, ar.keys, light)
    ours, theirs = np.nonzero(probability >= _LEAST)
    sure = np.interp(probability[ours, theirs], *_CALIBRATION)
    order = sorted(zip(ours.tolist(), (-sure).tolist(), theirs.tolist(), strict=True))
    return tuple(WordLink(i, j, -p) for i, p, j in order)


def rendering(links: Sequence[WordLink], original: int, least: float = 0.4) -> tuple[int, ...]:
    """Arabic words that render original word ``original``, in text order."""
    return tuple(sorted(one.ar for one in links if one.original == original and one.probability >= least))


def source(links: Sequence[WordLink], ar: int, least: float = 0.4) -> tuple[int, ...]:
    """Original words that Arabic word ``ar`` renders, in text order."""
    return tuple(sorted(one.original for one in links if one.ar == ar and one.probability >= least))


def _compete(score: Floats) -> Floats:
    """Evidence × share among rivals in the row and in the column."""
    sharp = score * score * score
    rows = sharp / (sharp.sum(axis=1, keepdims=True) + 0.02)
    columns = sharp / (sharp.sum(axis=0, keepdims=True) + 0.02)
    return np.asarray(np.sqrt(rows * columns) * score**0.35, dtype=np.float32)


def _expected(probability: Floats) -> Floats:
    """Where in the original each Arabic word should stand, going by the links of its neighbours (its own left out)."""
    n, m = probability.shape
    best = probability.argmax(axis=1)
    sure = probability[np.arange(n), best]
    weight = np.where(sure > 0.4, sure, 0.0)
    place, kernel = _kernel(n)
    slope = m / n
    step = min(slope, 1.3)
    prior = (place + 0.5) * slope - 0.5
    near = kernel @ weight
    total = kernel @ (weight * (best - place * step)) + near * place * step + 0.15 * prior
    return np.asarray(total / (near + 0.15), dtype=np.float32)


@lru_cache(maxsize=128)
def _kernel(n: int) -> tuple[Floats, Floats]:
    """Places 0…n-1, and how much word k says of word i: [n, n], none of itself."""
    place = np.arange(n, dtype=np.float32)
    kernel = np.exp(-np.abs(place[:, None] - place[None, :]) / 2.0)
    np.fill_diagonal(kernel, 0.0)
    return place, np.asarray(kernel, dtype=np.float32)


def _nearness(expected: Floats, m: int, spread: Floats) -> Floats:
    """How well each pair agrees with the links of its neighbours: 0.25…1, falling off over ``spread`` words."""
    off = np.abs(expected[:, None] - np.arange(m)[None, :])
    return np.asarray(0.25 + 0.75 * np.exp(-off / spread[:, None]), dtype=np.float32)


def _gather(probability: Floats, found: Evidence) -> None:
    """Words of one multiword unit are linked together, each as surely as the whole is."""
    for group in found.groups:
        inside = probability[np.ix_(group.ar, group.original)]
        one_to_one = min(len(group.ar), len(group.original)) > 1
        sums = inside.max(axis=1) if one_to_one else inside.sum(axis=0 if len(group.ar) > 1 else 1)
        together = min(0.95, float(sums.max()))
        if together < 0.35:
            continue
        for i, j in group.cells:
            outside = float(probability[i].sum() - sum(probability[i, k] for k in group.original))
            if outside < 0.4:
                probability[i, j] = max(probability[i, j], 0.9 * together)


def _open(key: str, closed: frozenset[str]) -> bool:
    return bool(key) and key not in closed and not key[0].isdigit()


def _fill(probability: Floats, ar_keys: Sequence[str], keys: Sequence[str]) -> None:
    """Link what is left over on both sides by place alone, one to one, the best-placed first."""
    rows = [i for i in np.flatnonzero(probability.max(axis=1) < _TAKEN).tolist() if _open(ar_keys[i], PARTICLES_AR)]
    columns = [j for j in np.flatnonzero(probability.max(axis=0) < _TAKEN).tolist() if _open(keys[j], FUNCTION_EN)]
    if not rows or not columns:
        return
    expected = _expected(probability)
    off = np.abs(expected[rows][:, None] - np.asarray(columns)[None, :])
    for flat in np.argsort(off, axis=None, kind="stable"):
        a, e = divmod(int(flat), len(columns))
        if off[a, e] > _FAR:
            break
        i, j = rows[a], columns[e]
        if probability[i].max() < _TAKEN and probability[:, j].max() < _TAKEN:
            probability[i, j] = max(probability[i, j], _BY_PLACE * np.exp(-off[a, e] / 3.0))


def _carry(probability: Floats, ar_keys: Sequence[str], light: Sequence[int]) -> None:
    """A light verb renders what its verbal noun renders; a particle without a partner, what the word before it does."""
    n = len(ar_keys)
    for i in light:
        after = range(i + 1, min(i + 7, n))
        noun = next((k for k in after if ar_keys[k].startswith("ب") and ar_keys[i] in _WITH_BI), min(i + 1, n - 1))
        probability[i] = np.maximum(probability[i], 0.85 * probability[noun])
    for i in range(1, n):
        if ar_keys[i] in GOVERNED_AR and probability[i].max() < _TAKEN and ar_keys[i - 1] not in PARTICLES_AR:
            probability[i] = np.maximum(probability[i], _GOVERNED * probability[i - 1])
