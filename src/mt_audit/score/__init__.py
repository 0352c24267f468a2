"""Scores: numbers with a signature that says how they were made."""

from __future__ import annotations

from collections.abc import Sequence

from mt_audit.checks.base import View
from mt_audit.checks.viewing import Views
from mt_audit.core import Document, Finding, Original, Pair, Score
from mt_audit.engine.kit import Kit
from mt_audit.engine.translator import Translator
from mt_audit.score.backtranslation import back_translation
from mt_audit.score.meaning import meaning
from mt_audit.score.mqm import mqm
from mt_audit.score.overlap import overlap
from mt_audit.score.quality import quality


def scores(
    document: Document,
    original: Original | None,
    pairs: Sequence[Pair],
    findings: Sequence[Finding],
    kit: Kit,
    reference: str | None = None,
    translator: Translator | None = None,
    views: Sequence[View] | None = None,
) -> tuple[Score, ...]:
    """Every score of one audit, in report order; one that could not be computed has no value and says why.

    ``views``: the aligned pairs as the checks saw them, so that their word links need not be made again.
    """
    if views is None and original is not None:
        views = Views(document, original, pairs, kit).by_pair
    return (
        mqm(document, findings),
        quality(views if original is not None else None, findings, kit),
        *meaning(document, original, pairs, kit),
        *overlap(document, reference),
        *back_translation(document, original, pairs, translator),
    )
