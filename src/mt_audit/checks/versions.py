"""The original in hand may be another version of the story, or a retelling of it; what that takes from the findings.

Outlets rewrite a story under one address, and sites retell each other's. What the Arabic has and the version in hand
has not is then no addition, and a word that differs from a retelling is no mistranslation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mt_audit.checks import checks_beside_original
from mt_audit.core import Finding, Original, Pair, Severity

OTHER_VERSION = 0.15
"""Share of Arabic sentences without a counterpart from which the original is taken for another version. Machine
translation adds hardly anything, so several unmatched sentences mean a different text."""
AT_LEAST = 2
"""Unmatched sentences that it takes, however short the article."""
RETOLD = 0.7
"""Score of a found original below which it may be a retelling: what differs from it is shown as minor only."""


def as_version(original: Original | None, pairs: Sequence[Pair]) -> Original | None:
    """The original, marked as truncated when too much of the Arabic is not in it."""
    if original is None or original.truncated:
        return original
    count = sum(len(pair.ar) for pair in pairs)
    alone = sum(len(pair.ar) for pair in pairs if not pair.original)
    if alone < AT_LEAST or alone < OTHER_VERSION * count:
        return original
    reason = f"{alone} of {count} sentences of the Arabic are not in this version"
    return replace(original, truncated=True, reason="; ".join(filter(None, (original.reason, reason))))


def doubted(findings: Sequence[Finding], original: Original | None) -> list[Finding]:
    """The findings; those that rest on a doubtful original are minor and half as sure."""
    if original is None or original.given or original.score >= RETOLD:
        return list(findings)
    beside = checks_beside_original()
    return [
        replace(
            finding,
            severity=Severity.MINOR,
            confidence=round(finding.confidence / 2, 4),
            message=f"{finding.message} The original found may be a retelling, so this may be its wording only.",
        )
        if finding.check in beside
        else finding
        for finding in findings
    ]
