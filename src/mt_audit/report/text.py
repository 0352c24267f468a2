"""The report for a terminal: the verdict first, then what to correct, the worst first.

Plain text when colour is off; Arabic is isolated line by line (see ``bidi``), so that the page reads in terminals
that order right-to-left text and in those that do not.
"""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from mt_audit.core import Finding, NoOriginal, Original, Report, Severity, Span
from mt_audit.report.bidi import folded, isolate_arabic, wrapped
from mt_audit.report.context import around
from mt_audit.report.style import Style
from mt_audit.report.wording import (
    GRADE,
    HARM,
    LABEL,
    SIGN,
    WORST_FIRST,
    by_severity,
    count,
    language,
    one_line,
    percent,
    runs_by_status,
    tally,
    visible,
)

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_COLOR = {Severity.CRITICAL: "bold red", Severity.MAJOR: "yellow", Severity.MINOR: "cyan"}
_GRADE_COLOR = {"publish": "green", "correct": "yellow", "reject": "red"}
_QUOTE_LINES = 3
"""A quote longer than this many lines is shortened in the middle; the HTML report has it whole."""


def render_text(report: Report, style: Style | None = None) -> str:
    """The report as lines for a terminal, ending with a newline."""
    style = style or Style()
    if style.verbosity < 0:
        return verdict_line(report) + "\n"
    console = _console(style)
    _verdict(console, report)
    _findings(console, report, style)
    if style.verbosity > 0:
        _signs(console, report)
        _scores(console, report)
        _checks(console, report)
        _accepted(console, report)
        _provenance(console, report)
    else:
        _not_told(console, report)
    return _printed(console)


def verdict_line(report: Report) -> str:
    """The whole verdict on one line, for ``-q`` and for logs."""
    suspicion = report.suspicion
    parts = [
        f"{report.verdict.grade} {report.verdict.score:.0f}/100",
        tally(report.findings),
        f"{LABEL[suspicion.label]} {percent(suspicion.probability)}",
        _original_in_short(report.original),
    ]
    return f"{isolate_arabic(one_line(report.article.id))}: {' · '.join(parts)}"


def _console(style: Style) -> Console:
    from rich.console import Console

    return Console(
        file=StringIO(),
        width=style.width,
        force_terminal=style.color,
        color_system="standard" if style.color else None,
        no_color=not style.color,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )


def _printed(console: Console) -> str:
    written = console.file
    assert isinstance(written, StringIO)
    return "\n".join(line.rstrip() for line in written.getvalue().splitlines()) + "\n"


def _original_in_short(original: Original | NoOriginal) -> str:
    match original:
        case Original(given=True):
            return "original given"
        case Original():
            return f"original found ({percent(original.score)})"
        case NoOriginal():
            return "no original"


def _verdict(console: Console, report: Report) -> None:
    from rich import box
    from rich.console import Group
    from rich.panel import Panel
    from rich.text import Text

    verdict = report.verdict
    color = _GRADE_COLOR[verdict.grade]
    inside = console.width - 4
    title = wrapped(report.article.title or report.article.id, inside, limit=2)
    lines: list[Text] = [Text(line, style="bold") for line in title]
    lines.append(Text())
    lines.append(Text.assemble((GRADE[verdict.grade].upper(), f"bold {color}"), f"   {verdict.score:.0f}/100"))
    lines.append(_counts(report))
    lines += [Text(line) for reason in verdict.reasons for line in folded(reason, inside, "· ", "  ")]
    lines.append(Text())
    lines += _facts(report, inside)
    console.print(Panel(Group(*lines), box=box.ROUNDED, border_style=color, padding=(0, 1)))


def _counts(report: Report) -> Text:
    from rich.text import Text

    line = Text()
    for severity, number in by_severity(report.findings).items():
        line.append(f"{SIGN[severity]} {number} {severity}   ", style=_COLOR[severity] if number else "dim")
    return line


def _facts(report: Report, width: int) -> list[Text]:
    from rich.text import Text

    suspicion = report.suspicion
    written = f"{LABEL[suspicion.label]}, {percent(suspicion.probability)} likely to be machine-made"
    if suspicion.source_language:
        written += f", from {language(suspicion.source_language)}"
    lines = [Text(line) for line in folded(written, width, "Reads as  ", " " * 10)]
    match report.original:
        case Original() as original:
            found = original.document.article
            how = "given" if original.given else f"found, score {original.score:.2f}, margin {original.margin:.2f}"
            if original.truncated:
                how += "; the stored text is cut"
            lines += [
                Text(line) for line in folded(f"{how} ({language(found.language)})", width, "Original  ", " " * 10)
            ]
            lines += [Text(f"          {line}") for line in wrapped(found.title or found.id, width - 10, limit=2)]
            if found.url:
                lines += [Text(line, style="dim") for line in folded(found.url, width, " " * 10, " " * 10)]
        case NoOriginal() as none:
            lines += [Text(line) for line in folded(f"none: {none.reason}", width, "Original  ", " " * 10)]
    return lines


def _findings(console: Console, report: Report, style: Style) -> None:
    from rich.text import Text

    shown = WORST_FIRST if style.verbosity > 0 else (Severity.CRITICAL, Severity.MAJOR)
    number = 0
    for severity in WORST_FIRST:
        group = [finding for finding in report.findings if finding.severity is severity]
        if not group:
            continue
        if severity not in shown:
            console.print()
            hidden = count(len(group), "minor finding")
            console.print(Text(f"{SIGN[severity]} {hidden} not shown; -v shows all", style=_COLOR[severity]))
            continue
        console.print()
        heading = f"{SIGN[severity]} {severity.value.upper()} · {len(group)} · {HARM[severity]}"
        console.print(Text(heading, style=_COLOR[severity]))
        for finding in group:
            number += 1
            _finding(console, report, finding, number)


def _finding(console: Console, report: Report, finding: Finding, number: int) -> None:
    from rich.text import Text

    width = console.width - 10
    console.print()
    head = Text.assemble((f"{number:>3}. ", "dim"), (finding.check, "bold"), f" {finding.name}")
    head.append(f"   {percent(finding.confidence)} sure, at {finding.span.start}–{finding.span.end}", style="dim")
    if finding.source != "mt-audit":
        head.append(f", says {isolate_arabic(one_line(finding.source))}", style="dim")
    console.print(head)
    arabic = _in_context(report.article.text, finding.span, finding.quote)
    _quoted(console, "ar", wrapped(arabic, width, _QUOTE_LINES), _COLOR[finding.severity])
    if finding.original_quote and finding.original_span and isinstance(report.original, Original):
        original = _in_context(report.original.document.article.text, finding.original_span, finding.original_quote)
        _quoted(console, "orig", wrapped(original, width, _QUOTE_LINES), "")
    if finding.suggestion is not None:
        put = wrapped(finding.suggestion, width, _QUOTE_LINES) if finding.suggestion else ["(delete)"]
        _quoted(console, "→", put, "green")
    _said(console, finding.message, "     ", "     ")


def _in_context(text: str, span: Span, quote: str) -> str:
    """The quote; a short one in ⟦marks⟧ among the words around it."""
    before, after = around(text, span)
    return f"{before}⟦{quote}⟧{after}" if before or after else quote


def _quoted(console: Console, label: str, lines: list[str], color: str) -> None:
    from rich.text import Text

    for index, line in enumerate(lines):
        console.print(
            Text.assemble((f"     {label if not index else '':<5}", "dim"), (line, color)), no_wrap=True, crop=False
        )


def _said(console: Console, text: str, head: str, indent: str, style: str = "") -> None:
    """An English sentence that may quote Arabic, wrapped by us: a wrapped isolate would be cut in two."""
    from rich.text import Text

    for line in folded(text, console.width, head, indent):
        console.print(Text(line, style=style), no_wrap=True, crop=False)


def _heading(console: Console, title: str) -> None:
    from rich.text import Text

    console.print()
    console.print(Text(title, style="bold underline"))


def _signs(console: Console, report: Report) -> None:
    from rich.text import Text

    if not report.suspicion.signs:
        return
    _heading(console, "Signs of machine translation")
    for sign in sorted(report.suspicion.signs, key=lambda sign: (-sign.weight, sign.span)):
        text = report.article.text
        for line in wrapped(_in_context(text, sign.span, sign.span.of(text)), console.width - 4, 1):
            console.print(Text(f"  {line}", style="cyan"))
        _said(console, sign.why, "    ", "    ")


def _scores(console: Console, report: Report) -> None:
    if not report.scores:
        return
    _heading(console, "Scores")
    longest = max(len(score.name) for score in report.scores)
    for score in report.scores:
        if score.value is None:
            told = f"not computed: {score.reason}"
        else:
            told = f"{score.value:.3g}"
            if score.low is not None and score.high is not None:
                told += f"  ({score.low:.3g} … {score.high:.3g})"
        _said(console, told, f"  {visible(score.name):<{longest}}  ", " " * 6)
        if score.value is not None and score.signature:
            _said(console, score.signature, " " * 6, " " * 6, "dim")


def _checks(console: Console, report: Report) -> None:
    from rich.text import Text

    _heading(console, "Checks")
    console.print(Text(_checks_in_short(report)))
    for run in report.runs:
        if run.status != "ran":
            color = "red" if run.status == "failed" else "dim"
            _said(console, f"{run.check} {run.status}: {run.reason}", "  ", "    ", color)


def _accepted(console: Console, report: Report) -> None:
    from rich.text import Text

    if not report.accepted:
        return
    _heading(console, "Accepted by the desk")
    for finding, reason in report.accepted:
        quote = wrapped(finding.quote, console.width - 30, 1)[0]
        head = f"  {SIGN[finding.severity]} {finding.check} {finding.name} "
        console.print(Text.assemble((head, "dim"), quote), no_wrap=True, crop=False)
        _said(console, reason, "    ", "    ")


def _provenance(console: Console, report: Report) -> None:
    from rich.text import Text

    _heading(console, "Provenance")
    for key, value in report.provenance.items():
        _said(console, f"{key}: {value}", "  ", "    ", "dim")
    for chrome in report.document.chrome:
        quote = wrapped(chrome.span.of(report.article.text), console.width - 30, 1)[0]
        console.print(Text.assemble(("  left out as site chrome: ", "dim"), quote), no_wrap=True, crop=False)
        _said(console, chrome.why, "    ", "    ", "dim")


def _not_told(console: Console, report: Report) -> None:
    """What this short report leaves out, so that silence is never taken for a clean bill."""

    console.print()
    told = _checks_in_short(report)
    if report.document.chrome:
        told += f"; {count(len(report.document.chrome), 'stretch', 'stretches')} of site chrome left out"
    if report.accepted:
        told += f"; {count(len(report.accepted), 'finding')} accepted by the desk"
    _said(console, told, "", "", "dim")
    for run in report.runs:
        if run.status == "failed":
            _said(console, f"{run.check} failed: {run.reason}", "", "  ", "red")


def _checks_in_short(report: Report) -> str:
    statuses = runs_by_status(report)
    told = f"{count(statuses['ran'], 'check')} ran"
    if statuses["skipped"]:
        told += f", {statuses['skipped']} skipped"
    if statuses["failed"]:
        told += f", {statuses['failed']} failed"
    return told
