from __future__ import annotations

from dataclasses import replace

import report_fixture as made
from mt_audit.report import render
from mt_audit.report.bidi import FSI, PDI


def test_the_page_tells_verdict_original_and_every_finding():
    page = render(made.report(), "markdown")
    order = ["**Do not publish** · 21/100", "- Nine", "Reads as machine", "https://wire.example/chad", "▲ Critical (8)"]
    places = [page.index(piece) for piece in order]
    assert places == sorted(places)
    assert page.count("\n| ⁨") == 25
    assert "*delete*" in page


def test_article_text_makes_no_markup():
    text = "<script>x</script> | [a](javascript:b) **c** @all `d` #1 \u202e خبر"
    hostile = replace(made.report().findings[0], quote=text, message=text, suggestion=text)
    page = render(made.bare_report(text, findings=(hostile,)), "markdown")
    for raw in ("<script", "](java", "**c**", "@all", "`d`", " #1", "\u202e", "javascript:"):
        assert raw not in page, raw
    row = next(line for line in page.splitlines() if line.startswith(f"| {FSI}"))
    assert row.replace("\\|", "").count("|") == 5


def test_isolates_are_balanced():
    for line in render(made.report(), "markdown").splitlines():
        assert line.count(FSI) == line.count(PDI)


def test_an_unsafe_address_is_not_linked():
    report = made.report()
    found = report.original.document
    bad = replace(found, article=replace(found.article, url="javascript:alert(1)"))
    assert "javascript" not in render(replace(report, original=replace(report.original, document=bad)), "markdown")
