"""A figure and its noun in the wrong number.

What it catches: 3–10 take the plural («خمسة أيام»), 11–99 the singular («30 يوما»); «30 أيام» and «5 يوم» are word
for word.
Why: reads as foreign; an editor corrects it.
When wrong: after 100 the last two figures decide (103 أيام is right), and they do here.
Source: Arabic grammar.
"""

from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.core import Category, Hit, Severity

_PLURALS = {
    "ايام": "يوما",
    "اسابيع": "أسبوعا",
    "اشهر": "شهرا",
    "شهور": "شهرا",
    "سنوات": "سنة",
    "اعوام": "عاما",
    "ساعات": "ساعة",
    "دقايق": "دقيقة",
    "دقائق": "دقيقة",
    "اشخاص": "شخصا",
    "دول": "دولة",
    "مدن": "مدينة",
    "صواريخ": "صاروخا",
    "جنود": "جنديا",
    "طايرات": "طائرة",
    "طائرات": "طائرة",
    "مقاعد": "مقعدا",
    "كيلومترات": "كيلومترا",
    "اميال": "ميلا",
}
_SINGULARS = {
    "يوم": "أيام",
    "يوما": "أيام",
    "اسبوع": "أسابيع",
    "اسبوعا": "أسابيع",
    "شهر": "أشهر",
    "شهرا": "أشهر",
    "سنه": "سنوات",
    "عام": "أعوام",
    "عاما": "أعوام",
    "ساعه": "ساعات",
    "دقيقه": "دقائق",
    "شخص": "أشخاص",
    "شخصا": "أشخاص",
    "دوله": "دول",
    "صاروخا": "صواريخ",
    "جنديا": "جنود",
    "مقعدا": "مقاعد",
}


def find(view: View) -> Iterator[Hit]:
    """Whole figure directly before one of the counted nouns."""
    words = view.ar.words
    for index in range(len(words) - 1):
        figure = words[index].key
        if not figure.isdigit() or view.ar.text[words[index].span.end : words[index + 1].span.start].strip():
            continue
        # "of the 5 day talks": a figure after the article or inside a range or decimal counts something else.
        if index and words[index - 1].key.isdigit():
            continue
        rest = int(figure) % 100
        noun = words[index + 1].key
        right = None
        if 11 <= rest <= 99 and noun in _PLURALS:
            right = _PLURALS[noun]
        elif 3 <= rest <= 10 and noun in _SINGULARS:
            right = _SINGULARS[noun]
        if right is not None:
            yield Hit(
                view.ar.span_of(index, index + 1),
                f"After {figure} Arabic says «{right}».",
                suggestion=f"{words[index].text} {right}",
                confidence=0.85,
            )


check = Check(
    id="AGR203",
    name="counted-noun-in-wrong-number",
    category=Category.AGREEMENT,
    severity=Severity.MINOR,
    scope="sentence",
    find=find,
    doc=__doc__,
    bad=(
        Example("تستمر الهدنة ⟦30 أيام⟧ فقط."),
        Example("بقي في المستشفى ⟦5 يوم⟧."),
    ),
    good=(
        Example("تستمر الهدنة 30 يوما فقط، ثم 103 أيام."),
        Example("بقي في المستشفى 5 أيام ثم 15 يوما."),
    ),
)
