from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import report_fixture as made
from mt_audit.core import Candidate, CheckRun, Chrome, NoOriginal, Report, Score, Severity, Sign, Span, Verdict
from mt_audit.report import render
from mt_audit.report.changes import changes
from mt_audit.report.draft import draft
from mt_audit.report.html import source
from mt_audit.report.markup import coded, prose, safe_url, show
from mt_audit.report.rows import rows
from mt_audit.report.segments import Placed, Shelf, segments

VOID = {"meta", "link", "br", "hr", "img", "input"}
HOSTILE = (
    "<script>alert('x')</script>\"'&amp; \u202eخبر\u202c \x1b[31m {{ 7 * 7 }} </style><img src=x onerror=alert(1)>"
)


class Reader(HTMLParser):
    """Elements with attributes and text; says when tags do not close in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"stray </{tag}>"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "script", "title"} & set(self.open):
            self.text.append(data)
        self.texts.setdefault(self.open[-1] if self.open else "", []).append(data)

    def ids(self) -> list[str]:
        return [attrs["id"] or "" for _, attrs in self.elements if "id" in attrs]


def page(report: Report | None = None) -> str:
    return render(report or made.report(), "html")


def overlapping() -> Report:
    report = made.report()
    polarity = report.findings[5]
    more = (
        replace(polarity, span=Span(470, 495), severity=Severity.MAJOR, source="second-opinion"),
        replace(polarity, span=Span(481, 489), severity=Severity.MINOR, suggestion=None),
        replace(polarity, span=Span(513, 513), original_span=None, original_quote=None, suggestion="جملة ساقطة"),
        replace(polarity, span=Span(400, 700), suggestion=""),
        replace(polarity, span=Span(851, 852)),
    )
    text = report.article.text
    more = tuple(replace(finding, quote=finding.span.of(text)) for finding in more)
    return replace(report, findings=tuple(sorted(report.findings + more, key=lambda finding: finding.span)))


@pytest.mark.parametrize("make", [made.report, overlapping, lambda: made.bare_report("خبر.\n\nجملة واحدة.")])
def test_the_page_is_well_formed_and_every_link_inside_it_leads_somewhere(make: Callable[[], Report]):
    read = Reader(page(make()))
    assert read.open == []
    ids = read.ids()
    assert len(ids) == len(set(ids))
    links = [attrs["href"] or "" for tag, attrs in read.elements if tag == "a" and "href" in attrs]
    targets = [link[1:] for link in links if link.startswith("#")]
    assert set(targets) <= set(ids)
    for tag, attrs in read.elements:
        for key in ("aria-labelledby", "for"):
            assert key not in attrs or attrs[key] in ids, tag


@pytest.mark.parametrize("make", [made.report, overlapping])
def test_every_finding_has_one_note_and_its_words_are_marked(make: Callable[[], Report]):
    report = make()
    told = page(report)
    ids = Reader(told).ids()
    for number in range(1, len(report.findings) + 1):
        assert ids.count(f"f{number}") == 1
        assert f'href="#f{number}"' in told
    numbers = [number for row in rows(report) for number in row.notes]
    assert sorted(numbers) == list(range(1, len(report.findings) + 1))


def test_nothing_is_fetched_and_no_script_is_needed():
    read = Reader(page())
    assert not [tag for tag, _ in read.elements if tag in {"link", "img", "iframe", "object", "embed"}]
    assert not [attrs for _, attrs in read.elements if "src" in attrs or ("style" in attrs and "url(" in str(attrs))]
    assert not [key for _, attrs in read.elements for key in attrs if key.startswith("on")]
    assert "@import" not in source("style.css")
    assert "url(" not in source("style.css")
    policy = next(attrs["content"] for tag, attrs in read.elements if attrs.get("http-equiv"))
    assert "default-src 'none'" in (policy or "")
    assert [tag for tag, _ in read.elements].count("script") == 1
    digest = hashlib.sha256("".join(read.texts["script"]).encode()).digest()
    assert f"'sha256-{base64.b64encode(digest).decode()}'" in (policy or "")


def test_the_verdict_stands_before_the_article_and_the_evidence():
    told = page()
    order = ["21</text>", "Do not publish</h2>", "are swapped", "97%", "wire.example/chad", 'id="article"', "45-day"]
    places = [told.index(piece) for piece in order]
    assert places == sorted(places)
    for piece in ("Signs of machine translation", "not computed: no model of that name", "RDR101", "site chrome"):
        assert piece in told
    assert "ValueError: day 31 of a 30-day month" in told


def hostile() -> Report:
    report = made.bare_report(f"{HOSTILE}\n\nجملة {HOSTILE}.")
    text = report.article.text
    span = Span(text.rindex("خبر"), text.rindex("خبر") + 3)
    finding = replace(
        made.report().findings[0], check="X<b>1", name=HOSTILE, span=span, quote=HOSTILE, message=HOSTILE,
        original_span=Span(0, 3), original_quote=HOSTILE, suggestion=HOSTILE, source=HOSTILE,
    )  # fmt: skip
    candidate = Candidate(HOSTILE, HOSTILE, 0.5, "javascript:alert(1)", HOSTILE, (HOSTILE,))
    return replace(
        report,
        document=replace(
            report.document,
            article=replace(report.article, id=HOSTILE, url="javascript:alert(1)", published=HOSTILE),
            chrome=(Chrome(Span(0, 5), HOSTILE),),
        ),
        findings=(finding,),
        suspicion=replace(report.suspicion, source_language=HOSTILE, signs=(Sign(span, HOSTILE),)),
        original=NoOriginal(HOSTILE, 0.1, (candidate,)),
        runs=(CheckRun(HOSTILE, "failed", HOSTILE),),
        scores=(Score(HOSTILE, None, HOSTILE, reason=HOSTILE), Score("s", 1.0, HOSTILE)),
        verdict=Verdict("correct", 50, (HOSTILE,)),
        provenance={HOSTILE: HOSTILE, "version": HOSTILE},
    )


def test_hostile_text_stays_text():
    told = page(hostile())
    read = Reader(told)
    assert read.open == []
    tags = [tag for tag, _ in read.elements]
    assert tags.count("script") == 1
    assert "img" not in tags
    assert "{{ 7 * 7 }}" in "".join(read.text)
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", told)
    assert told.count('<span class="hidden" title="hidden character: right-to-left override">RLO</span>') > 5
    assert not [attrs for _, attrs in read.elements if str(attrs.get("href", "")).startswith("javascript")]
    assert "javascript:alert(1)" in "".join(read.text)
    assert not [key for _, attrs in read.elements for key in attrs if key.startswith("on")]


def test_marked_up_the_article_still_reads_as_it_was():
    report = overlapping()
    shown = re.findall(r'<p class="arabic"[^>]*>(.*?)</p>', page(report), re.DOTALL)
    bare = [re.sub(r'<a class="ref.*?</a>', "", paragraph) for paragraph in shown]
    told = ["".join(Reader(f"<p>{paragraph}</p>").text) for paragraph in bare]
    text = report.article.text
    expected = [" ".join(span.of(text) for span in row.ar) for row in rows(report) if row.ar and row.kind != "chrome"]
    assert told[: len(expected)] == expected


def test_the_page_is_the_same_every_time():
    assert page() == page()


def test_original_side_says_what_is_missing_on_either_side():
    told = page()
    assert told.count("∅ not in the Arabic") == 2
    assert told.count("+ not in the version found") >= 1
    report = made.report()
    lone = tuple(pair for pair in report.pairs if not set(pair.original) & {9, 10, 11, 12, 13})
    assert "5 sentences of the original are not in the Arabic" in page(replace(report, pairs=lone))
    cut = replace(report, original=replace(report.original, truncated=True))
    assert "The stored text of this original is cut" in page(cut)


def test_without_an_original_no_sentence_is_called_missing():
    report = replace(made.report(), original=NoOriginal("No candidate aligns.", 0.2), pairs=())
    told = page(report)
    assert "not in the version found" not in told
    assert "No candidate aligns." in told
    assert 'class="text single"' in told


def test_rows_keep_every_sentence_once_and_follow_the_arabic():
    report = made.report()
    told = rows(report)
    starts = [row.ar[0].start for row in told if row.ar]
    assert starts == sorted(starts)
    shown = [span for row in told if row.kind != "chrome" for span in row.ar]
    assert sorted(shown) == [sentence.span for sentence in report.document.sentences]
    numbers = [number for row in told for number in row.numbers]
    assert sorted(numbers) == list(range(1, len(report.original.document.sentences) + 1))
    omitted = next(at for at, row in enumerate(told) if row.kind == "omitted")
    assert told[omitted].numbers == (4,)
    assert told[omitted - 1].numbers == (3,)


def test_segments_cover_the_text_and_end_each_finding_once():
    findings = [
        Placed(1, Severity.MAJOR, Span(2, 10)),
        Placed(2, Severity.CRITICAL, Span(5, 7)),
        Placed(3, Severity.MINOR, Span(8, 20)),
        Placed(4, Severity.MINOR, Span(12, 12)),
        Placed(5, Severity.MINOR, Span(30, 40)),
    ]
    cut = segments(Span(0, 15), findings)
    assert [segment.span.start for segment in cut] == [0, 2, 5, 7, 8, 10, 12]
    assert cut[-1].span.end == 15
    assert [[placed.number for placed in segment.covering] for segment in cut] == [
        [],
        [1],
        [2, 1],
        [1],
        [1, 3],
        [3],
        [3],
    ]
    assert [placed.number for segment in cut for placed in segment.ending] == [2, 1, 4, 3]
    assert segments(Span(3, 3), []) != ()


SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 40), st.integers(0, 15))


@given(within=SPANS, spans=st.lists(SPANS, max_size=8))
def test_segments_of_any_findings_rebuild_the_text(within: Span, spans: list[Span]):
    findings = [Placed(number, Severity.MAJOR, span) for number, span in enumerate(spans)]
    cut = Shelf(findings).cut(within)
    assert [cut[0].span.start, cut[-1].span.end] == [within.start, within.end]
    assert all(one.span.end == other.span.start for one, other in pairwise(cut))
    for placed in findings:
        covered = sum(len(segment.span) for segment in cut if placed in segment.covering)
        assert covered == placed.span.shared(within)
        ends = sum(placed in segment.ending for segment in cut)
        touches = within.start <= placed.span.start <= within.end if not len(placed.span) else covered > 0
        assert ends == touches


@settings(max_examples=30, deadline=None)
@given(text=st.text("اب ج.\n<&\"'\u202e\u200f\x1b\ud800a1«»", max_size=60), data=st.data())
def test_any_text_and_findings_give_a_well_formed_page(text: str, data: st.DataObject):
    spans = data.draw(st.lists(st.tuples(*[st.integers(0, len(text))] * 2).map(sorted), max_size=6))
    base = made.report().findings[0]
    findings = tuple(
        replace(base, span=Span(*span), quote=text[slice(*span)], suggestion=data.draw(st.none() | st.just(text)))
        for span in sorted(map(tuple, spans))
    )
    report = made.bare_report(text, findings=findings)
    told = page(report)
    told.encode("utf-8")
    read = Reader(told)
    assert read.open == []
    assert [f"f{number}" in read.ids() for number in range(1, len(findings) + 1)] == [True] * len(findings)
    for format in ("text", "markdown", "sarif", "json"):
        render(report, format).encode("utf-8")


def test_changes_rebuild_both_wordings():
    for before, after in (
        ("54 يوما", "45 يوما"),
        ("وقالت: «لن نقايض أهلنا بالوعود.", "وقالت: «لن نقايض أهلنا بالوعود»."),
        ("كلا الحزبين", "الطرفان"),
        ("أ " * 300, "ب"),
    ):
        told = changes(before, after)
        assert "".join(change.text for change in told if change.kind != "insert") == before
        assert "".join(change.text for change in told if change.kind != "delete") == after
    assert [change.kind for change in changes("x", "")] == ["delete"]
    assert [change.kind for change in changes("x", None)] == ["keep"]


def test_the_draft_holds_every_suggestion_and_no_chrome():
    report = made.report()
    told = draft(report)
    assert (told.used, told.left) == (25, 0)
    assert told.text.startswith("حكومة تشاد ومتمردو سلامات يقتربان من هدنة")
    for gone in ("54 يوما", "إعلان", "Source link", "Henrik", "الشحنة"):
        assert gone not in told.text
    assert told.text.count("\n\n") == 8
    assert "A draft with the suggestions put in" in page(report)


def test_the_draft_prefers_the_graver_of_two_that_cross():
    text = "قال إن العدد بلغ خمسين شخصا."
    base = made.report().findings[0]
    graver = replace(base, span=Span(7, 20), quote=text[7:20], severity=Severity.CRITICAL, suggestion="أول")
    milder = replace(base, span=Span(13, 27), quote=text[13:27], severity=Severity.MINOR, suggestion="ثان")
    open_ = replace(base, span=Span(0, 3), quote=text[:3], suggestion=None)
    told = draft(made.bare_report(text, findings=(open_, graver, milder)))
    assert (told.used, told.left) == (1, 2)
    assert told.text == f"{text[:7]}أول{text[20:]}"


def test_prose_tags_arabic_and_keeps_the_rest():
    assert prose("says (حافة) <b>") == 'says (<bdi lang="ar" dir="rtl">حافة</bdi>) &lt;b&gt;'
    assert coded("the ``x < y`` rule") == "the <code>x &lt; y</code> rule"
    assert "LRM" not in show("a\u200eb")


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://a.example/x?y=1", True),
        ("HTTP://a.example", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ('https://a.example/"onclick=', False),
        (" https://a.example", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_links(url: str | None, safe: bool):
    assert (safe_url(url) is not None) is safe


def palettes() -> dict[str, dict[str, str]]:
    css = source("style.css")
    light = dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{3,6})", css[: css.index("prefers-color-scheme")]))
    dark_block = css[css.index("prefers-color-scheme") : css.index("*, *::before")]
    printed = css[css.index("@media print") :]
    return {
        "light": light,
        "dark": light | dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{3,6})", dark_block)),
        "print": light | dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{3,6})", printed)),
    }


def contrast(one: str, other: str) -> float:
    def light(color: str) -> float:
        digits = color[1:] if len(color) == 7 else "".join(2 * digit for digit in color[1:])
        parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dim = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_text_has_the_contrast_that_wcag_aa_asks_for(theme: str):
    color = palettes()[theme]
    grounds = ["paper", "card", "sunk"]
    pairs = [(text, ground) for text in ("ink", "soft", "link", "good", "accent") for ground in grounds]
    for severity in Severity:
        pairs += [(severity.value, ground) for ground in grounds]
        pairs.append(("ink", f"{severity.value}-bg"))
    for text, ground in pairs:
        assert contrast(color[text], color[ground]) >= 4.5, (theme, text, ground)
