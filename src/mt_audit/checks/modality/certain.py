"""May made will: what the original leaves open is said for certain.

What it catches: may, might, could, perhaps, possibly rendered by سوف, س, يجب or من المؤكد at the same place, or left out
where the Arabic sentence has no word of possibility at all.

Why it matters: a chance becomes a fact; the paper will be wrong by tomorrow.

When it is wrong: "could" for ability in the past (تمكن, استطاع), "may" in a wish, a possibility told by another
construction (من شأنه, عرضة ل).

Source: our own reading of translated news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.linked import arabic_of, place_in_original
from mt_audit.checks.modality.classes import CLASSES, OPEN_EN
from mt_audit.checks.phrases import Mention
from mt_audit.core import Category, Hit, Severity

_FIRM = frozenset(("will", "must", "certain"))
_SOFTENED = re.compile(
    "^(?:و|ف)?(?:ل)?(?:يمكن\\w*|تمكن\\w*|شان\\w*|عرضه|ترجح|يرجح|توقع\\w*|[يت]توقع\\w*|تقريبا|ان|لو|اذا|هل|كاد\\w*|قدر\\w*|[يتن]قدر\\w*|استطاع\\w*|"
    "[يتن]ستطيع\\w*|يتسني|تسني|مهدد\\w*|خطر|خشيه|مخاوف|فرصه|اتاح\\w*|ليتمكن\\w*|بحيث|قابل\\w*|كان|كانت)$"
)


def find(view: View) -> Iterator[Hit]:
    """Open words of the original met by a firm word, or by nothing."""
    left, right = CLASSES.left_over(view)
    asked = [m for m in right if m.cls == "possible" and _open(view, m)]
    if not asked:
        return
    for meant in asked:
        firm = [m for m in left if m.cls in _FIRM and abs(place_in_original(view, m.last) - meant.last) <= 4]
        if firm:
            said = min(firm, key=lambda m: abs(place_in_original(view, m.last) - meant.last))
            yield from _turned(view, said, meant)
            continue
        if any(m.cls in ("possible", "likely", "alleged", "planned") for m in CLASSES.mentions(view.ar)):
            continue
        verb = _verb(view, meant)
        if verb is None or len(view.ar.keys[verb]) < 4 or any(_SOFTENED.match(key) for key in view.ar.keys[max(0, verb - 5) : verb + 3]):
            continue
        word = view.ar.words[verb]
        yield Hit(
            word.span,
            f"The original leaves this open (“{meant.span(view.original).of(view.original.text)}”); the Arabic states it as a fact.",
            original=meant.span(view.original),
            suggestion=f"قد {word.text}" if re.match("^[يتن]", word.text) and len(word.text) > 3 else None,
            confidence=0.62,
        )


def _open(view: View, mention: Mention) -> bool:
    key = view.original.keys[mention.first]
    if key not in OPEN_EN:
        return False
    text = view.original.words[mention.first].text
    following = view.original.keys[mention.first + 1] if mention.first + 1 < len(view.original.keys) else ""
    if key == "may" and (text[0].isupper() and mention.first > 0 or following[:1].isdigit()):
        return False
    return not (key == "could" and (following in ("not", "barely", "hardly", "only", "see", "hear", "feel")))


def _turned(view: View, said: Mention, meant: Mention) -> Iterator[Hit]:
    span = said.span(view.ar)
    text = span.of(view.ar.text)
    if text in ("سوف",):
        suggestion: str | None = "قد"
    elif said.cls == "will" and re.match("^[وف]?س[يتن]", text) and " " not in text:
        lead = text[0] if text[0] in "وف" else ""
        suggestion = f"{lead}قد {text[len(lead) + 1 :]}"
    elif said.cls == "must" and text.startswith("يجب"):
        suggestion = "يمكن"
    else:
        suggestion = None
    yield Hit(
        span,
        f"The Arabic says {text}; the original only says “{meant.span(view.original).of(view.original.text)}”. "
        "What is possible is told as certain.",
        original=meant.span(view.original),
        suggestion=suggestion,
        confidence=0.82,
    )


def _verb(view: View, meant: Mention) -> int | None:
    for j in range(meant.last + 1, min(meant.last + 4, len(view.original.keys))):
        if view.original.keys[j] in ("not", "be", "have", "well", "also", "still", "soon", "even", "now", "been"):
            continue
        linked = arabic_of(view, j, 0.4)
        return linked[0] if linked else None
    return None


CHECK = Check(
    id="MOD101",
    name="possible-made-certain",
    category=Category.MODALITY,
    severity=Severity.MAJOR,
    scope="words",
    find=find,
    doc=__doc__ or "",
    bad=(
        Example("⟦سوف⟧ تؤجل اللجنة الاستفتاء.", "The commission may postpone the referendum."),
        Example("⟦سيستقيل⟧ الوزير قريبا.", "The minister might resign soon."),
        Example("⟦يجب⟧ أن تؤدي العاصفة إلى فيضانات.", "The storm could lead to flooding."),
    ),
    good=(
        Example("قد تؤجل اللجنة الاستفتاء.", "The commission may postpone the referendum."),
        Example("من المحتمل أن يستقيل الوزير.", "The minister might resign."),
        Example("تمكن السكان من رؤية الدخان.", "Residents could see the smoke."),
    ),
)
