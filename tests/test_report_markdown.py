from __future__ import annotations

import re
from dataclasses import replace
from html import escape

from markdown_it import MarkdownIt

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
    text = "<script>x</script> | [a](javascript:b) **c** @all `d` #1 &amp; https://x.example ~~e~~ \u202e \\| خبر"
    hostile = replace(made.report().findings[0], quote=text, message=text, suggestion=text, original_quote=text)
    page = render(made.bare_report(text, findings=(hostile,)), "markdown")
    assert "@all" not in page
    assert "https://" not in page
    assert "\u202e" not in page
    html = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(page)
    tags = set(re.findall(r"<(\w+)", html))
    assert tags <= {"h2", "h3", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "hr", "em", "strong"}
    assert html.count("<td>") == 4
    assert html.count("<strong>") == 1
    assert html.count(escape(text).replace("\u202e", "‹RLO›")) == 4


def test_isolates_are_balanced():
    for line in render(made.report(), "markdown").splitlines():
        assert line.count(FSI) == line.count(PDI)


def test_an_unsafe_address_is_not_linked():
    report = made.report()
    found = report.original.document
    bad = replace(found, article=replace(found.article, url="javascript:alert(1)"))
    assert "javascript" not in render(replace(report, original=replace(report.original, document=bad)), "markdown")
