"""The MQM score: what is left of 100 after the penalty of all findings.

Weights are MQM's default severity multipliers (minor 1, major 5, critical 25; https://themqm.org), per 100 words.
Each finding counts as much as it is sure (penalty × confidence). Short texts are held to 100 words, so that one
slip in a two-line brief does not read as a ruined article.
"""

from __future__ import annotations

from collections.abc import Sequence

from mt_audit import __version__
from mt_audit.core import Document, Finding, Score, Severity
from mt_audit.text.words import words

WEIGHTS = {Severity.MINOR: 1.0, Severity.MAJOR: 5.0, Severity.CRITICAL: 25.0}
SHORTEST = 100
"""Words below which a text is scored as if it had this many."""


def penalty(findings: Sequence[Finding]) -> float:
    """Sum of severity weight × confidence."""
    return sum(WEIGHTS[finding.severity] * finding.confidence for finding in findings)


def article_words(document: Document) -> int:
    """Words of the article, chrome left out."""
    return sum(len(words(document.text_of(sentence.index))) for sentence in document.sentences)


SHORTEST_SEGMENT = 20
"""Words below which a single sentence is scored as if it had this many."""


def segment_score(ar: str, findings: Sequence[Finding]) -> float:
    """The MQM score of one pair: 0…100."""
    count = max(SHORTEST_SEGMENT, len(words(ar)))
    return round(max(0.0, 100.0 - 100.0 * penalty(findings) / count), 2)


def mqm(document: Document, findings: Sequence[Finding]) -> Score:
    """0…100, 100 for a text without findings."""
    count = max(SHORTEST, article_words(document))
    value = max(0.0, 100.0 - 100.0 * penalty(findings) / count)
    return Score("mqm", round(value, 2), f"mqm|weights:1-5-25|per:words|min:{SHORTEST}|version:{__version__}")
