"""The handbook: one page for each check and an index, generated from the checks themselves.

The same page is printed by ``mt-audit explain ID`` in a terminal and stands inside the HTML report under the findings
of its rule. ``stale`` compares pages on disk with the checks as they are now.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from mt_audit.checks.base import Check, Example
from mt_audit.core import Category
from mt_audit.report.bidi import isolate_arabic, wrapped
from mt_audit.report.manual import Page, marked, page_of, pages_of
from mt_audit.report.style import Style
from mt_audit.report.wording import CATEGORY, SIGN

if TYPE_CHECKING:
    from rich.console import Console

FAMILY = {
    "mistranslation": "Meaning",
    "entity": "Names",
    "omission": "Completeness",
    "addition": "Completeness",
    "grammar": "Grammar",
    "untranslated": "Left as it was",
    "fluency": "Fluency",
    "typography": "Typography and quotation",
    "quote": "Typography and quotation",
    "boilerplate": "Site boilerplate",
}
"""Chapter of the index by the first part of a category."""

EXAMPLES = 40
"""A page shows this many examples of each sort; a check made from a table may have hundreds."""

TOLD = 3
"""The terminal shows this many."""


def explain(check: Check, style: Style | None = None) -> str:
    """The manual page of ``check`` for a terminal, ending with a newline."""
    from rich.console import Console

    style = style or Style()
    console = Console(
        file=StringIO(), width=style.width, force_terminal=style.color, no_color=not style.color,
        color_system="standard" if style.color else None, highlight=False, markup=False, emoji=False, _environ={},
    )  # fmt: skip
    _told(console, page_of(check))
    written = console.file
    assert isinstance(written, StringIO)
    return "\n".join(line.rstrip() for line in written.getvalue().splitlines()) + "\n"


def in_terminal(check: Check, stream: TextIO | None = None) -> None:
    """Print the manual page of ``check`` to ``stream`` (standard output when None), in the style that suits it."""
    stream = stream or sys.stdout
    stream.write(explain(check, Style.of(stream)))


def handbook(checks: Sequence[Check]) -> dict[str, str]:
    """Every file of the handbook by name: ``index.html``, ``style.css`` and ``ID.html`` for each check."""
    from mt_audit.report.html import environment, source

    engine = environment()
    pages = pages_of(checks)
    files = {
        "style.css": source("style.css") + "\n",
        "index.html": engine.get_template("index.html.j2").render(chapters=chapters(pages)).strip() + "\n",
    }
    template = engine.get_template("rule.html.j2")
    for at, page in enumerate(pages):
        before = pages[at - 1] if at else None
        after = pages[at + 1] if at + 1 < len(pages) else None
        told = template.render(page=page, before=before, after=after, limit=EXAMPLES)
        files[f"{page.check.id}.html"] = told.strip() + "\n"
    return files


def write(checks: Sequence[Check], folder: Path) -> tuple[str, ...]:
    """Bring ``folder`` up to date and return the names of the files that changed or went.

    Only files of the handbook are touched: a page whose check is gone is removed, anything else is left alone.
    """
    folder.mkdir(parents=True, exist_ok=True)
    changed = stale(checks, folder)
    files = handbook(checks)
    for name in changed:
        if name in files:
            temporary = folder / f".{name}.new"
            temporary.write_text(files[name], "utf-8")
            temporary.replace(folder / name)
        else:
            (folder / name).unlink()
    return changed


def stale(checks: Sequence[Check], folder: Path) -> tuple[str, ...]:
    """Names of the handbook's files in ``folder`` that are missing, differ, or belong to no check any more."""
    files = handbook(checks)
    differing = [name for name, text in files.items() if _read(folder / name) != text]
    # Only what looks like a page of ours can be left over: three letters, three digits.
    left = [path.name for path in folder.glob("[A-Z][A-Z][A-Z][0-9][0-9][0-9].html") if path.name not in files]
    return tuple(sorted(differing + left))


def chapters(pages: Sequence[Page]) -> dict[str, list[Page]]:
    """Pages by chapter of the index, both in the order of the checks."""
    found: dict[str, list[Page]] = {}
    for page in pages:
        found.setdefault(FAMILY[page.check.category.value.partition(".")[0]], []).append(page)
    return found


def _read(path: Path) -> str | None:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _told(console: Console, page: Page) -> None:
    from rich.text import Text

    check = page.check
    console.print(Text.assemble((f"{check.id} {check.name}", "bold"), (f"  {SIGN[check.severity]}", "")))
    _paragraph(console, page.title)
    console.print()
    for what, value in page.facts:
        shown = f"{value} ({CATEGORY[Category(value)]})" if what == "Category" else value
        console.print(Text.assemble((f"  {what + ':':<11}", "dim"), shown), soft_wrap=False)
    before = ""
    for block in page.body:
        if before != "heading" and not before == block.kind == "item":
            console.print()
        before = block.kind
        match block.kind:
            case "heading":
                console.print(Text(block.text, style="bold"))
            case "item":
                _paragraph(console, f"• {block.text}", "  ")
            case "code":
                for line in block.text.splitlines():
                    console.print(Text(f"    {isolate_arabic(line)}"), no_wrap=True, crop=False)
            case "paragraph":
                _paragraph(console, block.text)
    _examples(console, "Flagged", check.bad)
    _examples(console, "Not flagged", check.good)


def _paragraph(console: Console, text: str, indent: str = "") -> None:
    from rich.text import Text

    for line in Text(text.replace("``", "")).wrap(console, console.width - len(indent) - 2):
        console.print(Text(f"{indent}{isolate_arabic(line.plain)}"))


def _examples(console: Console, title: str, examples: Sequence[Example]) -> None:
    from rich.text import Text

    console.print()
    console.print(Text(title, style="bold"))
    for example in examples[:TOLD]:
        arabic = "".join(f"⟦{piece}⟧" if flagged else piece for piece, flagged in marked(example))
        for label, text in (("ar", arabic), ("orig", example.original)):
            for at, line in enumerate(wrapped(text, console.width - 10) if text else ()):
                console.print(Text.assemble((f"  {label if not at else '':<5}", "dim"), line), no_wrap=True, crop=False)
        if example.note:
            _paragraph(console, f"({example.note})", "       ")
    if len(examples) > TOLD:
        console.print(Text(f"  and {len(examples) - TOLD} more in the handbook", style="dim"))
