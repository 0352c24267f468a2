"""A feminine verb for a man, or a masculine one for a woman, from the Arabic alone.

What: «زعمت زيلينسكي», «أعلنت Zelenskyy», «قال كامالا هاريس»: the verb stands directly before its subject, a person of
known gender.
Why: the reader stumbles, or takes the speaker for somebody else; it shows that the engine did not know the name.
When wrong: after a verb that takes a person as its object, the name may be the object («انتقدت زيلينسكي», *she* or *it*
criticised him), so verbs that are not verbs of saying count only where the clause begins with them and an object
follows
the name. Names given to women and men, and names that the gazetteer does not know, are left alone.
Source: machine-translated news; check of agreement with names.
"""

from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.core import Category, Hit, Severity
from mt_audit.engine.gazetteer import Gender
from mt_audit.text.verbs import VerbForm

_SAYING = frozenset(
    """قال اكد اعلن زعم اضاف صرح اوضح ذكر اشار شدد اعرب اعترف اقر افاد لفت تابع صرح توقع اعتقد تعهد تحدث كشف قول ؤكد
    علن زعم ضيف صرح وضح ذكر شير شدد عرب عترف قر فيد لفت توقع عتقد تعهد تحدث كشف راي ري دعا دعو ادعي دعي حث نفي نفي كرر
    طالب جادل جادل المح لمح وعد عد قترح اقترح تساءل تسائل""".split()
)
"""Folded stems of verbs whose object is a clause as a rule, past and present."""
_TITLES = frozenset("الرئيس السيد الوزير السيده الرئيسه".split())
_OBJECT_FIRST = frozenset(["ل", "ب", "ك"])


def find(view: View) -> Iterator[Hit]:
    """Verbs directly before a person's name, genders at odds."""
    for number in range(len(view.ar.words) - 1):
        reading = _verb(view, number)
        if reading is None or reading.object:
            continue
        following = number + 1
        if not _adjacent(view, number):
            continue
        who = _person(view, following)
        if who is None:
            continue
        gender, last = who
        if gender == reading.gender or not _is_subject(view, number, reading, last):
            continue
        yield _hit(view, number, last, reading, gender)


def _verb(view: View, number: int) -> VerbForm | None:
    """The verb's one reading; masculine past forms must be past for certain."""
    word = view.ar.words[number]
    readings = view.kit.names.verbs.readings(word.key) if word.arabic else ()
    genders = {reading.gender for reading in readings}
    return readings[0] if len(genders) == 1 else None


def _adjacent(view: View, number: int) -> bool:
    words = view.ar.words
    return not view.ar.text[words[number].span.end : words[number + 1].span.start].strip()


def _person(view: View, number: int) -> tuple[Gender, int] | None:
    """Gender of the person named from word ``number`` on, and the last word of the name."""
    names = view.kit.names
    word = view.ar.words[number]
    if not word.arabic:
        persons = names.persons_called("".join(letter for letter in word.key if letter.isalpha()))
        genders = {person.gender for person in persons}
        return (persons[0].gender, number) if len(genders) == 1 and persons[0].gender else None
    if number + 1 < len(view.ar.words) and _adjacent(view, number):
        full = f"{word.text} {view.ar.words[number + 1].text}"
        entries = names.gazetteer.arabic.get((word.key, view.ar.keys[number + 1]), ())
        if any(entry.kind == "person" and entry.gender for entry in entries):
            gender = names.gender(full)
            return (gender, number + 1) if gender else None
        given = names.given_gender(word.text)
        surname = view.ar.keys[number + 1]
        if given and len(surname) >= 4 and (names.persons_called(surname) or not view.kit.language.known(surname)):
            return given, number + 1
    persons = names.persons_called(word.key)
    genders = {person.gender for person in persons}
    if len(genders) == 1 and persons[0].gender and len(word.key) >= 5 and names.given_gender(word.text) is None:
        if _other_bearer(view, word.key, persons[0].gender):
            return None
        if view.kit.language.frequency(word.key) < 4.6:
            return persons[0].gender, number
    return None


def _other_bearer(view: View, key: str, gender: Gender) -> bool:
    """Whether the article names somebody of the other gender with the same surname."""
    keys = view.whole.keys
    return any(
        keys[i] == key and view.kit.names.given_gender(view.whole.words[i - 1].text) not in (None, gender)
        for i in range(1, len(keys))
    )


def _is_subject(view: View, number: int, reading: VerbForm, last: int) -> bool:
    if reading.stem in _SAYING:
        return True
    if not _clause_begins(view, number):
        return False
    # another noun must follow as the object: انتقدت زيلينسكي روسيا
    if last + 1 >= len(view.ar.words) or not _adjacent(view, last):
        return False
    key = view.ar.keys[last + 1]
    names = view.kit.names
    direct = (
        key.startswith("ال") or names.gazetteer.arabic_at(last + 1, view.ar.keys) is not None or key in {"ان", "مرارا"}
    )
    return direct and key[0] not in _OBJECT_FIRST


def _clause_begins(view: View, number: int) -> bool:
    if number == 0:
        return True
    before = view.ar.text[: view.ar.words[number].span.start].rstrip(" ")
    return before.endswith(("\n", ".", "،", ",", ":", "؛", "”", "»", '"'))


def _hit(view: View, number: int, last: int, reading: VerbForm, gender: Gender) -> Hit:
    verb = view.ar.words[number]
    name = view.ar.span_of(number + 1, last).of(view.ar.text)
    mended = _mend(verb.text, reading, gender)
    span = view.ar.span_of(number, last)
    return Hit(
        span,
        f"The verb «{verb.text}» is {'feminine' if reading.gender == 'f' else 'masculine'}, "
        f"but {name} is a {'man' if gender == 'm' else 'woman'}.",
        suggestion=f"{mended} {name}" if mended else None,
        confidence=0.9,
        severity=Severity.MAJOR if reading.gender == "f" else Severity.MINOR,
    )


def _mend(text: str, reading: VerbForm, gender: Gender) -> str | None:
    """The verb in the other gender, where that is only a letter."""
    if reading.past and gender == "m" and text.endswith("ت") and reading.stem[-1] not in "اي":
        return text[:-1]
    if reading.past and gender == "f" and reading.stem[-1] not in "اي":
        return text + "ت"
    head, letter, rest = text[: -1 - len(reading.stem)], text[-1 - len(reading.stem)], text[-len(reading.stem) :]
    if not reading.past and letter in "يت":
        return head + ("ي" if gender == "m" else "ت") + rest
    return None


check = Check(
    id="AGR101",
    name="verb-against-name",
    category=Category.AGREEMENT,
    severity=Severity.MAJOR,
    scope="sentence",
    find=find,
    doc=__doc__,
    bad=(
        Example("وفي كييف ⟦زعمت زيلينسكي⟧ أن القصف استمر طوال الليل."),
        Example("وفي اليوم التالي ⟦أعلنت Zelenskyy⟧ عن حزمة جديدة."),
        Example("⟦انتقدت لوكاشينكو⟧ الدول الغربية في خطابه."),
    ),
    good=(
        Example("وفي كييف زعم زيلينسكي أن القصف استمر طوال الليل."),
        Example("قالت زوجة زيلينسكي إن الأطفال بخير."),
        Example("وكانت موسكو قد انتقدت زيلينسكي بشدة."),
        Example("وقالت كامالا هاريس إنها ستترشح."),
        Example("أعلنت كييف أن الهدنة انهارت."),
    ),
)
