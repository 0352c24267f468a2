"""The fitted numbers of sentence alignment and of the search for originals (``training/sentence_links``)."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mt_audit.align.evidence import Weights
from mt_audit.errors import EngineError

ASSET = Path(__file__).parent.parent / "engine" / "assets" / "links" / "links.json"
LINK = ("least_cover", "cover", "dense", "length", "sentences", "numbers")
"""Features of a link; see ``sentences.link_features``."""
LIKENESS = ("most_share", "least_share", "cover", "dense", "certain")
"""Features of two texts; see ``retrieve.Likeness.features``."""


def _logistic(weights: Sequence[float], values: Sequence[float]) -> float:
    total = weights[0] + sum(w * v for w, v in zip(weights[1:], values, strict=True))
    return 1.0 / (1.0 + math.exp(-min(max(total, -30.0), 30.0)))


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights of the alignment, and two logistic regressions with the constant first."""

    weights: Weights
    by_link: tuple[float, ...]
    by_likeness: tuple[float, ...]

    def link(self, features: Sequence[float]) -> float:
        """Probability that a link is right."""
        return _logistic(self.by_link, features)

    def likeness(self, features: Sequence[float]) -> float:
        """Probability that the one text was translated from the other."""
        return _logistic(self.by_likeness, features)


@cache
def calibration() -> Calibration:
    """The shipped numbers; EngineError when the asset is missing or damaged."""
    try:
        content = json.loads(ASSET.read_text(encoding="utf-8"))
        return Calibration(
            Weights(**content["weights"]),
            tuple(float(content["link"][name]) for name in ("constant", *LINK)),
            tuple(float(content["likeness"][name]) for name in ("constant", *LIKENESS)),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EngineError(f"{ASSET} cannot be read: {error}.", "Reinstall mt-audit or rebuild its assets.") from error
