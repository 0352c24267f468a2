"""Run checks over views, place their hits in the article, and merge what several say of one spot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mt_audit.checks.base import Check, View
from mt_audit.core import Category, CheckRun, Finding, Hit, Span

_APART = {
    Category.OMISSION: "omission",
    Category.ADDITION: "addition",
    Category.TYPOGRAPHY: "typography",
    Category.BOILERPLATE: "boilerplate",
}
"""Findings of these categories say something else about the same words, so they merge only among themselves."""


def place(check: Check, hit: Hit, view: View) -> Finding:
    """A hit of ``check`` in ``view`` → a finding with offsets in the article (and in the original article)."""
    span = hit.span.shifted(view.ar.start)
    original_span: Span | None = None
    original_quote: str | None = None
    if hit.original is not None:
        side = view.whole_original if check.scope == "document" else view.original_or_none
        if side is not None:
            original_quote = hit.original.of(side.text)
            original_span = hit.original.shifted(side.start)
    return Finding(
        check=check.id,
        name=check.name,
        category=hit.category or check.category,
        severity=hit.severity or check.severity,
        confidence=hit.confidence,
        span=span,
        quote=hit.span.of(view.ar.text),
        message=hit.message,
        original_span=original_span,
        original_quote=original_quote,
        suggestion=hit.suggestion,
    )


def run(check: Check, views: Iterable[View], *, strict: bool = False) -> CheckRun:
    """Run one check over its views. A check that raises is reported as failed, unless ``strict``."""
    found: list[Finding] = []
    try:
        for view in views:
            found.extend(place(check, hit, view) for hit in check.find(view))
    except Exception as error:
        if strict:
            raise
        return CheckRun(check.id, "failed", f"{type(error).__name__}: {error}", tuple(found))
    return CheckRun(check.id, "ran", "", tuple(found))


def _strength(finding: Finding) -> tuple[int, float, int, str]:
    # Shorter spans lead among equals: they point at the fault more exactly.
    return (-finding.severity.rank, -finding.confidence, len(finding.span), finding.check)


def merge(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """One error, one finding: of those that share half of the shorter span the strongest stays. In text order."""
    kept: list[Finding] = []
    for finding in sorted(findings, key=_strength):
        kind = _APART.get(finding.category, "words")
        rivals = (other for other in kept if _APART.get(other.category, "words") == kind)
        if not any(2 * finding.span.shared(o.span) >= min(len(finding.span), len(o.span)) > 0 for o in rivals):
            kept.append(finding)
    return tuple(sorted(kept, key=lambda finding: (finding.span, finding.check)))
