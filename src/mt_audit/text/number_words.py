"""Number words of Arabic, English and German, folded, with what they count for."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from mt_audit.text.folding import fold

Class = Literal["unit", "ten", "hundred", "scale", "dual", "half", "vague", "ordinal", "dozen", "fraction"]


class NumberWord(NamedTuple):
    """``value`` by ``cls``; ``joined``: an Arabic و was written onto it; ``defined``: it carries the article."""

    cls: Class
    value: float
    joined: bool = False
    defined: bool = False


def _table(rows: str) -> dict[str, NumberWord]:
    table: dict[str, NumberWord] = {}
    for row in rows.strip().splitlines():
        cls, value, forms = row.split(maxsplit=2)
        for form in forms.split():
            table.setdefault(fold(form), NumberWord(cls, float(value)))  # type: ignore[arg-type]
    return table


ENGLISH = _table(
    """
unit 0 zero nil
unit 1 one
unit 2 two
unit 3 three
unit 4 four
unit 5 five
unit 6 six
unit 7 seven
unit 8 eight
unit 9 nine
ten 10 ten
ten 11 eleven
ten 12 twelve
ten 13 thirteen
ten 14 fourteen
ten 15 fifteen
ten 16 sixteen
ten 17 seventeen
ten 18 eighteen
ten 19 nineteen
ten 20 twenty
ten 30 thirty
ten 40 forty fourty
ten 50 fifty
ten 60 sixty
ten 70 seventy
ten 80 eighty
ten 90 ninety
hundred 100 hundred
scale 1000 thousand k
scale 1000000 million m mn mln
scale 1000000000 billion bn
scale 1000000000000 trillion tn trn
dozen 12 dozen
vague 10 dozens scores tens
vague 100 hundreds
vague 1000 thousands
vague 1000000 millions
vague 1000000000 billions
vague 1000000000000 trillions
half 0.5 half
fraction 0.25 quarter quarters
fraction 0.33333 thirds
fraction 0.2 fifths
fraction 0.125 eighths
fraction 0.1 tenths
ordinal 1 first
ordinal 2 second
ordinal 3 third
ordinal 4 fourth
ordinal 5 fifth
ordinal 6 sixth
ordinal 7 seventh
ordinal 8 eighth
ordinal 9 ninth
ordinal 10 tenth
ordinal 11 eleventh
ordinal 12 twelfth
ordinal 13 thirteenth
ordinal 14 fourteenth
ordinal 15 fifteenth
ordinal 16 sixteenth
ordinal 17 seventeenth
ordinal 18 eighteenth
ordinal 19 nineteenth
ordinal 20 twentieth
ordinal 30 thirtieth
ordinal 50 fiftieth
ordinal 100 hundredth
"""
)

GERMAN = _table(
    """
unit 0 null
unit 1 eins
unit 2 zwei
unit 3 drei
unit 4 vier
unit 5 fünf
unit 6 sechs
unit 7 sieben
unit 8 acht
unit 9 neun
ten 10 zehn
ten 11 elf
ten 12 zwölf
ten 13 dreizehn
ten 14 vierzehn
ten 15 fünfzehn
ten 16 sechzehn
ten 17 siebzehn
ten 18 achtzehn
ten 19 neunzehn
ten 20 zwanzig
ten 30 dreißig dreissig
ten 40 vierzig
ten 50 fünfzig
ten 60 sechzig
ten 70 siebzig
ten 80 achtzig
ten 90 neunzig
hundred 100 hundert
scale 1000 tausend
scale 1000000 million millionen mio
scale 1000000000 milliarde milliarden mrd
scale 1000000000000 billion billionen
dozen 12 dutzend
vague 10 dutzende dutzenden
vague 100 hunderte hunderten
vague 1000 tausende tausenden
half 0.5 halb halbe halber hälfte
fraction 0.25 viertel
fraction 0.33333 drittel
fraction 0.2 fünftel
ordinal 1 erste ersten erster erstes
ordinal 2 zweite zweiten zweiter zweites
ordinal 3 dritte dritten dritter drittes
ordinal 4 vierte vierten vierter viertes
ordinal 5 fünfte fünften fünfter
ordinal 6 sechste sechsten
ordinal 7 siebte siebten
ordinal 8 achte achten
ordinal 9 neunte neunten
ordinal 10 zehnte zehnten
"""
)

_ARABIC = _table(
    """
unit 0 صفر
unit 1 واحد واحدة أحد إحدى
unit 2 اثنان اثنين اثنا اثني اثنتان اثنتين اثنتا اثنتي إثنان إثنين
unit 3 ثلاثة ثلاث
unit 4 أربعة أربع
unit 5 خمسة خمس
unit 6 ستة ست
unit 7 سبعة سبع
unit 8 ثمانية ثماني ثمان ثمانيا
unit 9 تسعة تسع
ten 10 عشرة عشر
ten 20 عشرون عشرين
ten 30 ثلاثون ثلاثين
ten 40 أربعون أربعين
ten 50 خمسون خمسين
ten 60 ستون ستين
ten 70 سبعون سبعين
ten 80 ثمانون ثمانين
ten 90 تسعون تسعين
hundred 100 مئة مائة
hundred 200 مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي
hundred 300 ثلاثمئة ثلاثمائة
hundred 400 أربعمئة أربعمائة
hundred 500 خمسمئة خمسمائة
hundred 600 ستمئة ستمائة
hundred 700 سبعمئة سبعمائة
hundred 800 ثمانمئة ثمانمائة ثمانيمئة
hundred 900 تسعمئة تسعمائة
scale 1000 ألف ألفا آلاف
scale 1000000 مليون مليونا ملايين
scale 1000000000 مليار مليارا مليارات بليون بليونا بلايين
scale 1000000000000 تريليون تريليونا تريليونات ترليون ترليونا ترليونات
dual 2000 ألفان ألفين ألفي
dual 2000000 مليونان مليونين مليوني مليونا_اثنان
dual 2000000000 ملياران مليارين ملياري
dual 2000000000000 تريليونان تريليونين تريليوني
vague 10 عشرات
vague 100 مئات مئآت مائات
half 0.5 نصف النصف
fraction 0.25 ربع
fraction 0.75 أرباع
fraction 0.33333 ثلث
fraction 0.66667 ثلثا ثلثي ثلثين ثلثان
fraction 0.4 خمسي
ordinal 2 ثاني ثان ثانية
ordinal 3 ثالث ثالثة
ordinal 4 رابع رابعة
ordinal 5 خامس خامسة
ordinal 6 سادس سادسة
ordinal 7 سابع سابعة
ordinal 8 ثامن ثامنة
ordinal 9 تاسع تاسعة
ordinal 10 عاشر عاشرة
ordinal 11 حادي حادية
"""
)
_ORDINAL_ONE = {fold(w): NumberWord("ordinal", 1.0) for w in "الأول الأولى".split()}
_PLURAL_SCALES = frozenset(fold(w) for w in "آلاف ملايين مليارات بلايين تريليونات ترليونات".split())


def plural_scale(key: str) -> bool:
    """Whether a folded Arabic word is the plural of a scale word (``آلاف``): vague when nothing counts it."""
    return key in _PLURAL_SCALES or any(
        key.startswith(p) and key[len(p) :] in _PLURAL_SCALES for p in ("ال", "و", "ب", "ل", "وال", "بال", "لل", "لال")
    )


@lru_cache(maxsize=65536)
def arabic_number_word(key: str) -> NumberWord | None:
    """What a folded Arabic word counts for, clitics off; None when it is no number word.

    >>> arabic_number_word("وعشرون")
    NumberWord(cls='ten', value=20.0, joined=True, defined=False)
    """
    found = _ARABIC.get(key)
    if found:
        return found
    if key in _ORDINAL_ONE:
        return _ORDINAL_ONE[key]
    for prefix in ("ال", "و", "ف", "ب", "ل", "ك", "وال", "بال", "لل", "فال", "وب", "ول", "وبال", "ولل", "كال"):
        if key.startswith(prefix):
            found = _ARABIC.get(key[len(prefix) :])
            if found:
                joined = prefix[0] == "و"
                defined = prefix.endswith(("ال", "لل"))
                return found._replace(joined=joined, defined=defined)
    return None
