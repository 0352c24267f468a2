"""What every check must prove, whoever wrote it: its examples, and that no text does it harm."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from mt_audit import ingest
from mt_audit.align.sentences import align
from mt_audit.checks import all_checks, matching, selected
from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.running import merge, place, run
from mt_audit.checks.viewing import Views
from mt_audit.core import Article, Category, Finding, Hit, Original, Severity, Span
from mt_audit.errors import UsageError
from mt_audit.text.passage import Passage

CHECKS = all_checks()


def view_of(check: Check, example: Example, kit) -> View:
    ar = Passage(example.text, "ar")
    original = Passage(example.original, example.language) if example.original else None
    if check.scope == "document" and original:
        left = ingest.document(Article("ar", "ar", "", example.text))
        right = ingest.document(Article("original", example.language, "", example.original))
        source = Original(right, 1.0, 1.0, given=True)
        if not left.sentences:
            return View(ar, kit)
        return Views(left, source, align(left, right, kit), kit).by_document[0]
    if check.scope == "document":
        return View(ar, kit)
    return View(ar, kit, original)


def ids(check_example) -> str:
    check, number = check_example
    return f"{check.id}-{number}"


def cases(kind: str):
    return [(check, number) for check in CHECKS for number in range(len(getattr(check, kind)))]


@pytest.mark.parametrize("case", cases("bad"), ids=ids)
def test_bad_examples_are_flagged_at_their_marks(case, kit):
    check, number = case
    example = check.bad[number]
    view = view_of(check, example, kit)
    hits = list(check.find(view))
    assert example.spans, "a bad example marks its fault"
    assert sorted({hit.span for hit in hits}) == sorted(example.spans), [h.span.of(example.text) for h in hits]
    for hit in hits:
        assert 0 < hit.confidence <= 1
        assert hit.message
        if hit.suggestion is not None:
            mended = example.text[: hit.span.start] + hit.suggestion + example.text[hit.span.end :]
            again = Example(mended, example.original, example.language)
            left = [h.span.of(mended) for h in check.find(view_of(check, again, kit))]
            assert len(left) < len(hits), f"the suggestion does not cure: {mended} → {left}"


@pytest.mark.parametrize("case", cases("good"), ids=ids)
def test_good_examples_stay_silent(case, kit):
    check, number = case
    example = check.good[number]
    found = [hit.span.of(example.text) for hit in check.find(view_of(check, example, kit))]
    assert found == []


HARMLESS = [
    "",
    " ",
    "\n\n",
    "7",
    "٣",
    "\u202eالخبر\u202c",
    "ا" * 50,
    "؟؟؟ ،،، «»«» ()[]",
    "a b c",
    "\u200f",
    "خبر. " * 4000,
]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_odd_texts_do_no_harm(check, kit):
    for text in HARMLESS:
        for original in ("", "News. 7", text[:2000]):
            example = Example(text, original)
            if check.scope in ("pair", "words") and not original.strip():
                continue
            for hit in check.find(view_of(check, example, kit)):
                assert 0 <= hit.span.start <= hit.span.end <= len(text)


def test_ids_and_names_are_unique_and_documented():
    assert not [key for key, n in Counter(check.id for check in CHECKS).items() if n > 1]
    assert not [key for key, n in Counter(check.name for check in CHECKS).items() if n > 1]
    for check in CHECKS:
        assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", check.name), check.name
        assert len(check.doc) > 100, f"{check.id} has no manual page"


def test_checks_are_chosen_by_id_beginning_or_name():
    assert {check.id for check in matching(("DUP101",))} == {"DUP101"}
    assert all(check.id.startswith("MOR") for check in matching(("mor",)))
    assert "DUP101" not in {check.id for check in selected(ignore=("words-doubled",))}
    with pytest.raises(UsageError, match="No check is called"):
        matching(("XYZ",))


def finding(start: int, end: int, severity=Severity.MAJOR, confidence=0.8, category=Category.SENSE, check="SEN101"):
    return Finding(check, "x", category, severity, confidence, Span(start, end), "x", "m")


def test_one_error_is_one_finding():
    weak, strong = finding(10, 20), finding(12, 18, Severity.CRITICAL)
    assert merge([weak, strong]) == (strong,)
    apart = finding(30, 40)
    omission = finding(0, 50, category=Category.OMISSION)
    assert merge([apart, strong, omission]) == (omission, strong, apart)


def test_a_failing_check_is_reported_and_the_rest_go_on(kit):
    def broken(view):
        yield Hit(Span(0, 1), "m")
        raise RuntimeError("no table")

    check = Check(
        "ZZZ999", "broken", Category.SENSE, Severity.MINOR, "sentence", broken, (Example("⟦ا⟧"),), (Example("ب"),)
    )
    view = View(Passage("اب", "ar", 5), kit)
    checked = run(check, [view])
    assert (checked.status, checked.reason) == ("failed", "RuntimeError: no table")
    assert checked.findings[0].span == Span(5, 6)
    with pytest.raises(RuntimeError):
        run(check, [view], strict=True)


def test_findings_are_placed_in_the_article(kit):
    check = matching(("DUP101",))[0]
    view = View(Passage("ضربت المدينة المدينة", "ar", 100), kit)
    placed = [place(check, hit, view) for hit in check.find(view)]
    assert placed[0].span == Span(105, 120)
    assert placed[0].mqm.endswith("duplication")
