"""The report as one self-contained HTML page: no file, font, script or address is fetched to read it.

The page is written by the templates in ``templates/``; this module gathers what they show. Everything that comes
from the article passes through ``markup``: it is escaped, isolated, and its hidden characters are made visible.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from mt_audit.core import Finding, Original, Report, Severity, Span
from mt_audit.report import charts, wording
from mt_audit.report.changes import Change, changes
from mt_audit.report.context import around
from mt_audit.report.draft import draft
from mt_audit.report.manual import Page, marked, page_of
from mt_audit.report.markup import anchor, coded, direction, plain, prose, safe_url, show
from mt_audit.report.rows import Row, rows
from mt_audit.report.segments import Placed, Segment, Shelf
from mt_audit.text.words import words

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDED = 4
"""This many original sentences left out in a row are folded away until asked for."""

KINDS = 7
"""This many kinds of fault are drawn; the rest are named."""


@dataclass(frozen=True, slots=True)
class Note:
    """A finding as the page shows it."""

    number: int
    finding: Finding
    changes: tuple[Change, ...]
    explained: bool
    """Whether the page holds the manual page of its rule."""
    shown: bool
    """Whether a row shows its words: a finding may lie between sentences."""
    around: tuple[str, str]
    """Words before and after a short quote."""
    around_original: tuple[str, str]


def render_html(report: Report) -> str:
    """The report as an HTML page, ending with a newline. The same report gives the same bytes."""
    template = environment().get_template("report.html.j2")
    return template.render(context(report)).strip() + "\n"


def context(report: Report) -> dict[str, Any]:
    """What the template shows."""
    found = report.original if isinstance(report.original, Original) else None
    source_article = found.document.article if found else None
    pages = rule_pages(report.findings)
    kinds = charts.kinds(report)
    told = rows(report)
    in_ar, in_original = placed(report.findings)
    anchors = first_shown(told, in_ar)
    shown = {number for numbers in anchors.values() for number in numbers}
    explained = {page.check.id for page in pages}
    return {
        "report": report,
        "found": found,
        "original_language": source_article.language if source_article else "en",
        "evidence": evidence(found) if found else (),
        "words": len(words(report.article.text)),
        "kinds": kinds[:KINDS],
        "more_kinds": kinds[KINDS:],
        "signs": [
            (sign, around(report.article.text, sign.span))
            for sign in sorted(report.suspicion.signs, key=lambda sign: (-sign.weight, sign.span))
        ],
        "groups": grouped(told),
        "notes": [
            Note(
                number,
                finding,
                changes(finding.quote, finding.suggestion),
                finding.check in explained,
                number in shown,
                around(report.article.text, finding.span),
                around(source_article.text, finding.original_span)
                if source_article and finding.original_span
                else ("", ""),
            )
            for number, finding in enumerate(report.findings, start=1)
        ],
        "anchors": anchors,
        "draft": draft(report),
        "pages": pages,
        "counts": wording.by_severity(report.findings),
        "statuses": wording.runs_by_status(report),
        "bar": charts.severity_bar(report),
        "strip": charts.strip(report),
        "ar_cells": lambda span: cut(report.article.text, span, in_ar),
        "original_cells": lambda span: cut(source_article.text if source_article else "", span, in_original),
    }


def evidence(found: Original) -> tuple[str, ...]:
    """Why this is the original: the reason given for it, and what its candidate shares with the article."""
    chosen = [candidate for candidate in found.candidates if candidate.id == found.document.article.id]
    return tuple(dict.fromkeys(piece for piece in (found.reason, *(chosen[0].evidence if chosen else ())) if piece))


def placed(findings: Sequence[Finding]) -> tuple[Shelf, Shelf]:
    """Where the findings lie in the Arabic, and where in the original."""
    numbered = list(enumerate(findings, start=1))
    return (
        Shelf([Placed(number, finding.severity, finding.span) for number, finding in numbered]),
        Shelf(
            [
                Placed(number, finding.severity, finding.original_span)
                for number, finding in numbered
                if finding.original_span is not None
            ]
        ),
    )


def first_shown(told: Sequence[Row], in_ar: Shelf) -> dict[int, list[int]]:
    """Numbers of the findings by the offset of the segment in which each is first seen; one in no row is left out."""
    anchors: dict[int, list[int]] = {}
    seen: set[int] = set()
    for row in told:
        for span in row.ar:
            for segment in in_ar.cut(span):
                for one in (*segment.covering, *segment.ending):
                    if one.number not in seen:
                        seen.add(one.number)
                        anchors.setdefault(segment.span.start, []).append(one.number)
    return anchors


def cut(text: str, span: Span, findings: Shelf) -> tuple[tuple[str, Segment], ...]:
    """The words of ``span`` with the findings over them."""
    return tuple((segment.span.of(text), segment) for segment in findings.cut(span))


def grouped(told: Sequence[Row]) -> tuple[tuple[Row, ...], ...]:
    """Rows one by one, but for long runs of omitted sentences, which stand together."""
    groups: list[tuple[Row, ...]] = []
    run: list[Row] = []

    def close() -> None:
        groups.extend([tuple(run)] if len(run) >= FOLDED else [(row,) for row in run])
        run.clear()

    for row in told:
        if row.kind == "omitted" and not row.notes:
            run.append(row)
        else:
            close()
            groups.append((row,))
    close()
    return tuple(groups)


def rule_pages(findings: Sequence[Finding]) -> tuple[Page, ...]:
    """Manual pages of the rules behind ``findings``, in the order of the handbook; none for a second opinion."""
    from mt_audit.checks import all_checks

    used = {finding.check for finding in findings if finding.source == "mt-audit"}
    return tuple(page_of(check) for check in all_checks() if check.id in used)


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The template engine, loaded when the first page is asked for."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("mt_audit.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=plain,
        auto_reload=False,
    )
    made.filters.update(
        anchor=anchor, coded=coded, direction=direction, language=wording.language, marked=marked,
        percent=wording.percent, prose=prose, safe_url=safe_url, show=show, count=wording.count,
    )  # fmt: skip
    script = source("report.js")
    made.globals.update(
        Severity=Severity,
        WORST_FIRST=wording.WORST_FIRST,
        SIGN=wording.SIGN,
        HARM=wording.HARM,
        CATEGORY=wording.CATEGORY,
        GRADE=wording.GRADE,
        LABEL=wording.LABEL,
        RING=charts.RING,
        ARC=charts.ARC,
        filled=charts.filled,
        style=Markup(source("style.css")),
        script=Markup(script),
        script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
    )
    return made


def source(name: str) -> str:
    """A file of ``templates/`` as text, ready to stand inside the page."""
    from importlib.resources import files

    return files(__package__).joinpath("templates", name).read_text("utf-8").strip()
