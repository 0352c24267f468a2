"""Give findings that were made from the Arabic alone the words of the original they stand for, when there is one.

An idiom found by its Arabic shape is half the evidence; beside the English that it renders an editor decides at a
glance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mt_audit.checks.base import View
from mt_audit.core import Category, Finding, Span

_WITHOUT = {Category.TYPOGRAPHY, Category.QUOTE_BROKEN, Category.BOILERPLATE, Category.ADDITION, Category.DUPLICATION}
"""Categories that the original has no part in."""
_SURE = 0.5
"""Least probability of a word link that counts as evidence."""
_PAIRED = 0.6
"""Least score of a pair whose original is shown: a doubtful neighbour would mislead more than nothing."""
_WIDEST = 12
"""Words of the original beyond which linked words lie too far apart to be one expression."""


def with_original(findings: Sequence[Finding], views: Sequence[View]) -> tuple[Finding, ...]:
    """The findings, those without an original span given the one their words are linked to.

    Where the words have no links of their own the whole aligned sentence is shown.
    """
    return tuple(
        finding if finding.original_span is not None or finding.category in _WITHOUT else _placed(finding, views)
        for finding in findings
    )


def _placed(finding: Finding, views: Sequence[View]) -> Finding:
    for view in views:
        if view.score < _PAIRED:
            continue
        start = view.ar.start
        if start <= finding.span.start and finding.span.end <= start + len(view.ar.text):
            span = _linked(finding.span.shifted(-start), view) or Span(0, len(view.original.text))
            return replace(
                finding, original_span=span.shifted(view.original.start), original_quote=span.of(view.original.text)
            )
    return finding


def _linked(span: Span, view: View) -> Span | None:
    inside = {index for index, word in enumerate(view.ar.words) if word.span.overlaps(span)}
    found = sorted({link.original for link in view.links if link.ar in inside and link.probability >= _SURE})
    if not found or found[-1] - found[0] >= _WIDEST:
        return None
    return view.original.span_of(found[0], found[-1])
