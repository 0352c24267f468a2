"""A text cut where findings begin and end, so that nested and overlapping spans can all be shown."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mt_audit.core import Severity, Span


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding's number, severity and place in one of the two texts."""

    number: int
    severity: Severity
    span: Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch under the same findings. ``covering``: the worst first; ``ending``: those that end right after it.

    The last segment of a text may be empty: it holds findings without extent.
    """

    span: Span
    covering: tuple[Placed, ...]
    ending: tuple[Placed, ...]


class Shelf:
    """Findings in order of their place, so that those over one sentence are found without asking all."""

    def __init__(self, findings: Sequence[Placed]) -> None:
        self._findings = sorted(findings, key=lambda placed: (placed.span, placed.number))
        self._starts = [placed.span.start for placed in self._findings]
        self._longest = max((len(placed.span) for placed in self._findings), default=0)

    def cut(self, within: Span) -> tuple[Segment, ...]:
        """``within`` cut at every border of a finding."""
        first = bisect_left(self._starts, within.start - self._longest)
        last = bisect_right(self._starts, within.end)
        return segments(within, self._findings[first:last])


def segments(within: Span, findings: Sequence[Placed]) -> tuple[Segment, ...]:
    """``within`` cut at every border of ``findings``; joined again, the segments give ``within``."""
    touching = [placed for placed in findings if _touches(placed.span, within)]
    borders = {within.start, within.end}
    for placed in touching:
        borders |= {at for at in (placed.span.start, placed.span.end) if within.start <= at <= within.end}
    cuts = sorted(borders)
    pieces = [Span(a, b) for a, b in pairwise(cuts)] or [within]
    last = max((piece.end for piece in pieces), default=within.end)
    found = []
    for piece in pieces:
        covering = sorted(
            (placed for placed in touching if placed.span.overlaps(piece)),
            key=lambda placed: (-placed.severity.rank, len(placed.span), placed.number),
        )
        ending = [
            placed
            for placed in touching
            if placed.span.end == piece.end
            or (not len(placed.span) and placed.span.end == piece.start == within.start)
            or (placed.span.end > last == piece.end and placed.span.start < last)
        ]
        found.append(Segment(piece, tuple(covering), tuple(sorted(ending, key=lambda placed: placed.number))))
    return tuple(found)


def _touches(span: Span, within: Span) -> bool:
    """Whether any of ``span`` shows in ``within``; a span without extent shows where it points."""
    if len(span):
        return span.shared(within) > 0
    return within.start <= span.start <= within.end
