"""One report, told in several ways: terminal text, JSON, HTML, Markdown and SARIF."""

from __future__ import annotations

from typing import Literal, get_args

from mt_audit.core import Report
from mt_audit.errors import UsageError
from mt_audit.report.style import Style

Format = Literal["text", "json", "html", "markdown", "sarif"]
FORMATS: tuple[Format, ...] = get_args(Format)
"""Every format ``render`` knows."""

SUFFIX: dict[Format, str] = {"text": ".txt", "json": ".json", "html": ".html", "markdown": ".md", "sarif": ".sarif"}
"""The usual ending of a file in that format."""


def render(report: Report, format: Format | str = "text", style: Style | None = None) -> str:
    """``report`` in ``format``, ending with a newline. ``style`` matters to the text format only.

    Raises:
        UsageError: for a format that is not one of ``FORMATS``.
    """
    # Each format is imported when it is asked for: a terminal report never pays for the HTML engine.
    match format:
        case "text":
            from mt_audit.report.text import render_text

            return render_text(report, style)
        case "json":
            from mt_audit.report.json import render_json

            return render_json(report)
        case "html":
            from mt_audit.report.html import render_html

            return render_html(report)
        case "markdown":
            from mt_audit.report.markdown import render_markdown

            return render_markdown(report)
        case "sarif":
            from mt_audit.report.sarif import render_sarif

            return render_sarif(report)
        case _:
            raise UsageError(f"There is no report format '{format}'.", f"One of: {', '.join(FORMATS)}.")


__all__ = ["FORMATS", "SUFFIX", "Format", "Style", "render"]
