"""The verdict: publish, correct or reject, and the three reasons that decided it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mt_audit.core import Document, Finding, Grade, NoOriginal, Original, Severity, Suspicion, Verdict
from mt_audit.score.mqm import mqm

REJECT_BELOW = 80.0
"""MQM score under which correcting costs more than translating again: about one critical or four major
findings in every 125 words."""


def _shown(finding: Finding) -> str:
    quote = finding.quote if len(finding.quote) <= 60 else finding.quote[:57] + "…"
    source = f" for “{finding.original_quote}”" if finding.original_quote and len(finding.original_quote) <= 80 else ""
    return f"{finding.severity.value} {finding.name}: «{quote}»{source}"


def verdict(
    document: Document, findings: Sequence[Finding], suspicion: Suspicion, original: Original | NoOriginal
) -> Verdict:
    """Grade by the worst findings and the MQM score; ``score`` is the MQM score."""
    score = mqm(document, findings).value or 0.0
    counts = Counter(finding.severity for finding in findings)
    harmful = sorted(
        (f for f in findings if f.severity.at_least(Severity.MAJOR)),
        key=lambda f: (-f.severity.rank, -f.confidence, f.span),
    )
    grade: Grade = "publish"
    if harmful:
        grade = "reject" if score < REJECT_BELOW else "correct"
    reasons = [_shown(finding) for finding in harmful[: 2 if len(harmful) > 2 else 3]]
    if len(harmful) > 2:
        reasons.insert(
            0,
            f"{counts[Severity.CRITICAL]} critical and {counts[Severity.MAJOR]} major findings; "
            f"MQM score {score:.0f} of 100",
        )
    if not harmful:
        reasons.append("no finding at major or above")
    if len(reasons) < 3 and suspicion.label == "machine":
        reasons.append(f"reads as machine-translated ({suspicion.probability:.0%})")
    if len(reasons) < 3 and isinstance(original, NoOriginal):
        reasons.append("no original to compare with: only what the Arabic shows by itself was checked")
    return Verdict(grade, score, tuple(reasons[:3]))
