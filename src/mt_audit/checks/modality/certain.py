"""May made will: what the original leaves open is said for certain.

What it catches: may, might, could, perhaps, possibly rendered by سوف, س, يجب or من المؤكد at the same place, or left out
where the Arabic sentence has no word of possibility at all.

Why it matters: a chance becomes a fact; the paper will be wrong by tomorrow.

When it is wrong: "could" for ability in the past (تمكن, استطاع), "may" in a wish, a possibility told by another
construction (من شأنه, عرضة ل).

Source: our own reading of translated news.
"""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.linked import arabic_of, originals_of, place_in_original
from mt_audit.checks.modality.classes import CLASSES, OPEN_EN
from mt_audit.checks.phrases import Mention
from mt_audit.core import Category, Hit, Severity

_FIRM = frozenset(("will", "must", "certain"))
_SOFTENED = re.compile(
    "^(?:و|ف)?(?:ل)?(?:يمكن\\w*|تمكن\\w*|شان\\w*|عرضه|ترجح|يرجح|توقع\\w*|[يت]توقع\\w*|تقريبا|ان|لو|اذا|هل|كاد\\w*|قدر\\w*|[يتن]قدر\\w*|استطاع\\w*|"
    "[يتن]ستطيع\\w*|يتسني|تسني|مهدد\\w*|خطر|خشيه|مخاوف|فرصه|اتاح\\w*|ليتمكن\\w*|بحيث|قابل\\w*|كان|كانت|سمح\\w*|السماح|[يت]سمح\\w*|تصريح|اذن|كي|لكي)$"
)


def find(view: View) -> Iterator[Hit]:
    """Open words of the original met by a firm word, or by nothing."""
    governed = list(_governed(view))
    yield from governed
    if governed:
        return
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
        if (
            verb is None
            or len(view.ar.keys[verb]) < 4
            or any(_SOFTENED.match(key) for key in view.ar.keys[max(0, verb - 5) : verb + 3])
        ):
            continue
        word = view.ar.words[verb]
        yield Hit(
            word.span,
            f"The original leaves this open (“{meant.span(view.original).of(view.original.text)}”); the Arabic states it as a fact.",
            original=meant.span(view.original),
            suggestion=f"قد {word.text}" if re.match("^[يتن]", word.text) and len(word.text) > 3 else None,
            confidence=0.62,
        )


_WILL = re.compile("^(?:و|ف)?س[يتن][\u0621-\u064a]{3,}$")


def _governed(view: View) -> Iterator[Hit]:
    """Verbs whose own modal is turned: قد before a verb of "will", سوف before a verb of "may"."""
    keys = view.ar.keys
    for i, key in enumerate(keys):
        before = keys[i - 1] if i else ""
        future = bool(_WILL.match(key)) or before in ("سوف", "وسوف", "فسوف")
        may = before in ("قد", "وقد", "فقد") and key[0] in "يت" and len(key) > 3
        if not future and not may:
            continue
        linked = originals_of(view, i, 0.5)[:1]
        modal = _modal(view, linked[0]) if linked else None
        if modal is None or any(k in ("likely", "probably") for k in view.original.keys[modal : modal + 3]):
            continue
        word = view.original.keys[modal]
        if future and word in ("may", "might", "could", "can"):
            if any(m.cls in ("possible", "likely") and abs(m.first - i) <= 6 for m in CLASSES.mentions(view.ar)):
                continue
            first = i if _WILL.match(key) else i - 1
            yield _local(view, first, i, modal, "What is possible is told as certain.")
        elif may and (
            word in ("will", "'ll", "shall") or word.endswith("'ll") or (word == "would" and not _doubtful(view))
        ):
            yield _local(view, i - 1, i, modal, "What is certain is told as possible.")


_DOUBT = frozenset(
    "some if may might could likely unlikely possibly possible perhaps probably potential potentially maybe whether prefer like seem seems appear".split()
)


def _doubtful(view: View) -> bool:
    """Whether the original leaves room for doubt besides its "would"."""
    return any(key in _DOUBT for key in view.original.keys)


def _modal(view: View, verb: int) -> int | None:
    """The modal that governs the original's verb; None when there is none within four words."""
    for j in range(verb - 1, max(-1, verb - 5), -1):
        key = view.original.keys[j]
        if key in ("may", "might", "could", "can", "will", "would", "shall", "should", "must", "to") or key.endswith(
            "'ll"
        ):
            return j
        if key.endswith(("ed", "ing")):
            return None
    return None


def _local(view: View, first: int, last: int, modal: int, why: str) -> Hit:
    span = view.ar.span_of(first, last)
    return Hit(
        span,
        f"The Arabic says {span.of(view.ar.text)}; the original says “{view.original.words[modal].text}”. {why}",
        original=view.original.words[modal].span,
        confidence=0.78,
    )


def _open(view: View, mention: Mention) -> bool:
    key = view.original.keys[mention.first]
    if key not in OPEN_EN:
        return False
    text = view.original.words[mention.first].text
    following = view.original.keys[mention.first + 1] if mention.first + 1 < len(view.original.keys) else ""
    if key == "may" and ((text[0].isupper() and mention.first > 0) or following[:1].isdigit()):
        return False
    before = view.original.keys[max(0, mention.first - 2) : mention.first]
    if following == "have" or any(word in ("before", "until", "so", "if") for word in before):
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
        Example("⟦سوف تؤجل⟧ اللجنة الاستفتاء.", "The commission may postpone the referendum."),
        Example("⟦سيستقيل⟧ الوزير قريبا.", "The minister might resign soon."),
        Example("⟦يجب⟧ أن تؤدي العاصفة إلى فيضانات.", "The storm could lead to flooding."),
    ),
    good=(
        Example("قد تؤجل اللجنة الاستفتاء.", "The commission may postpone the referendum."),
        Example("من المحتمل أن يستقيل الوزير.", "The minister might resign."),
        Example("تمكن السكان من رؤية الدخان.", "Residents could see the smoke."),
    ),
)
