"""Alleged made fact: the hedge of a charge or a report is gone.

What it catches: allegedly, reportedly, purported, suspected, said to be … in the original where the Arabic sentence has no
word that keeps the distance (يُزعم, مزعوم, تقارير, بحسب, يشتبه, متهم …).

Why it matters: the paper itself now makes the accusation; it may be sued for it.

When it is wrong: the distance kept by the sentence before, or by quotation marks.

Source: our own reading of translated news.
"""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.linked import arabic_of, place_in_arabic
from mt_audit.core import Category, Hit, Severity

_HEDGE = re.compile(
    r"\b(?:allegedly|reportedly|purported(?:ly)?|supposedly|alleged|apparently|is said to|are said to|was said to|is believed to|"
    r"are believed to|was believed to|suspected|suspects? (?:that|of)|mutmaßlich\w*|angeblich\w*|offenbar)\b",
    re.I,
)
_KEPT = re.compile(
    "^(?:و|ف|ب|ل|وب|ول)?(?:ال)?(?:زعم\\w*|[يتن]زعم\\w*|مزعوم\\w*|مزاعم|ادع\\w+|[يت]دع[يو]\\w*|اتهم\\w*|متهم\\w*|تهم\\w*|اتهام\\w*|مشتب\\w*|[يت]شتب\\w*|اشتب\\w*|شبه\\w*|شكوك|[يت]شك|"
    "تقارير|تقرير|افاد\\w*|[يت]فيد\\w*|يقال|قيل|قال\\w*|[يت]قول\\w*|ذكر\\w*|[يت]ذكر\\w*|حسب\\w*|بحسب|وفق\\w*|طبقا|نقل\\w*|(?:ال)?منسوب\\w*|نسب\\w*|[يت]بدو|بدا|بدت|[يت]عتقد\\w*|اعتقد\\w*|ظاهر\\w*|محتمل\\w*|"
    "[يت]حتمل|مرجح|ارجح|[يت]رجح\\w*|ربما|قد|مفترض\\w*|[يت]فترض\\w*|ورد\\w*|انباء|اعلن\\w*|اكد\\w*|اشار\\w*|[يت]ظهر\\w*|واضح\\w*|اوضح\\w*|جلي\\w*|يظن\\w*)$"
)


def find(view: View) -> Iterator[Hit]:
    """A hedge of the original without any answer in the Arabic sentence."""
    match = _HEDGE.search(view.original.text)
    if not match or not view.ar.words or any(_KEPT.match(key) for key in view.ar.keys):
        return
    index = next(j for j, word in enumerate(view.original.words) if word.span.start >= match.start())
    if index + 1 >= len(view.original.words):
        index -= 1
    linked = [i for j in (index + 1, index + 2, index - 1, index + 3) for i in arabic_of(view, j, 0.4)][:1]
    at = linked[0] if linked else round(place_in_arabic(view, index))
    word = view.ar.words[at]
    verb = bool(re.match("^[وف]?[يت]\\w{3,}", word.key))
    yield Hit(
        word.span,
        f"The original keeps its distance (“{match[0]}”); the Arabic states it as a fact.",
        confidence=0.78 if linked else 0.62,
        suggestion=f"يُزعم أنه {word.text}"
        if verb and match[0].lower() == "allegedly" and word.text[0] == "ي"
        else None,
        severity=Severity.MAJOR if match[0].lower() in ("apparently", "suspected") else None,
    )


CHECK = Check(
    id="MOD103",
    name="hedge-lost",
    category=Category.MODALITY,
    severity=Severity.CRITICAL,
    scope="words",
    find=find,
    doc=__doc__ or "",
    bad=(
        Example("⟦دفع⟧ رجل الأعمال مالا لصحفي.", "The businessman allegedly paid a journalist."),
        Example("أطلق المسلح ⟦النار⟧ من السطح.", "The gunman reportedly fired from the roof."),
    ),
    good=(
        Example("يُزعم أن رجل الأعمال دفع مالا لصحفي.", "The businessman allegedly paid a journalist."),
        Example("أفادت تقارير بأن المسلح أطلق النار من السطح.", "The gunman reportedly fired from the roof."),
        Example("اتُهم رجل الأعمال بدفع مال لصحفي.", "The businessman allegedly paid a journalist."),
    ),
)
