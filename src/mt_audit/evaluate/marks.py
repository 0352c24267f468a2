"""Gold spans against findings: what counts as found, and what as a false alarm."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mt_audit.core import Finding, Severity, Span
from mt_audit.evaluate.base import Figures


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated error. An omission may have an empty span: the place where something is missing."""

    span: Span
    severity: Severity
    category: str

    @property
    def counts(self) -> bool:
        """Whether recall asks for it: critical and major."""
        return self.severity.at_least(Severity.MAJOR)


def gold_of(record: Mapping[str, Any]) -> Gold:
    """A gold line (``start``, ``end``, ``severity``, ``category``) → Gold."""
    return Gold(
        Span(int(record["start"]), int(record["end"])), Severity(record["severity"]), str(record.get("category", ""))
    )


def found_by(gold: Span, finding: Span) -> bool:
    """Whether a finding covers half of the gold span, or lies inside it; an empty span need only be touched."""
    if len(gold) == 0:
        return finding.start <= gold.start <= finding.end
    inside = gold.start <= finding.start and finding.end <= gold.end
    return inside or 2 * gold.shared(finding) >= len(gold)


def touches(gold: Span, finding: Span) -> bool:
    """Whether the two share a character (or meet, when the gold span is empty)."""
    return gold.overlaps(finding) or (len(gold) == 0 and finding.start <= gold.start <= finding.end)


@dataclass(slots=True)
class Tally:
    """Counts over many texts."""

    words: int = 0
    findings: int = 0
    true: int = 0
    gold: int = 0
    recalled: int = 0
    recalled_major: int = 0
    by_category: dict[str, list[int]] = field(default_factory=dict)

    def add(self, golds: Sequence[Gold], findings: Iterable[Finding], words: int) -> None:
        """Count one text's gold spans and findings."""
        found = list(findings)
        serious = [finding for finding in found if finding.severity.at_least(Severity.MAJOR)]
        self.words += words
        self.findings += len(serious)
        self.true += sum(any(touches(gold.span, finding.span) for gold in golds) for finding in serious)
        for gold in golds:
            if not gold.counts:
                continue
            hit = any(found_by(gold.span, finding.span) for finding in found)
            self.gold += 1
            self.recalled += hit
            self.recalled_major += any(found_by(gold.span, finding.span) for finding in serious)
            share = self.by_category.setdefault(gold.category, [0, 0])
            share[0] += hit
            share[1] += 1

    def figures(self) -> Figures:
        """Recall, precision, false findings per 1,000 words, and recall by category."""
        return {
            "recall": self.recalled / self.gold if self.gold else 1.0,
            "recall_at_major": self.recalled_major / self.gold if self.gold else 1.0,
            "precision": self.true / self.findings if self.findings else 1.0,
            "false_per_1000_words": 1000 * (self.findings - self.true) / max(self.words, 1),
            "gold": self.gold,
            "findings": self.findings,
            "by_category": {
                name: {"recall": hit / total, "gold": total} for name, (hit, total) in sorted(self.by_category.items())
            },
        }
