"""Verbs and phrases of speech in Arabic and English, and who stands beside them."""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

import re
from functools import lru_cache

from mt_audit.text.passage import Passage

_AR = re.compile(
    "^(?:و|ف)?(?:س)?(?:"
    "قال(?:ت|وا|ا|ه|ته|تا)?|[يتن]قول(?:ون|وا|ه)?|قلت|قلنا|قائل(?:ا|ه|ين)?|اقول|"
    "اضاف(?:ت|وا)?|[يت]ضيف|مضيف(?:ا|ه)|تابع(?:ت|وا)?|[يت]تابع|مستطرد(?:ا|ه)|اردف(?:ت)?|استطرد(?:ت)?|واصل(?:ت)?|"
    "اكد(?:ت|وا)?|[يت]وكد(?:ون)?|موكد(?:ا|ه|ين)|مءكد.*|مؤكد(?:ا|ه|ين)|[يت]ؤكد(?:ون)?|"
    "ذكر(?:ت|وا|ته|ه)?|[يت]ذكر(?:ون)?|اعلن(?:ت|وا)?|[يت]علن(?:ون)?|معلن(?:ا|ه)|صرح(?:ت|وا)?|[يت]صرح|مصرح(?:ا|ه)|تصريح(?:ات|ه|ها|اته|اتها)?|التصريحات|"
    "اوضح(?:ت|وا)?|[يت]وضح(?:ون)?|موضح(?:ا|ه)|افاد(?:ت|وا)?|[يت]فيد|مفيد(?:ا|ه)|اشار(?:ت|وا)?|[يت]شير(?:ون)?|مشير(?:ا|ه|ين)|لفت(?:ت)?|اورد(?:ت)?|"
    "اخبر(?:ت|وا|ه|ني|تني|نا|ها|هم)?|[يت]خبر.*|ابلغ(?:ت|وا)?.*|[يت]بلغ(?:ون)?|حدث(?:ت|ني|نا)?|تحدث(?:ت|وا)?|[يت]تحدث(?:ون)?|"
    "كتب(?:ت|وا)?|[يت]كتب|نشر(?:ت)?|غرد(?:ت)?|تغريد.*|زعم(?:ت|وا)?|[يت]زعم(?:ون)?|ادعي|ادعت|ادعوا|[يت]دعي|"
    "نقل(?:ت|ا|وا)?|نقلا|اقتباس.*|رد(?:ت|وا)?|اجاب(?:ت|وا)?|سال(?:ت|وا)?|تسال.*|تساءل.*|هتف.*|[يت]هتف.*|صاح(?:ت)?|"
    "حذر(?:ت|وا)?|[يت]حذر(?:ون)?|محذر(?:ا|ه|ين)|شدد(?:ت|وا)?|مشدد(?:ا|ه)|اعتبر(?:ت|وا)?|[يت]عتبر(?:ون)?|معتبر(?:ا|ه)|راي|رات|[يت]ري(?:ون)?|[يت]رون|"
    "اعرب(?:ت|وا)?|[يت]عرب|معرب(?:ا|ه)|عبر(?:ت|وا)?|[يت]عبر(?:ون)?|اعترف(?:ت|وا)?|[يت]عترف|اقر(?:ت|وا)?|[يت]قر(?:ون)?|نفي|نفت|[يت]نفي|"
    "اعتقد(?:ت|وا)?|[يت]عتقد(?:ون)?|وصف(?:ت|وا|ه|ها)?|[يت]صف|واصف(?:ا|ه)|علق(?:ت)?|تعليق.*|شرح(?:ت)?|[يت]شرح|بين(?:ت)?|كشف(?:ت|وا)?|[يت]كشف|اظهر(?:ت)?|"
    "روي|روت|[يت]روي|حكي|حكت|شهد(?:ت)?|شهاد.*|افتتح.*|طلب(?:ت|وا)?|طالب(?:ت|وا)?|دعا|دعت|ناشد.*|حث(?:ت)?|اقترح.*|اتهم.*|اعلان(?:ه|ها)?|بيان(?:ا|ه|ها)?|"
    "وعد(?:ت)?|تعهد(?:ت|وا)?|توقع(?:ت|وا)?|[يت]توقع(?:ون)?|قول(?:ه|ها|هم)?|بقول(?:ه|ها|هم)|ب?القول|اشتكي.*|اعترض.*|جادل.*|[يت]جادل.*|لاحظ(?:ت|وا)?|[يت]لاحظ.*|"
    "خلص(?:ت)?|استنتج.*|ختم(?:ت)?|اختتم(?:ت)?|[يت]قال|قيل|حد|تقارير|التقارير|انباء|صرح.*|وفق(?:ا)?|بحسب|حسب(?:ما)?|طبقا|لسان|تقارير|تقرير|كما|مفادها|مفاده|صرحوا|ورد|جاء"
    ")$"
)
_EN = re.compile(
    r"\b(?:said|says|say|told|tells|added|adds|announced|stated|reported|reports|according to|confirmed|claimed|claims|noted|notes|warned|wrote|"
    r"tweeted|explained|insisted|argued|acknowledged|admitted|revealed|recounted|testified|asserted|declared|commented|remarked|replied|responded|"
    r"quoted|complained|suggested|stressed|recalled|observed|estimated|believes?|thinks?|concluded|sagte|sagt|erklärte|teilte|laut|zufolge)\b",
    re.I,
)


@lru_cache(maxsize=65536)
def speaks(key: str) -> bool:
    """Whether a folded Arabic word reports speech, opinion or a source."""
    return bool(_AR.match(key))


def arabic_speech(passage: Passage) -> list[int]:
    """Indices of the Arabic words of speech."""
    return [i for i, key in enumerate(passage.keys) if speaks(key)]


_SAY = frozenset(
    "said says told announced added stated reported confirmed claimed noted warned explained insisted wrote".split()
)


def english_speech(passage: Passage) -> list[int]:
    """Indices of the original's plain verbs of speech, and of "according"."""
    keys = passage.keys
    return [
        j
        for j, key in enumerate(keys)
        if (
            key in _SAY
            and keys[j - 1 : j] not in (("is",), ("are",), ("be",), ("been",), ("was",), ("were",), ("being",))
        )
        or (key == "according" and keys[j + 1 : j + 2] == ("to",))
    ]


def reported(text: str) -> re.Match[str] | None:
    """The first word of speech or source in an original text."""
    return _EN.search(text)
