"""A feminine title before a man's name.

What: «المتحدثة باسم البيت الأبيض جون كيربي», «الرئيسة دونالد ترامب», «وزيرة الخارجية أنتوني بلينكن».
Why: the reader takes the office-holder for a woman.
When wrong: a noun of another person may stand between («زوجة الرئيس», «مستشارة الرئيس جو بايدن»); such titles are not
judged, nor are names that both women and men bear.
Source: machine-translated news.
"""

from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.core import Category, Hit, Severity
from mt_audit.engine.gazetteer import Gender

_FEMININE = frozenset(
    """المتحدثه الناطقه الرئيسه الوزيره وزيره رئيسه السفيره سفيره النائبه السيناتوره المستشاره مستشاره المديره
    مديره المبعوثه
    مبعوثه السيده القاضيه المدعيه المفوضه مفوضه حاكمه الحاكمه الامينه امينه المحلله محلله
    الكاتبه الممثله الباحثه""".split()
)
_PERSONS = frozenset(
    """الرئيس رئيس الوزير وزير الملك ملك السيد الامير امير القائد الزعيم زعيم نائب النائب المستشار مستشار حكومه
    اداره فريق حمله مكتب
    السفير القاضي مبعوث المبعوث زوج والده والد ابن نظيره نظيرها نظيرتها سلفه سلفها خلفه""".split()
)
_BREAK = frozenset("و ان انه انها الذي التي مع من عن الي علي في ل ب بعد قبل خلال ضد قالت اكدت".split()) - {"في"}
_REACH = 5


def find(view: View) -> Iterator[Hit]:
    """Feminine titles with, after at most five words of their complement, the full name of a man."""
    for number, word in enumerate(view.ar.words):
        bare = word.key[1:] if word.key[:1] in "وفبل" and word.key[1:] in _FEMININE else word.key
        if bare not in _FEMININE:
            continue
        for place in range(number + 1, min(number + 2 + _REACH, len(view.ar.words) - 1)):
            key = view.ar.keys[place]
            between = view.ar.text[view.ar.words[place - 1].span.end : view.ar.words[place].span.start]
            if between.strip(' «»"') or key in _PERSONS or key in _BREAK or key.removeprefix("ال") in _PERSONS:
                break
            gender = _full_name(view, place)
            if gender is None:
                continue
            if gender == "m":
                name = view.ar.span_of(place, place + 1).of(view.ar.text)
                yield Hit(
                    word.span,
                    f"«{word.text}» is a woman's title, but {name} is a man.",
                    confidence=0.85,
                )
            break


def _full_name(view: View, place: int) -> Gender | None:
    """Gender of the person named in full at ``place``."""
    names = view.kit.names
    keys = view.ar.keys[place : place + 2]
    if any(entry.kind == "person" for entry in names.gazetteer.arabic.get(keys, ())):
        return names.gender(" ".join(keys))
    given = names.given_gender(keys[0])
    if given is None:
        return None
    second = view.ar.words[place + 1]
    glued = not view.ar.text[view.ar.words[place].span.end : second.span.start].strip(" -")
    surname = names.persons_called(keys[1]) or not view.kit.language.known(keys[1]) or names.given_gender(keys[1])
    return given if glued and surname and len(keys[1]) >= 3 else None


check = Check(
    id="AGR102",
    name="title-against-name",
    category=Category.AGREEMENT,
    severity=Severity.MAJOR,
    scope="sentence",
    find=find,
    doc=__doc__,
    bad=(
        Example("وقالت ⟦المتحدثة⟧ باسم الكرملين ديمتري بيسكوف إن الحوار مستمر."),
        Example("ووصلت ⟦وزيرة⟧ الخارجية أنتوني بلينكن إلى عمان."),
    ),
    good=(
        Example("وقال المتحدث باسم الكرملين ديمتري بيسكوف إن الحوار مستمر."),
        Example("وقالت مستشارة الرئيس جو بايدن إن القرار قريب."),
        Example("ووصلت وزيرة الخارجية أنالينا بيربوك إلى عمان."),
    ),
)
