"""Numbers of both languages, as values."""

from __future__ import annotations

import pytest

from mt_audit.text.numbers import converts, numbers, same


def values(text: str, language: str) -> list[float]:
    return [quantity.value for quantity in numbers(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("مليارا ونصف مليار دولار", [1.5e9]),
        ("مليونين و400 ألف دينار", [2.4e6]),
        ("12 مليونا و300 ألف مسافر", [12.3e6]),
        ("بمئتي منزل", [200]),
        ("ثلاثة آلاف و500 قرص", [3500]),
        ("خمسة وعشرون ألفا", [25000]),
        ("أحد عشر ألفا", [11000]),
        ("٢٥٫٥ في المئة", [25.5]),
        ("30،000 كوري", [30000]),
        ("نصف مليون", [5e5]),
        ("ثلاثة أرباع", [0.75]),
        ("القرن الحادي والعشرين", [21]),
        ("مئات الآلاف", [1e5]),
        ("الـ18", [18]),
        ("طائرات إف-16", []),
        ("خمسة كيلومترات ونصف الكيلومتر", [5.5]),
        ("ثلاثة وأربعة", [3, 4]),
    ],
)
def test_arabic(text, expected):
    assert values(text, "ar") == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("£2.8bn", "en", [2.8e9]),
        ("three and a half million people", "en", [3.5e6]),
        ("a million and a half", "en", [1.5e6]),
        ("one hundred and twenty-five thousand", "en", [125000]),
        ("twenty-fifth", "en", [25]),
        ("tens of thousands", "en", [1e4]),
        ("two dozen", "en", [24]),
        ("F-16s and COVID-19", "en", []),
        ("1.250,5 Euro", "de", [1250.5]),
        ("drei Millionen", "de", [3e6]),
    ],
)
def test_other_languages(text, language, expected):
    assert values(text, language) == pytest.approx(expected)


def test_spans_and_units():
    text = "بلغت الصفقة 5 ملايين دولار"
    (quantity,) = numbers(text, "ar")
    assert quantity.span.of(text) == "5 ملايين"
    assert quantity.unit is not None
    assert quantity.unit.key == "dollar"
    assert quantity.unit_span is not None
    assert quantity.unit_span.of(text) == "دولار"


@pytest.mark.parametrize(
    ("ar", "en", "equal"),
    [
        ("نحو 20 مليونا", "20.4 million", True),
        ("20 في المئة", "a fifth", True),
        ("40 كيلومترا", "25 miles", True),
        ("104 درجات مئوية", "104 degrees Fahrenheit", True),
        ("الساعة 3 مساء", "3 p.m.", True),
        ("41 ألفا", "14,000", False),
        ("مليار", "a million", False),
        ("50 كيلومترا", "25 miles", False),
    ],
)
def test_same(ar, en, equal):
    assert same(numbers(ar, "ar")[0], numbers(en, "en")[0]) is equal


def test_money_does_not_convert():
    assert not converts(numbers("100 يورو", "ar")[0], numbers("$101", "en")[0])


def test_parts_of_a_point_are_figures():
    text = "two consecutive quarter-point cuts, then a half-point rise"
    assert [(q.value, q.span.of(text).strip()) for q in numbers(text, "en") if q.value < 1] == [
        (0.25, "quarter-"),
        (0.5, "half-"),
    ]
