from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.cells import cell_len
from typer.testing import CliRunner

from mt_audit.checks import all_checks
from mt_audit.checks.base import Check, Example, View
from mt_audit.core import Category, Hit, Severity
from mt_audit.report import Style
from mt_audit.report.bidi import FSI, PDI
from mt_audit.report.handbook import FAMILY, explain, handbook, stale, write
from mt_audit.report.manual import marked, page_of, parse

DOC = """XYZ101 day-dropped: a day that the Arabic does not give.

What it catches: a ``day`` of the original (الخميس) without <b>answer</b>.

Why it matters: readers go by it.

    kept as it
      stands

When it is wrong:

* a first case
  that goes on
* a second
"""


def nothing(view: View) -> list[Hit]:
    return []


def check(doc: str = DOC, examples: int = 1) -> Check:
    bad = tuple(Example(f"قال {number} ⟦<i>يوم⟧ الخميس.", "He said so on <Thursday>.") for number in range(examples))
    return Check(
        "XYZ101",
        "day-dropped",
        Category.DATE,
        Severity.MAJOR,
        "pair",
        nothing,
        bad,
        (Example("قال.", note="Fine."),),
        doc=doc,
    )  # type: ignore[arg-type]


def test_a_docstring_becomes_a_page():
    page = page_of(check())
    assert page.title == "A day that the Arabic does not give."
    assert [(block.kind, block.text[:12]) for block in page.body] == [
        ("heading", "What it catc"),
        ("paragraph", "A ``day`` of"),
        ("heading", "Why it matte"),
        ("paragraph", "Readers go b"),
        ("code", "kept as it\n "),
        ("heading", "When it is w"),
        ("item", "a first case"),
        ("item", "a second"),
    ]
    assert page.body[6].text == "a first case that goes on"


def test_other_ways_to_write_a_page_are_read():
    assert [b.kind for b in parse("One: two.\n- a\n- b\n\n## Head\nText")] == [
        "paragraph", "item", "item", "heading", "paragraph",
    ]  # fmt: skip
    assert parse("") == ()
    assert page_of(check("  \n")).title != ""


def test_the_module_docstring_is_the_page_of_a_check_without_one():
    for real in all_checks():
        page = page_of(real)
        assert len(page.title) > 10, real.id
        sections = [block.text for block in page.body if block.kind == "heading"]
        assert {"What it catches", "Why it matters", "When it is wrong"} <= set(sections), real.id


def test_every_family_of_categories_has_a_chapter():
    assert {category.value.partition(".")[0] for category in Category} == set(FAMILY)


def test_pages_link_to_pages_that_exist_and_escape_what_they_show():
    files = handbook([check(examples=50), *all_checks()])
    for name, text in files.items():
        for target in re.findall(r'href="([^"#]+)"', text):
            assert target in files, (name, target)
    page = files["XYZ101.html"]
    assert "<mark>&lt;i&gt;يوم</mark>" in page
    assert "&lt;Thursday&gt;" in page
    assert "without &lt;b&gt;answer&lt;/b&gt;" in page
    assert "<code>day</code>" in page
    assert "and 10 more" in page
    assert files["index.html"].count("XYZ101.html") == 1


def test_stale_pages_are_named_and_brought_up_to_date(tmp_path: Path):
    checks = [check()]
    assert stale(checks, tmp_path) == ("XYZ101.html", "index.html", "style.css")
    assert set(write(checks, tmp_path)) == {"XYZ101.html", "index.html", "style.css"}
    assert stale(checks, tmp_path) == ()
    (tmp_path / "ABC123.html").write_text("a check that is gone", "utf-8")
    (tmp_path / "notes.html").write_text("not ours", "utf-8")
    changed = [check("Another text.\n\nMore of it.")]
    assert stale(changed, tmp_path) == ("ABC123.html", "XYZ101.html", "index.html")
    write(changed, tmp_path)
    assert stale(changed, tmp_path) == ()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["XYZ101.html", "index.html", "notes.html", "style.css"]


@pytest.mark.parametrize("width", [48, 100])
def test_the_terminal_page_fits_and_isolates_arabic(width: int):
    for told in (
        explain(check(examples=9), Style(width=width)),
        *(explain(c, Style(width=width)) for c in all_checks()),
    ):
        for line in told.splitlines():
            assert cell_len(line) <= width, line
            assert line.count(FSI) == line.count(PDI)
            assert not re.search("[\u0621-\u064a]", re.sub(f"{FSI}[^{PDI}]*{PDI}", "", line)), line
    assert "and 6 more in the handbook" in explain(check(examples=9))
    assert "⟦<i>يوم⟧" in explain(check())


def test_marks_tell_flagged_from_kept():
    assert marked(Example("⟦أ⟧ ب ⟦ج⟧")) == (("أ", True), (" ب ", False), ("ج", True))


def test_the_command_writes_then_finds_nothing_stale(tmp_path: Path):
    from mt_audit.cli.app import app

    run = CliRunner().invoke
    folder = tmp_path / "handbook"
    before = run(app, ["handbook", str(folder), "--check"])
    assert before.exit_code == 1
    assert "index.html" in before.stdout
    assert not folder.exists()
    assert run(app, ["handbook", str(folder)]).exit_code == 0
    after = run(app, ["handbook", str(folder), "--check"])
    assert (after.exit_code, after.stdout) == (0, "")
