"""The numbers behind the report's drawings; the templates turn them into inline SVG.

The strip runs from right to left, as the article does: offset 0 stands at 100 %.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from mt_audit.core import Category, Finding, Report, Severity, Span
from mt_audit.report.wording import CATEGORY, WORST_FIRST, by_severity

RING = 2 * math.pi * 52
"""Circumference of the score ring (radius 52)."""
ARC = math.pi * 52
"""Length of the half-circle gauge."""


@dataclass(frozen=True, slots=True)
class Share:
    """One part of the severity bar: percentages of its width."""

    severity: Severity
    number: int
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A finding on the strip."""

    number: int
    severity: Severity
    x: float


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of the article on the strip; ``weight`` 0…1."""

    x: float
    width: float
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Strip:
    """The article from end (left) to start (right)."""

    ticks: tuple[Tick, ...]
    chrome: tuple[Band, ...]
    suspect: tuple[Band, ...]
    paragraphs: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """How many findings there are of one kind, and how severe."""

    name: str
    number: int
    shares: tuple[Share, ...]


def severity_bar(report: Report) -> tuple[Share, ...]:
    """The findings of each severity as parts of one bar, the worst first; nothing for severities without any."""
    return _shares(report.findings, len(report.findings))


def kinds(report: Report) -> tuple[Kind, ...]:
    """The kinds of fault, the most frequent first; bars are drawn to the scale of the most frequent."""
    sorted_out: dict[Category, list[Finding]] = {}
    for finding in report.findings:
        sorted_out.setdefault(finding.category, []).append(finding)
    most = max(map(len, sorted_out.values()), default=1)
    return tuple(
        Kind(CATEGORY[category], len(group), _shares(group, most))
        for category, group in sorted(sorted_out.items(), key=lambda pair: (-len(pair[1]), pair[0].value))
    )


def _shares(findings: Sequence[Finding], total: int) -> tuple[Share, ...]:
    counted = by_severity(findings)
    shares: list[Share] = []
    at = 0.0
    for severity in WORST_FIRST:
        if counted[severity]:
            width = 100 * counted[severity] / total
            shares.append(Share(severity, counted[severity], round(at, 2), round(width, 2)))
            at += width
    return tuple(shares)


def strip(report: Report) -> Strip:
    """Where in the article the findings, the chrome and the suspect passages lie."""
    text = report.article.text
    length = max(len(text), 1)

    def x(offset: int) -> float:
        return round(100 - 100 * offset / length, 2)

    def band(span: Span, weight: float = 1.0) -> Band:
        return Band(x(span.end), round(100 * len(span) / length, 2), round(weight, 3))

    breaks = [sentence.span.start for sentence in report.document.sentences]
    opening = [start for start in breaks if "\n" in text[max(0, start - 2) : start]]
    return Strip(
        tuple(
            Tick(number, finding.severity, x((finding.span.start + finding.span.end) // 2))
            for number, finding in enumerate(report.findings, start=1)
        ),
        tuple(band(chrome.span) for chrome in report.document.chrome),
        tuple(band(passage.span, passage.probability) for passage in report.suspicion.passages),
        tuple(x(start) for start in opening),
    )


def filled(share: float, length: float) -> str:
    """``stroke-dasharray`` that draws ``share`` (0…1) of a line of ``length``."""
    drawn = length * min(max(share, 0.0), 1.0)
    return f"{drawn:.2f} {length - drawn + 1:.2f}"
