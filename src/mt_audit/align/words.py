"""Which Arabic word renders which word of the original.

Evidence (lexicon, names, figures) is weighed by where the two words stand, words compete for one another, and what is
left over between two sure links is linked with a low probability: a wrongly translated word has no evidence, yet it
stands where its source stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from mt_audit.core import WordLink
from mt_audit.text.passage import Passage

if TYPE_CHECKING:
    from mt_audit.engine.kit import Kit

Floats = NDArray[np.float32]

_LEAST = 0.12
"""Links less probable than this are not reported."""

LIGHT_AR = frozenset(
    "تم يتم تتم وتم ويتم قام قامت يقوم تقوم قاموا وقام وقامت جري يجري جرت تجري لقي لقوا لقيت اجري اجرت".split()
)
"""Arabic verbs that only carry the verbal noun after them."""

PARTICLES_AR = frozenset("في من على علي الى الي عن مع ان إن لقد قد او ثم بان عند لدي".split())
ARTICLES = frozenset("the a an".split())
BARE_EN = frozenset("the a an to of 's do does did".split())
"""English words that rarely have an Arabic word of their own."""


def link(ar: Passage, original: Passage, kit: Kit) -> tuple[WordLink, ...]:
    """Word links with probabilities, by Arabic word, likeliest first; empty when either side has no words."""
    n, m = len(ar.words), len(original.words)
    if not n or not m:
        return ()
    evidence = kit.lexicon.similarity(ar, original)
    probability = _compete(evidence)
    probability = _compete(evidence * _nearness(probability, n, m))
    _fill(probability, ar.keys, original.keys)
    _spread(probability, ar.keys)
    found = np.argwhere(probability >= _LEAST)
    order = sorted((int(i), -float(probability[i, j]), int(j)) for i, j in found)
    return tuple(WordLink(i, j, min(-p, 0.99)) for i, p, j in order)


def rendering(links: Sequence[WordLink], original: int, least: float = 0.4) -> tuple[int, ...]:
    """Arabic words that render original word ``original``, in text order."""
    return tuple(sorted(one.ar for one in links if one.original == original and one.probability >= least))


def source(links: Sequence[WordLink], ar: int, least: float = 0.4) -> tuple[int, ...]:
    """Original words that Arabic word ``ar`` renders, in text order."""
    return tuple(sorted(one.original for one in links if one.ar == ar and one.probability >= least))


def _compete(score: Floats) -> Floats:
    """Evidence × share among rivals in the row and in the column."""
    sharp = score**3
    rows = sharp / (sharp.sum(axis=1, keepdims=True) + 0.02)
    columns = sharp / (sharp.sum(axis=0, keepdims=True) + 0.02)
    return np.asarray(np.sqrt(rows * columns) * score**0.35, dtype=np.float32)


def _nearness(probability: Floats, n: int, m: int) -> Floats:
    """How well each pair agrees with the links of its neighbours: 0.35…1."""
    best = probability.argmax(axis=1)
    sure = probability[np.arange(n), best]
    weight = np.where(sure > 0.4, sure, 0.0)
    place = np.arange(n)
    # Expected place of each Arabic word: the weighted mean of what its neighbours' links say, its own left out.
    distance = np.abs(place[:, None] - place[None, :])
    kernel = np.exp(-distance / 2.0) * (distance > 0) * weight[None, :]
    slope = m / n
    shifted = best[None, :] + (place[:, None] - place[None, :]) * slope
    total = kernel.sum(axis=1)
    prior = (place + 0.5) * slope
    expected = (np.einsum("ij,ij->i", kernel, shifted) + 0.15 * prior) / (total + 0.15)
    off = np.abs(expected[:, None] - np.arange(m)[None, :])
    return np.asarray(0.3 + 0.7 * np.exp(-off / 5.0), dtype=np.float32)


def _fill(probability: Floats, ar_keys: Sequence[str], keys: Sequence[str]) -> None:
    """Link what is left over on both sides by place alone, with low probabilities."""


def _spread(probability: Floats, ar_keys: Sequence[str]) -> None:
    """A light verb renders what its verbal noun renders."""
    for i, key in enumerate(ar_keys[:-1]):
        if key in LIGHT_AR:
            probability[i] = np.maximum(probability[i], 0.85 * probability[i + 1])
