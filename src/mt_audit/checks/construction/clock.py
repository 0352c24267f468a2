"""A time of day in the wrong half of the day.

What it catches: “5:42 a.m.” rendered with «مساء», “8 p.m.” with «صباحا».
Why: the event happened twelve hours off.
When wrong: a time converted to another zone has another figure, and is left alone; after midnight Arabic says «فجرا»,
«بعد منتصف الليل» or «ليلا», all of which pass for “a.m.”.
Source: machine-translated news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.core import Category, Hit, Severity, Span
from mt_audit.text.folding import fold_with_map

_ENGLISH = re.compile(r"\b(\d{1,2})(?:[:.](\d\d))?\s*(a\.?\s?m\b\.?|p\.?\s?m\b\.?)", re.I)
_HOURS = (
    *"الواحده الثانيه الثالثه الرابعه الخامسه السادسه السابعه الثامنه التاسعه العاشره".split(),
    "الحاديه عشره",
    "الثانيه عشره",
)
_MORNING = "صباحا|صباح|فجرا|فجر|الفجر|الصباح"
_EVENING = "مساء|المساء|ظهرا|الظهر|عصرا|العصر|بعد الظهر"
_BETWEEN = r"(?:\s+(?:و\w+|بالتوقيت المحلي|دقيقه|دقايق|تماما|الا\s\w+|من|في|يوم|[^\W\d]+)){0,3}?\s+"


def find(view: View) -> Iterator[Hit]:
    """The same hour, with the word for the other half of the day."""
    folded, offsets = fold_with_map(view.ar.text)
    for match in _ENGLISH.finditer(view.original.text):
        hour, minute, morning = int(match[1]), match[2], match[3].lower().startswith("a")
        if not 1 <= hour <= 12:
            continue
        figure = rf"{hour}:{minute}" if minute else rf"(?:0?{hour}(?::00)?|{_HOURS[hour - 1]}(?!\s*عشره))"
        other = _EVENING if morning else _MORNING
        wrong = re.search(rf"(?<![\d:.])({figure}(?![\d:.]*\d){_BETWEEN}(?:{other}))\b", folded)
        if wrong is None or re.search(rf"\b(?:{_MORNING if morning else _EVENING})\b", wrong[0]):
            continue
        span = Span(offsets[wrong.start()], offsets[wrong.end()])
        yield Hit(
            span,
            f"The original says “{match[0]}”; the Arabic puts it into the other half of the day.",
            Span(match.start(), match.end()),
            confidence=0.93,
        )


check = Check(
    id="CON108",
    name="half-of-day-exchanged",
    category=Category.DATE,
    severity=Severity.MAJOR,
    scope="pair",
    find=find,
    doc=__doc__,
    bad=(
        Example("وقع الانفجار عند الساعة ⟦6:15 مساء⟧.", "The blast came at 6:15 a.m."),
        Example("بدأ الاجتماع الساعة ⟦الثامنة صباحا⟧.", "The meeting began at 8 p.m."),
    ),
    good=(
        Example("وقع الانفجار عند الساعة 6:15 صباحا.", "The blast came at 6:15 a.m."),
        Example("بدأ الاجتماع الساعة الثامنة مساء.", "The meeting began at 8 p.m."),
        Example("وقع الانفجار في الثانية فجرا.", "The blast came at 2 a.m."),
        Example("من 11:30 صباحا إلى 12 مساء.", "From 11:30 a.m. to 12 p.m."),
    ),
)
