"""The two texts as rows to read side by side, in the order of the Arabic.

A row is a pair of sentences, a sentence that has no counterpart, or a stretch of site chrome. An original sentence
that the Arabic leaves out stands after the row of the original sentence before it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from mt_audit.core import Document, Finding, Original, Report, Span

RowKind = Literal["pair", "alone", "added", "omitted", "chrome"]


@dataclass(frozen=True, slots=True)
class Row:
    """``ar`` and ``original``: spans in the two texts; ``notes``: numbers (from 1) of the findings told under the row.

    ``alone`` is an Arabic sentence of an article whose original is not known, ``added`` one that the original
    found does not hold, ``omitted`` an original sentence that the Arabic does not hold.
    """

    kind: RowKind
    ar: tuple[Span, ...] = ()
    original: tuple[Span, ...] = ()
    numbers: tuple[int, ...] = ()
    """Which original sentences these are, from 1."""
    score: float = 0.0
    headline: bool = False
    opens_paragraph: bool = False
    moved: bool = False
    """The original tells this earlier than what the row before renders."""
    why: str = ""
    notes: tuple[int, ...] = ()


def rows(report: Report) -> tuple[Row, ...]:
    """All rows of a report. Every sentence and every finding stands in exactly one."""
    ordered = [row for _, row in sorted(_keyed(report), key=lambda keyed: keyed[0])]
    return _with_notes(_with_breaks(ordered, report.article.text), report.findings)


Key = tuple[int, int, int]
"""Where a row stands: start of its Arabic; 0 for that row, 1 for what follows it; number of the original sentence."""


def _keyed(report: Report) -> list[tuple[Key, Row]]:
    document = report.document
    found = report.original.document if isinstance(report.original, Original) else None
    keyed: list[tuple[Key, Row]] = []
    seen: set[int] = set()
    place: dict[int, int] = {}
    for pair in report.pairs:
        if pair.ar and found:
            start = document.sentences[pair.ar[0]].span.start
            seen.update(pair.ar)
            place.update(dict.fromkeys(pair.original, start))
            keyed.append(((start, 0, 0), _pair_row(pair.ar, pair.original, pair.score, document, found)))
    for sentence in document.sentences:
        if sentence.index not in seen:
            kind: RowKind = "added" if found else "alone"
            row = Row(kind, (sentence.span,), headline=sentence.headline)
            keyed.append(((sentence.span.start, 0, 0), row))
    keyed += [((chrome.span.start, 0, 0), Row("chrome", (chrome.span,), why=chrome.why)) for chrome in document.chrome]
    if found:
        keyed += _omitted(found, place)
    return keyed


def _pair_row(ar: tuple[int, ...], original: tuple[int, ...], score: float, document: Document, found: Document) -> Row:
    return Row(
        "pair" if original else "added",
        tuple(document.sentences[index].span for index in ar),
        tuple(found.sentences[index].span for index in original),
        tuple(index + 1 for index in original),
        score,
        headline=any(document.sentences[index].headline for index in ar),
    )


def _omitted(found: Document, place: dict[int, int]) -> list[tuple[Key, Row]]:
    keyed: list[tuple[Key, Row]] = []
    after = -1
    for sentence in found.sentences:
        if sentence.index in place:
            after = place[sentence.index]
        else:
            row = Row("omitted", (), (sentence.span,), (sentence.index + 1,))
            keyed.append(((after, 1, sentence.index), row))
    return keyed


def _with_breaks(ordered: Sequence[Row], text: str) -> list[Row]:
    """Rows that know whether they open a paragraph and whether the original told them earlier."""
    told: list[Row] = []
    end, furthest = 0, 0
    for row in ordered:
        opens = bool(row.ar) and (not end or "\n" in text[end : row.ar[0].start])
        moved = row.kind == "pair" and bool(row.numbers) and row.numbers[-1] < furthest
        told.append(replace(row, opens_paragraph=opens, moved=moved))
        if row.ar:
            end = row.ar[-1].end
        if row.kind == "pair":
            furthest = max(furthest, *row.numbers)
    return told


def _with_notes(told: list[Row], findings: Sequence[Finding]) -> tuple[Row, ...]:
    """Rows with the numbers of their findings: each finding under the row in which it begins, or the last before it."""
    notes: dict[int, list[int]] = {}
    placed = sorted((span.start, at) for at, row in enumerate(told) for span in row.ar)
    starts = [start for start, _ in placed]
    for number, finding in enumerate(findings, start=1):
        at = max(bisect_right(starts, finding.span.start) - 1, 0)
        notes.setdefault(placed[at][1] if placed else 0, []).append(number)
    if not told and findings:
        return (Row("alone", notes=tuple(range(1, len(findings) + 1))),)
    return tuple(replace(row, notes=tuple(notes.get(at, ()))) for at, row in enumerate(told))
