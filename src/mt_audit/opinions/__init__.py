"""Second opinions: other programs that read the pair, each off by default, each marked with its name in the report.

They never raise the verdict by themselves: an editor sees what they say beside what mt-audit found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from mt_audit.core import CheckRun, Finding, Score
from mt_audit.text.passage import Passage

PairText = tuple[Passage, Passage]
"""Arabic and original side of one aligned pair, with their offsets."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one opinion said of an article; ``reason`` tells why it said nothing."""

    source: str
    findings: tuple[Finding, ...] = ()
    scores: tuple[Score, ...] = ()
    reason: str = ""


class Opinion(Protocol):
    """Another reader of the same pairs."""

    name: str

    def read(self, pairs: Sequence[PairText]) -> Said:
        """Findings and scores of the pairs. Never raises for a service that is away: ``Said.reason`` tells."""


def heard(said: Said) -> CheckRun:
    """What became of an opinion, as a line of the report's list of checks."""
    return CheckRun(said.source, "skipped" if said.reason and not said.findings else "ran", said.reason, said.findings)


def beside(own: Sequence[Finding], said: Sequence[Said]) -> tuple[Finding, ...]:
    """Our findings and those of the opinions that say something of other words, in text order."""
    others = [
        finding
        for one in said
        for finding in one.findings
        if not any(2 * finding.span.shared(mine.span) >= min(len(finding.span), len(mine.span)) for mine in own)
    ]
    return tuple(sorted([*own, *others], key=lambda finding: (finding.span, finding.check)))
