"""A name or a word left in Latin letters inside Arabic running text.

What: «أكدت Zelenskyy», «مصنع Wolfsburg», «على dark web».
Why: a reader who does not read Latin letters loses who or what is meant, and a name without Arabic letters has no
gender
or case, so the verbs around it go wrong too.
When wrong: brands, products, codes and handles may stay Latin by house style, so they are minor at most; a Latin
name in
brackets or quotation marks after its Arabic form is good practice and is left alone, and so are addresses, units and
texts that mix scripts throughout.
Source: traps of the field's list; engines leave names alone that they have not seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.core import Category, Hit, Severity
from mt_audit.engine.gazetteer import Entry
from mt_audit.text.folding import fold
from mt_audit.text.names import fold_latin
from mt_audit.text.words import Word

_TOO_MANY = 0.25
"""From this share of Latin words on, the text mixes scripts by nature."""
_LONGEST = 3
_ADDRESS = re.compile(r"(?:https?:|www\.|@|#|\.(?:com|org|net|edu|gov|io|tv|ru|uk|de|fr)\b)", re.IGNORECASE)
_OPEN, _CLOSE = "([{«“\"'‘", ")]}»”\"'’"
_UNITS = frozenset(
    "km kg cm mm ml gb mb tb kw mw gw hz mhz ghz am pm gmt utc usd eur ph pdf html www vs de la le".split()
)
_BRAND_KINDS = frozenset(["media", "company", "weapon", "sport", "organisation", "party", "event", "treaty"])
_SPEECH = frozenset(
    """قال قالت اكد اكدت اعلن اعلنت زعم زعمت اضاف اضافت صرح صرحت اوضح اوضحت ذكر ذكرت كتب كتبت يقول تقول وصف وصفت نفي نفت
    بين وفقا وفق السيد السيده الرئيس الوزير الوزيره المتحدث النائب السناتور القاضي المدير المدرب
    اللاعب الممثل الكاتب""".split()
)
_PLACE_HEADS = frozenset(
    """مدينه بلده قريه ولايه مقاطعه منطقه محافظه ضاحيه سكان شوارع مطار ميناء مصنع جزيره شمال جنوب شرق غرب
    وسط قرب اقليم""".split()
)


def find(view: View) -> Iterator[Hit]:
    """Short runs of Latin words with Arabic on at least one side."""
    words = view.ar.words
    latin = [bool(re.match(r"[A-Za-zÀ-ɏ]", word.text)) for word in words]
    if not any(latin) or sum(latin) > max(3, _TOO_MANY * len(words)):
        return
    number = 0
    while number < len(words):
        if not latin[number]:
            number += 1
            continue
        last = number
        while last + 1 < len(words) and latin[last + 1] and _near(view, words[last], words[last + 1]):
            last += 1
        if last - number < _LONGEST:
            hit = _judge(view, number, last)
            if hit is not None:
                yield hit
        number = last + 1


def _near(view: View, left: Word, right: Word) -> bool:
    return not view.ar.text[left.span.end : right.span.start].strip(" .'’-&")


def _judge(view: View, first: int, last: int) -> Hit | None:
    text = view.ar.text
    span = view.ar.span_of(first, last)
    shown = span.of(text)
    before, after = text[: span.start].rstrip(" "), text[span.end :].lstrip(" ")
    line = text[text.rfind("\n", 0, span.start) + 1 : (text + "\n").index("\n", span.end)]
    if (
        not re.search("[\u0621-\u064a]", line)
        or not re.search("[A-Za-z]", shown)
        or (len(shown) == 1 and shown.islower())
        or (before[-1:] and before[-1] in _OPEN)
        or (after[:1] and after[0] in _CLOSE)
        or (re.match(r"[\d@#/_:.]", after[:1] + " ") and after[:1] not in ".:")
        or _ADDRESS.search(text[max(0, span.start - 12) : span.end + 6])
        or any(word.key in _UNITS for word in view.ar.words[first : last + 1])
    ):
        return None
    severity, what, confidence = _weigh(view, first, last, shown)
    suggestion = _arabic_of(view, shown)
    return Hit(
        span,
        f"{what} «{shown}» was left in Latin letters in Arabic text.",
        suggestion=suggestion,
        confidence=confidence,
        severity=severity,
        category=None if shown[:1].isupper() else Category.UNTRANSLATED,
    )


def _weigh(view: View, first: int, last: int, shown: str) -> tuple[Severity, str, float]:
    """How bad it is: a person or place of running prose is major, a brand or code minor."""
    names = view.kit.names
    entries = _entries(view, shown)
    kinds = {entry.kind for entry in entries}
    before = view.ar.words[first - 1] if first else None
    line_start = not re.search(
        "[\u0621-\u064a]",
        view.ar.text[
            view.ar.text.rfind("\n", 0, view.ar.words[first].span.start) + 1 : view.ar.words[first].span.start
        ],
    )
    if shown.upper() == shown and len(shown) > 1:
        return Severity.MINOR, "The name", 0.6
    if line_start and re.match(r"[^\n\u0621-\u064a]*\s[-–—]\s", view.ar.text[view.ar.words[first].span.start :]):
        return Severity.MINOR, "The dateline", 0.8
    if kinds & {"person", "country", "capital", "city", "region", "nationality", "given-name"}:
        return Severity.MAJOR, "The name", 0.93
    if kinds & _BRAND_KINDS or shown.upper() == shown or re.search(r"\d|[a-z][A-Z]", shown):
        return Severity.MINOR, "The name", 0.6
    if shown.islower():
        known = first == last and (view.kit.lexicon.known(shown) or bool(view.kit.lexicon.lemmas_of(shown)))
        return (Severity.MAJOR, "The word", 0.8) if known else (Severity.MINOR, "The word", 0.7)
    given = names.given_gender(view.ar.words[first].text) is not None
    after_given = before is not None and before.arabic and names.given_gender(before.text) is not None
    if given or after_given:
        return Severity.MAJOR, "The name", 0.9
    if before is not None and (
        before.key in _SPEECH or before.key.lstrip("وف") in _SPEECH or before.key in _PLACE_HEADS
    ):
        return Severity.MAJOR, "The name", 0.85
    if first == last and before is not None and any(reading.past for reading in names.verbs.readings(before.key)):
        return Severity.MAJOR, "The name", 0.75
    return Severity.MINOR, "The name", 0.65


def _entries(view: View, shown: str) -> tuple[Entry, ...]:
    """Gazetteer entries whose full name, or for persons whose last word, is this."""
    gazetteer = view.kit.names.gazetteer
    found = gazetteer.latin.get(tuple(fold(shown).split()), ()) + gazetteer.german.get(fold(shown), ())
    return found or view.kit.names.persons_called(fold_latin(shown.split()[-1]))


def _arabic_of(view: View, shown: str) -> str | None:
    """The Arabic that the article itself uses for the name, else the usual one."""
    for entry in _entries(view, shown):
        spellings = [
            spelling.split()[-1] if entry.kind == "person" and " " not in shown else spelling
            for spelling in entry.arabic
        ]
        if not spellings:
            continue
        keys = set(view.whole.keys)
        return next((spelling for spelling in spellings if fold(spelling) in keys), spellings[0])
    return None


check = Check(
    id="ENT101",
    name="name-left-in-latin",
    category=Category.ENTITY_UNTRANSLATED,
    severity=Severity.MAJOR,
    scope="sentence",
    find=find,
    doc=__doc__,
    bad=(
        Example("وفي وقت لاحق أعلن ⟦Lukashenko⟧ أن بلاده لن تشارك في المناورات."),
        Example("قالت محللة الطاقة إنغريد ⟦Solheim⟧ إن الأسعار سترتفع قبل الشتاء."),
        Example("نشر القراصنة بيانات العملاء على ⟦dark web⟧ مساء الجمعة."),
        Example("وقال في منشور على ⟦X⟧ إن الاتفاق مستحيل."),
    ),
    good=(
        Example("وقال لوكاشينكو إن شركة كرونهولم (Kronholm) لن تغلق مصنعها."),
        Example("زوروا موقعنا www.example.com لمزيد من التفاصيل."),
        Example("يبلغ طول الطريق 40 km ويمر بقرية صغيرة."),
        Example("عرض المتحف لوحة «Sunrise» للمرة الأولى."),
    ),
)
