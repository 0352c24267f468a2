"""The quality estimate: one number per pair and per article, 0…100, without a human reference.

A linear model over ``score.features``. It was taught by what can be had honestly without judged news translations: how
far seven engines agree on a sentence, planted errors, our own good and bad lines, and texts known to be human or
machine-made (``training/quality.py``; sources and figures in the asset's README). Rendering too little of the original
lowers it, and clinging to it word by word earns nothing. What the checks found only ever lowers it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mt_audit import __version__
from mt_audit.checks.base import View
from mt_audit.core import Finding, Score
from mt_audit.engine.kit import Kit
from mt_audit.errors import EngineError
from mt_audit.score.features import FEATURES, features, word_tables

Floats = NDArray[np.float64]
RESAMPLES = 1000
_SEED = 0
_COVER = (5.0, 95.0)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value 0…100 and the range that holds nine in ten of such values."""

    value: float
    low: float
    high: float


class QualityModel:
    """Arrays, f = len(FEATURES): ``low``, ``high`` [f] bound each feature; ``cap`` [f] splits it (or is infinite).

    Each bounded feature x gives two columns, min(x, cap) and max(x - cap, 0); ``centre``, ``scale``, ``weight`` [2f]
    are those of the columns. ``at``, ``told`` [k]: sum → 0…100 between known points. ``spread`` [2]: half-width of a
    pair's interval, a + b / √words.
    """

    def __init__(self, arrays: Mapping[str, NDArray[np.generic]]) -> None:
        self.arrays = {name: np.asarray(array, np.float64) for name, array in arrays.items()}
        if self.arrays["low"].shape != (len(FEATURES),):
            raise EngineError("The quality model was trained with other features.", "Rebuild its assets.")

    @classmethod
    def load(cls, folder: Path) -> QualityModel:
        """The model in ``folder``. Raises EngineError when it is missing or damaged."""
        try:
            with np.load(folder / "quality.npz", allow_pickle=False) as stored:
                return cls({name: stored[name] for name in stored.files})
        except (OSError, ValueError, KeyError, EOFError) as error:
            raise EngineError(
                f"The quality model in {folder} cannot be read: {error}.", "Reinstall mt-audit or rebuild its assets."
            ) from error

    @classmethod
    @lru_cache(maxsize=1)
    def shipped(cls) -> QualityModel:
        """The model that comes with the package, read once."""
        return cls.load(Path(str(files("mt_audit.engine") / "assets" / "quality")))

    @property
    def signature(self) -> str:
        """Digest of the model and version of the program."""
        digest = hashlib.sha256()
        for name in sorted(self.arrays):
            digest.update(self.arrays[name].tobytes())
        return f"quality:{digest.hexdigest()[:12]}|version:{__version__}"

    def sums(self, rows: NDArray[np.floating]) -> Floats:
        """Features [n, f] → raw sums [n], higher for better."""
        a = self.arrays
        table = split(np.clip(rows, a["low"], a["high"]), a["cap"])
        return np.asarray((table - a["centre"]) / a["scale"] @ a["weight"])

    def values(self, rows: NDArray[np.floating]) -> Floats:
        """Features [n, f] → estimates [n], 0…100."""
        return np.asarray(np.interp(self.sums(rows), self.arrays["at"], self.arrays["told"]))

    def width(self, words: int) -> float:
        """Half the width of the interval of a pair with so many Arabic words."""
        a, b = self.arrays["spread"]
        return float(a + b / np.sqrt(max(words, 1)))


def split(rows: NDArray[np.floating], cap: Floats) -> Floats:
    """[n, f] → [n, 2f]: each column up to its cap, then what lies beyond it."""
    return np.concatenate([np.minimum(rows, cap), np.maximum(rows - np.where(np.isinf(cap), rows, cap), 0.0)], axis=1)


def cosines(views: Sequence[View], kit: Kit) -> Floats:
    """Cosine of the two sides of each pair: [n]."""
    if not views:
        return np.zeros(0)
    left = kit.encoder.encode([view.ar.text for view in views])
    right = kit.encoder.encode([view.original.text for view in views])
    return np.asarray((left * right).sum(axis=1), np.float64)


def estimates(views: Sequence[View], findings: Sequence[Finding], kit: Kit) -> tuple[Estimate, ...]:
    """One estimate for each pair; ``findings`` are the article's, each counted in the pair in which it begins."""
    if not views:
        return ()
    model = QualityModel.shipped()
    sides = zip(views, cosines(views, kit), word_tables(views), strict=True)
    table = np.stack([features(view, _of(view, findings), float(near), words) for view, near, words in sides])
    found = []
    for view, value in zip(views, model.values(table), strict=True):
        half = model.width(len(view.ar.words))
        low, high = max(0.0, value - half), min(100.0, value + half)
        found.append(Estimate(round(float(value), 2), round(low, 2), round(high, 2)))
    return tuple(found)


def _of(view: View, findings: Sequence[Finding]) -> list[Finding]:
    start, end = view.ar.start, view.ar.start + len(view.ar.text)
    return [finding for finding in findings if start <= finding.span.start < max(end, start + 1)]


def article_estimate(pairs: Sequence[Estimate], words: Sequence[int]) -> Estimate:
    """Mean of the pairs' estimates by length, with the interval of resampled pairs (fixed seed).

    Each resampled pair is moved by chance within its own interval, so that a text of one pair keeps its interval.
    """
    value = np.array([pair.value for pair in pairs])
    half = np.array([max(pair.high - pair.value, pair.value - pair.low) for pair in pairs]) / 1.645
    weight = np.maximum(np.array(words, np.float64), 1.0)
    random = np.random.default_rng(_SEED)
    drawn = random.integers(0, len(value), (RESAMPLES, len(value)))
    moved = value[drawn] + half[drawn] * random.standard_normal(drawn.shape)
    means = (moved * weight[drawn]).sum(1) / weight[drawn].sum(1)
    mean = float((value * weight).sum() / weight.sum())
    low, high = np.clip(np.percentile(means, _COVER), 0.0, 100.0)
    return Estimate(round(mean, 2), round(min(float(low), mean), 2), round(max(float(high), mean), 2))


def quality(views: Sequence[View] | None, findings: Sequence[Finding], kit: Kit) -> Score:
    """The article's estimate over its aligned pairs; ``views`` is None without an original."""
    if views is None:
        return Score("quality", None, "", reason="no original was found or given")
    if not views:
        return Score("quality", None, "", reason="no sentence of the article could be paired")
    each = estimates(views, findings, kit)
    whole = article_estimate(each, [len(view.ar.words) for view in views])
    signature = f"{QualityModel.shipped().signature}|{kit.encoder.signature}|resamples:{RESAMPLES}|seed:{_SEED}"
    return Score("quality", whole.value, signature, whole.low, whole.high)
