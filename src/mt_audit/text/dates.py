"""Dates of a text: weekdays, months (both Arabic series, the Maghrebi one, Hijri), years, decades, centuries, relative days."""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from mt_audit.core import Language, Span
from mt_audit.text.folding import fold
from mt_audit.text.number_words import arabic_number_word
from mt_audit.text.numbers import Quantity, numbers

Part = Literal["weekday", "month", "hijri", "day", "year", "decade", "century", "relative"]

WEEKDAYS_AR = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
MONTHS_AR = (
    ("يناير", "كانون الثاني", "جانفي"),
    ("فبراير", "شباط", "فيفري"),
    ("مارس", "آذار"),
    ("أبريل", "نيسان", "أفريل", "إبريل", "ابريل"),
    ("مايو", "أيار", "ماي", "ماية"),
    ("يونيو", "حزيران", "جوان", "يونيه"),
    ("يوليو", "تموز", "جويلية", "يوليوز", "يوليه"),
    ("أغسطس", "آب", "أوت", "غشت"),
    ("سبتمبر", "أيلول", "شتنبر"),
    ("أكتوبر", "تشرين الأول", "اكتوبر"),
    ("نوفمبر", "تشرين الثاني", "نونبر"),
    ("ديسمبر", "كانون الأول", "دجنبر"),
)
_WEEKDAYS = {
    "en": "monday tuesday wednesday thursday friday saturday sunday".split(),
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonntag".split(),
}
_MONTHS = {
    "en": "january february march april may june july august september october november december".split(),
    "de": "januar februar märz april mai juni juli august september oktober november dezember".split(),
}
_SHORT_EN = "Jan Feb Mar Apr Jun Jul Aug Sept? Oct Nov Dec".split()
_SHORT_NUMBERS = (1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12)
_HIJRI = {
    name: number
    for number, names in enumerate(
        (
            "محرم muharram",
            "صفر safar",
            "",
            "",
            "",
            "",
            "رجب rajab",
            "شعبان shaban sha'ban",
            "رمضان ramadan",
            "شوال shawwal",
            "",
            "",
        ),
        1,
    )
    for name in names.split()
}
_RELATIVE = {
    "en": {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0},
    "de": {"gestern": -1, "heute": 0, "morgen": 1},
    "ar": {"امس": -1, "اليوم": 0, "غدا": 1, "غد": 1, "الغد": 1, "الليله": 0, "البارحه": -1},
}
_TENS = {
    fold(w): v
    for v, ws in (
        (20, "عشرينيات عشرينات"),
        (30, "ثلاثينيات ثلاثينات"),
        (40, "أربعينيات أربعينات"),
        (50, "خمسينيات خمسينات"),
        (60, "ستينيات ستينات"),
        (70, "سبعينيات سبعينات"),
        (80, "ثمانينيات ثمانينات"),
        (90, "تسعينيات تسعينات"),
    )
    for w in ws.split()
}
_DECADE_WORDS = {
    w: v for v, w in enumerate("twenties thirties forties fifties sixties seventies eighties nineties".split(), 2)
}


@dataclass(frozen=True, slots=True)
class When:
    """One part of a date. ``value``: weekday 0 (Monday) … 6, month 1 … 12, day of the month, year, first year of a
    decade (two digits when the century is not said), number of the century, or days from today."""

    span: Span
    part: Part
    value: int


def _latin(language: str) -> re.Pattern[str]:
    days = "|".join(day.capitalize() for day in _WEEKDAYS[language])
    months = "|".join(month.capitalize() for month in _MONTHS[language])
    short = "|".join(_SHORT_EN) if language == "en" else "Jan|Feb|Apr|Aug|Sept?|Okt|Nov|Dez"
    relative = "|".join(_RELATIVE[language])
    capital = "|".join(word.capitalize() for word in _RELATIVE[language])
    return re.compile(
        rf"\b(?:(?P<weekday>{days})s?|(?P<month>{months})|(?P<short>{short})(?=\.?\s+\d)|(?P<relative>{relative}|{capital})"
        rf"|(?P<hijri>Ramadan|Muharram|Safar|Rajab|Shawwal|Sha'?ban)"
        rf"|(?P<short_day>Mon|Tues|Tue|Wed|Thurs|Thu|Fri|Sat|Sun)(?=[,.]\s))\b"
    )


_LATIN = {"en": _latin("en"), "de": _latin("de")}
_MAY_VERB = re.compile(
    r"^May\s+(?:I|we|you|he|she|it|they|God|not|be|have)\b|^(?:March|May|August)\s+(?:said|told|was|is|has|had|also)\b"
)
_DECADE = re.compile(r"\b(1[5-9]|20)(\d)0['’]?s\b|(?<![\d])['’](\d)0s\b")
_CENTURY = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)[ -]centur(?:y|ies)\b", re.IGNORECASE)
_CENTURY_WORD = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|"
    r"sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)[ -]centur(?:y|ies)\b",
    re.IGNORECASE,
)
_CENTURY_VALUES = {
    w: n
    for n, w in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split(),
        1,
    )
}
_AR_WORD = re.compile("[\u0621-\u064a\u066e-\u06d3][\u0621-\u065f\u066e-\u06d3\u0670]*")
_AR_WEEKDAYS = {fold(form): n for n, form in enumerate(WEEKDAYS_AR)} | {
    fold("الإثنين"): 0,
    fold("الاربعاء"): 2,
    fold("الثلاثا"): 1,
}
_AR_MONTHS = {fold(form): n for n, forms in enumerate(MONTHS_AR, 1) for form in forms if " " not in form}
_AR_PAIRS = {tuple(fold(form).split()): n for n, forms in enumerate(MONTHS_AR, 1) for form in forms if " " in form}
_AMBIGUOUS_AR = frozenset(fold(w) for w in ("مارس", "آب", "أوت", "ماي", "جوان", "ماية"))


@lru_cache(maxsize=8192)
def dates(text: str, language: Language) -> tuple[When, ...]:
    """All date parts of ``text`` in order.

    >>> [(w.part, w.value) for w in dates("يوم الخميس 4 تشرين الأول 2018", "ar")]
    [('weekday', 3), ('day', 4), ('month', 10), ('year', 2018)]
    """
    found = _arabic(text) if language == "ar" else _other(text, language)
    taken = [when.span for when in found]
    for quantity in numbers(text, language):
        if any(quantity.span.overlaps(span) for span in taken):
            continue
        if when := _numeric(quantity, found, text):
            found.append(when)
    found.sort(key=lambda when: when.span.start)
    return tuple(found)


def _numeric(quantity: Quantity, found: list[When], text: str) -> When | None:
    if quantity.kind == "year":
        return When(quantity.span, "year", int(quantity.value))
    if (
        quantity.value != int(quantity.value)
        or not 1 <= quantity.value <= 31
        or quantity.kind not in ("count", "ordinal")
    ):
        return None
    for when in found:
        if when.part in ("month", "hijri"):
            between = (
                text[quantity.span.end : when.span.start]
                if quantity.span.end <= when.span.start
                else (text[when.span.end : quantity.span.start])
            )
            if len(between) <= 9 and fold(between).strip(" .,") in ("", "من", "of", "من شهر", "شهر", "the", "ال"):
                return When(quantity.span, "day", int(quantity.value))
    return None


def _other(text: str, language: Language) -> list[When]:
    known = language if language in _LATIN else "en"
    found: list[When] = []
    for match in _LATIN[known].finditer(text):
        span = Span(match.start(), match.end())
        word = match[0].lower()
        if match["weekday"]:
            found.append(When(span, "weekday", _WEEKDAYS[known].index(match["weekday"].lower())))
        elif match["month"]:
            if not (known == "en" and _MAY_VERB.match(text, match.start())):
                found.append(When(span, "month", _MONTHS[known].index(word) + 1))
        elif match["short"]:
            found.append(When(span, "month", _short_month(word, known)))
        elif match["short_day"]:
            found.append(When(span, "weekday", [d[:3] for d in _WEEKDAYS["en"]].index(word[:3])))
        elif match["hijri"]:
            found.append(When(span, "hijri", _HIJRI.get(word, _HIJRI.get(word.replace("'", ""), 9))))
        elif not (known == "de" and word == "morgen"):
            found.append(When(span, "relative", _RELATIVE[known][word]))
    for match in _DECADE.finditer(text):
        value = int(match[1] + match[2] + "0") if match[1] else int(match[3]) * 10
        found.append(When(Span(match.start(), match.end()), "decade", value))
    found.extend(When(Span(m.start(), m.end()), "century", int(m[1])) for m in _CENTURY.finditer(text))
    found.extend(
        When(Span(m.start(), m.end()), "century", _CENTURY_VALUES[m[1].lower()]) for m in _CENTURY_WORD.finditer(text)
    )
    return found


def _short_month(word: str, language: str) -> int:
    for number, month in enumerate(_MONTHS[language], 1):
        if month.startswith(word.strip(".")[:3]):
            return number
    return 1


def _strip(key: str) -> tuple[str, ...]:
    bare = [key]
    if key.startswith(("و", "ف", "ب", "ل", "ك")) and len(key) > 3:
        bare.append(key[1:])
    if key.startswith("لل"):
        bare.append("ال" + key[2:])
    return tuple(bare)


def _arabic(text: str) -> list[When]:
    tokens = [(fold(m[0]), m.start(), m.end()) for m in _AR_WORD.finditer(text)]
    found: list[When] = []
    used: set[int] = set()
    for i, (key, start, end) in enumerate(tokens):
        if i in used:
            continue
        for bare in _strip(key):
            offset = len(key) - len(bare)
            at = start + offset if not key.startswith("لل") else start
            if i + 1 < len(tokens) and (bare, tokens[i + 1][0]) in _AR_PAIRS:
                used.add(i + 1)
                found.append(When(Span(at, tokens[i + 1][2]), "month", _AR_PAIRS[(bare, tokens[i + 1][0])]))
                break
            if when := _arabic_word(bare, i, tokens, Span(at, end), text):
                found.append(when)
                break
    return found


def _arabic_word(bare: str, i: int, tokens: list[tuple[str, int, int]], span: Span, text: str) -> When | None:
    before = tokens[i - 1][0] if i else ""
    if bare in _AR_WEEKDAYS:
        return When(span, "weekday", _AR_WEEKDAYS[bare])
    if before in ("يوم", "مساء", "صباح", "ليله", "فجر", "ظهر", "عصر") and "ال" + bare in _AR_WEEKDAYS and bare != "احد":
        return When(span, "weekday", _AR_WEEKDAYS["ال" + bare])
    if bare in _AR_MONTHS and (bare not in _AMBIGUOUS_AR or _dated(i, tokens, span, text)):
        return When(span, "month", _AR_MONTHS[bare])
    if bare in _HIJRI and bare != "صفر":
        return When(span, "hijri", _HIJRI[bare])
    if bare in _RELATIVE["ar"] and not (bare == "اليوم" and before in ("هذا", "ذلك", "في", "طوال", "نفس")):
        return When(span, "relative", _RELATIVE["ar"][bare])
    ten = bare[2:] if bare.startswith("ال") else bare
    if ten in _TENS:
        return When(span, "decade", _TENS[ten])
    if before in ("القرن", "قرن", "القرنين") or before.endswith("القرن"):
        word = arabic_number_word(bare)
        if word and word.cls in ("ordinal", "ten"):
            return _century(word.value, i, tokens, span)
    return None


def _century(value: float, i: int, tokens: list[tuple[str, int, int]], span: Span) -> When:
    if i + 1 < len(tokens):
        following = arabic_number_word(tokens[i + 1][0])
        if following and following.cls in ("ten", "unit") and following.value in (10.0, 20.0):
            base = 1 if value == 11 else value
            return When(Span(span.start, tokens[i + 1][2]), "century", int(base + following.value))
    return When(span, "century", int(value))


def _dated(i: int, tokens: list[tuple[str, int, int]], span: Span, text: str) -> bool:
    """Whether an Arabic month name that is also a word stands in a date: a number, شهر, في or another month beside it."""
    if i and tokens[i - 1][0] in (
        "شهر",
        "في",
        "منذ",
        "من",
        "حتي",
        "بين",
        "يناير",
        "فبراير",
        "اوائل",
        "اواخر",
        "منتصف",
        "خلال",
        "نهايه",
    ):
        return True
    return bool(
        re.search(r"\d\s*$", text[: span.start])
        or re.match(r"\s*[/،]?\s*(?:\d|[أا]ذار|أغسطس|ال?ماضي|ال?مقبل)", text[span.end :])
    )
