"""The small model that weighs the evidence: standardised rates, a weight each, one probability."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
from numpy.typing import NDArray

from mt_audit.detection.evidence import COUNTS


class Fusion:
    """Arrays: ``weight``, ``centre``, ``cap`` [len(COUNTS)] and ``bias`` []. Log-odds = bias + Σ weight · (min(x, cap) - centre).

    ``centre`` is what a person's text usually shows, so a kind of evidence that is switched off adds nothing.
    """

    def __init__(self, arrays: Mapping[str, NDArray[np.generic]]) -> None:
        self.weight = np.asarray(arrays["weight"], np.float64)
        self.centre = np.asarray(arrays["centre"], np.float64)
        self.cap = np.asarray(arrays["cap"], np.float64)
        self.bias = float(np.asarray(arrays["bias"]))

    def contributions(self, features: NDArray[np.float32], without: Collection[str] = ()) -> NDArray[np.float64]:
        """Log-odds that each count adds: [..., len(COUNTS)]; those of kinds in ``without`` are 0."""
        on = np.array([kind not in without for kind, _ in COUNTS])
        return np.where(on, self.weight * (np.minimum(features, self.cap) - self.centre), 0.0)

    def probability(self, features: NDArray[np.float32], without: Collection[str] = ()) -> NDArray[np.float64]:
        """Probability that a machine wrote the text: [...]."""
        odds = self.bias + self.contributions(features, without).sum(-1)
        return np.asarray(1.0 / (1.0 + np.exp(-np.clip(odds, -30, 30))))
