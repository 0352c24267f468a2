"""Right-to-left text inside left-to-right lines, for terminals and plain text.

Every quoted stretch is put between a first-strong isolate and its end (Unicode UAX #9), so that a terminal that
orders text for reading keeps the Arabic to itself, and one that does not still shows the line's own order.
An isolate ends with its line, so long quotes are cut into lines first and each line isolated by itself.
"""

from __future__ import annotations

import re

from mt_audit.report.wording import one_line

FSI, PDI = "\u2068", "\u2069"


def isolate(text: str) -> str:
    """``text`` on one line, hidden characters spelt out, inside an isolate."""
    return f"{FSI}{one_line(text)}{PDI}"


_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
ARABIC_RUN = re.compile(f"{_ARABIC.pattern}(?:[^A-Za-z\n'\"‘’“”()<>→]*{_ARABIC.pattern})?")
"""Arabic inside an English sentence: from its first letter to its last, figures and spaces between taken along."""


def isolate_arabic(line: str) -> str:
    """Every run of Arabic in an English line inside an isolate of its own."""
    return ARABIC_RUN.sub(lambda run: f"{FSI}{run[0]}{PDI}", line)


def wrapped(text: str, width: int, limit: int = 0) -> list[str]:
    """``text`` cut at spaces into isolated lines of at most ``width`` columns.

    With ``limit``, at most that many lines: what is left out in the middle of the text is shown as ``…``.
    """
    lines = _lines(text, width)
    if limit and len(lines) > limit:
        lines = [*lines[: limit - 1], f"… {lines[-1]}"] if limit > 1 else [f"{lines[0]} …"]
    return [f"{FSI}{line}{PDI}" for line in lines]


def folded(text: str, width: int, head: str = "", indent: str = "") -> list[str]:
    """English prose as lines of at most ``width`` columns, ``head`` before the first, ``indent`` before the others.

    Arabic in it is isolated line by line.
    """
    lines = _lines(text, width - max(len(head), len(indent)))
    return [f"{indent if number else head}{isolate_arabic(line)}" for number, line in enumerate(lines)]


def _lines(text: str, width: int) -> list[str]:
    from rich.cells import cell_len

    lines: list[str] = []
    line = ""
    for word in one_line(text).split(" "):
        for piece in _pieces(word, width):
            joined = f"{line} {piece}" if line else piece
            if line and cell_len(joined) > width:
                lines.append(line)
                line = piece
            else:
                line = joined
    return [*lines, line]


def _pieces(word: str, width: int) -> list[str]:
    """A word too long for a line, cut by characters: a garbled article may hold one of any length."""
    return [word[at : at + width] for at in range(0, len(word), width)] or [""]
