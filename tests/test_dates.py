"""Dates of both languages, part by part."""

from __future__ import annotations

import pytest

from mt_audit.text.dates import dates


def parts(text: str, language: str) -> list[tuple[str, int]]:
    return [(when.part, when.value) for when in dates(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("يوم الخميس 4 تشرين الأول 2018", [("weekday", 3), ("day", 4), ("month", 10), ("year", 2018)]),
        ("31 كانون الأول/ديسمبر", [("day", 31), ("month", 12), ("month", 12)]),
        ("في غشت الماضي", [("month", 8)]),
        ("ثمانينيات القرن العشرين", [("decade", 80), ("century", 20)]),
        ("القرن التاسع عشر", [("century", 19)]),
        ("أمس الأحد", [("relative", -1), ("weekday", 6)]),
        ("مارس الوزير ضغوطا", []),
        ("30 من سبتمبر", [("day", 30), ("month", 9)]),
    ],
)
def test_arabic(text, expected):
    assert parts(text, "ar") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Thursday, Oct. 4, 2018", [("weekday", 3), ("month", 10), ("day", 4), ("year", 2018)]),
        ("in the 1980s", [("decade", 1980)]),
        ("the nineteenth century", [("century", 19)]),
        ("May I ask?", []),
        ("in May 2005", [("month", 5), ("year", 2005)]),
    ],
)
def test_english(text, expected):
    assert parts(text, "en") == expected


def test_spans_are_raw_offsets():
    text = "وصل الوفد مساء الثُّلاثاء"
    (when,) = dates(text, "ar")
    assert when.span.of(text) == "الثُّلاثاء"
