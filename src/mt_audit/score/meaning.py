"""Meaning kept, by the encoder: how close each pair lies, and how much of both texts is paired at all."""

from __future__ import annotations

from collections.abc import Sequence

from mt_audit import __version__
from mt_audit.checks.viewing import joined
from mt_audit.core import Document, Original, Pair, Score
from mt_audit.engine.kit import Kit


def meaning(document: Document, original: Original | None, pairs: Sequence[Pair], kit: Kit) -> tuple[Score, ...]:
    """``meaning``: mean cosine of the pairs by length; ``coverage-ar``, ``coverage-original``: shares that are paired.

    All 0…1. Without an original there is nothing to compare with, and the scores say so.
    """
    names = ("meaning", "coverage-ar", "coverage-original")
    if original is None:
        return tuple(Score(name, None, "", reason="no original was found or given") for name in names)
    both = [(joined(document, pair.ar), joined(original.document, pair.original)) for pair in pairs]
    full = [(left, right) for left, right in both if left is not None and right is not None]
    signature = f"encoder:{kit.encoder.signature}|version:{__version__}"
    if not full:
        return tuple(Score(name, 0.0, signature) for name in names)
    left = kit.encoder.encode([ar.text for ar, _ in full])
    right = kit.encoder.encode([source.text for _, source in full])
    weights = [len(ar.text) for ar, _ in full]
    cosines = (left * right).sum(axis=1)
    value = float(sum(c * w for c, w in zip(cosines, weights, strict=True)) / sum(weights))
    whole_ar = sum(len(sentence.span) for sentence in document.sentences)
    whole_original = sum(len(sentence.span) for sentence in original.document.sentences)
    covered = (sum(weights) / max(1, whole_ar), sum(len(s.text) for _, s in full) / max(1, whole_original))
    return (
        Score(names[0], round(max(0.0, value), 4), signature),
        Score(names[1], round(min(1.0, covered[0]), 4), signature),
        Score(names[2], round(min(1.0, covered[1]), 4), signature),
    )
