"""The verdict: publish, correct or reject, and the three reasons that decided it.

What each means to an editor:

* **publish**: it is likelier than not that no harmful error is left. The findings at major and above are together worth
  less than half an error (``DOUBT``: the sum of their confidences). Minor findings are for the copy desk and never hold
  a text up.
* **correct**: there are errors that a reader would be misled by, few enough to be mended where they stand.
* **reject**: translating again costs less than mending. The MQM score is under ``REJECT_BELOW``.

How they were chosen: on our six sample articles, the professional translations of the same originals, two native
articles, and copies of the professional translations with 2, 4 and 8 planted errors. The careless machine versions,
with 25 errors each, all scored under 75; the professional and native ones over 80 even while some checks raised false
alarms. In an article of 250 to 300 words two critical findings are mendable (80 to 85), three with some majors are not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mt_audit.core import Document, Finding, Grade, NoOriginal, Original, Severity, Suspicion, Verdict
from mt_audit.score.mqm import mqm

REJECT_BELOW = 80.0
"""MQM score under which correcting costs more than translating again: about one critical or four major
findings in every 125 words."""
DOUBT = 0.5
"""Expected number of harmful errors under which a text may be published."""


def _shown(finding: Finding) -> str:
    quote = finding.quote if len(finding.quote) <= 60 else finding.quote[:57] + "…"
    source = f" for “{finding.original_quote}”" if finding.original_quote and len(finding.original_quote) <= 80 else ""
    return f"{finding.severity.value} {finding.name}: «{quote}»{source}"


def _told(findings: Sequence[Finding]) -> list[Finding]:
    """The most harmful first; among equals one of each check before a second, so that three reasons differ."""
    ordered = sorted(findings, key=lambda f: (-f.severity.rank, -f.confidence, f.span))
    seen: Counter[tuple[Severity, str]] = Counter()
    turns = []
    for place, finding in enumerate(ordered):
        turns.append((-finding.severity.rank, seen[finding.severity, finding.check], place))
        seen[finding.severity, finding.check] += 1
    return [ordered[place] for _, _, place in sorted(turns)]


def verdict(
    document: Document, findings: Sequence[Finding], suspicion: Suspicion, original: Original | NoOriginal
) -> Verdict:
    """Grade by the worst findings and the MQM score; ``score`` is the MQM score."""
    score = mqm(document, findings).value or 0.0
    counts = Counter(finding.severity for finding in findings)
    harmful = _told([finding for finding in findings if finding.severity.at_least(Severity.MAJOR)])
    grade: Grade = "publish"
    if sum(finding.confidence for finding in harmful) >= DOUBT:
        grade = "reject" if score < REJECT_BELOW else "correct"
    reasons = [_shown(finding) for finding in harmful[: 2 if len(harmful) > 2 else 3]]
    if len(harmful) > 2:
        reasons.append(
            f"{counts[Severity.CRITICAL]} critical and {counts[Severity.MAJOR]} major findings; "
            f"MQM score {score:.0f} of 100"
        )
    if not harmful:
        reasons.append("no finding at major or above")
    if len(reasons) < 3 and suspicion.label == "machine":
        reasons.append(f"reads as machine-translated ({suspicion.probability:.0%})")
    if len(reasons) < 3 and isinstance(original, NoOriginal):
        reasons.append("no original to compare with: only what the Arabic shows by itself was checked")
    return Verdict(grade, score, tuple(reasons[:3]))
