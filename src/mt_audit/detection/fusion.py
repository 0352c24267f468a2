"""The small model that weighs the evidence: standardised rates, a weight each, one probability."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mt_audit.detection.evidence import COUNTS

TYPICAL_WORDS, LONGEST = 125.0, 4.0


def amount(words: NDArray[Any] | float) -> NDArray[np.float64]:
    """How much a text of so many words has to say: 1 for a passage of 125 words, root-wise less or more, at most 2."""
    return np.asarray(np.sqrt(np.minimum(np.asarray(words, np.float64) / TYPICAL_WORDS, LONGEST)))


class Fusion:
    """Log-odds = bias + amount · Σ weight · (min(x, cap) - centre): arrays [len(COUNTS)], and ``bias`` [].

    ``centre`` is what a person's text usually shows, so a kind of evidence that is switched off adds nothing.
    """

    def __init__(self, arrays: Mapping[str, NDArray[np.generic]]) -> None:
        self.weight = np.asarray(arrays["weight"], np.float64)
        self.centre = np.asarray(arrays["centre"], np.float64)
        self.cap = np.asarray(arrays["cap"], np.float64)
        self.bias = float(np.asarray(arrays["bias"]))

    def contributions(
        self, features: NDArray[np.float32], words: NDArray[Any] | float, without: Collection[str] = ()
    ) -> NDArray[np.float64]:
        """Log-odds that each count adds: [..., len(COUNTS)]; those of kinds in ``without`` are 0.

        ``features`` [..., len(COUNTS)] of texts of ``words`` [...] words.
        """
        on = np.array([kind not in without for kind, _ in COUNTS])
        shown = np.where(on, self.weight * (np.minimum(features, self.cap) - self.centre), 0.0)
        return np.asarray(shown * amount(words)[..., None])

    def probability(
        self, features: NDArray[np.float32], words: NDArray[Any] | float, without: Collection[str] = ()
    ) -> NDArray[np.float64]:
        """Probability that a machine wrote each text: [...]."""
        odds = self.bias + self.contributions(features, words, without).sum(-1)
        return np.asarray(1.0 / (1.0 + np.exp(-np.clip(odds, -30, 30))))
