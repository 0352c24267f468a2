"""The report as Markdown, to paste into an issue, a pull request or a content system.

Text from the article is escaped: it makes no markup, no links and no mentions. Arabic is isolated with Unicode
marks, because sanitisers take away ``dir`` and ``<bdi>`` and leave characters alone.
"""

from __future__ import annotations

import re

from mt_audit.core import Finding, NoOriginal, Original, Report
from mt_audit.report.bidi import isolate, isolate_arabic
from mt_audit.report.wording import (
    GRADE,
    LABEL,
    SIGN,
    WORST_FIRST,
    count,
    language,
    one_line,
    percent,
    runs_by_status,
    tally,
)

_SPECIAL = re.compile(r"[\\`*_\[\]#|~&<>@]|(?<=\w):(?=//)")
_ENTITY = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;", ":": "&#58;"}


def render_markdown(report: Report) -> str:
    """The report as GitHub-flavoured Markdown, ending with a newline."""
    verdict = report.verdict
    parts = [
        f"## {_quote(report.article.title or report.article.id)}",
        f"**{GRADE[verdict.grade]}** · {verdict.score:.0f}/100 · {tally(report.findings)}",
        "\n".join(f"- {_said(reason)}" for reason in verdict.reasons),
        f"{_reads_as(report)}\n\n{_original(report.original)}",
    ]
    for severity in WORST_FIRST:
        group = [finding for finding in report.findings if finding.severity is severity]
        if group:
            parts.append(f"### {SIGN[severity]} {severity.value.capitalize()} ({len(group)})\n\n{_table(group)}")
    parts.append(_small_print(report))
    return "\n\n".join(part for part in parts if part) + "\n"


def escape(text: str) -> str:
    """``text`` on one line, without any character that Markdown or HTML would act on."""
    return _SPECIAL.sub(lambda found: _ENTITY.get(found[0], f"\\{found[0]}"), one_line(text))


def _said(text: str) -> str:
    return isolate_arabic(escape(text))


def _quote(text: str) -> str:
    return isolate(escape(text))


def _reads_as(report: Report) -> str:
    suspicion = report.suspicion
    source = f", from {language(suspicion.source_language)}" if suspicion.source_language else ""
    return f"Reads as {LABEL[suspicion.label]} (probability {percent(suspicion.probability)}{source})."


def _original(original: Original | NoOriginal) -> str:
    match original:
        case Original():
            article = original.document.article
            title = _quote(article.title or article.id)
            if article.url and re.fullmatch(r"https?://[^\s<>()]+", article.url):
                title = f"[{title}](<{article.url}>)"
            how = "given" if original.given else f"score {original.score:.2f}, margin {original.margin:.2f}"
            cut = " The stored text of the original is cut." if original.truncated else ""
            return f"Original: {title} ({how}).{cut}"
        case NoOriginal():
            return f"No original: {_said(original.reason)}"


def _table(findings: list[Finding]) -> str:
    rows = ["| Arabic | Original | Instead | Why |", "|---|---|---|---|"]
    for finding in findings:
        original = _quote(finding.original_quote) if finding.original_quote else "–"
        match finding.suggestion:
            case None:
                instead = "–"
            case "":
                instead = "*delete*"
            case wording:
                instead = _quote(wording)
        why = f"{_said(finding.message)} ({finding.check}, {percent(finding.confidence)})"
        rows.append(f"| {_quote(finding.quote)} | {original} | {instead} | {why} |")
    return "\n".join(rows)


def _small_print(report: Report) -> str:
    statuses = runs_by_status(report)
    line = f"{count(statuses['ran'], 'check')} ran, {statuses['skipped']} skipped, {statuses['failed']} failed"
    if report.accepted:
        line += f"; {count(len(report.accepted), 'finding')} accepted by the desk"
    signed = "; ".join(f"{escape(key)} {escape(value)}" for key, value in report.provenance.items())
    return f"---\n\n*{line}. mt-audit: {signed}*"
