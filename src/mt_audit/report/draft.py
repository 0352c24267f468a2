"""The article with the suggestions put in: a draft for an editor to go on from, never a text to publish unread."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mt_audit.core import Finding, Report, Span
from mt_audit.report.changes import Change


@dataclass(frozen=True, slots=True)
class Draft:
    """``paragraphs`` of kept and inserted words; ``text`` the same without marks.

    ``used`` suggestions went in; ``left`` findings have none, or one that crosses another.
    """

    paragraphs: tuple[tuple[Change, ...], ...]
    text: str
    used: int
    left: int


def draft(report: Report) -> Draft:
    """Put in every suggestion that does not cross a graver or surer one, and leave the site chrome out."""
    chosen = _compatible(report)
    edits: list[tuple[Span, str]] = [(finding.span, finding.suggestion or "") for finding in chosen]
    kept_out = [chrome.span for chrome in report.document.chrome]
    edits += [(span, "") for span in kept_out if not any(span.overlaps(edit) for edit, _ in edits)]
    told: list[Change] = []
    at = 0
    text = report.article.text
    for span, wording in sorted(edits, key=lambda edit: edit[0]):
        told.append(Change("keep", text[at : span.start]))
        if wording:
            told.append(Change("insert", wording))
        at = span.end
    told.append(Change("keep", text[at:]))
    paragraphs = _paragraphs(told)
    plain = "\n\n".join("".join(change.text for change in paragraph) for paragraph in paragraphs)
    return Draft(paragraphs, plain, len(chosen), len(report.findings) - len(chosen))


def _compatible(report: Report) -> list[Finding]:
    chosen: list[Finding] = []
    for finding in sorted(
        (finding for finding in report.findings if finding.suggestion is not None),
        key=lambda finding: (-finding.severity.rank, -finding.confidence, finding.span),
    ):
        if not any(_cross(finding.span, other.span) for other in chosen):
            chosen.append(finding)
    return chosen


def _cross(one: Span, other: Span) -> bool:
    """Whether two edits would spoil each other: they share text, or both put words in at the same place."""
    return one.overlaps(other) or one == other


def _paragraphs(told: list[Change]) -> tuple[tuple[Change, ...], ...]:
    """Changes parted at line breaks; a paragraph left without a letter is dropped."""
    found: list[list[Change]] = [[]]
    for change in told:
        for number, line in enumerate(re.split(r"\s*\n\s*", change.text)):
            if number:
                found.append([])
            if line:
                found[-1].append(Change(change.kind, line))
    return tuple(tuple(paragraph) for paragraph in found if any(re.search(r"\w", change.text) for change in paragraph))
