"""Will made has, has made will.

What it catches: a future verb of the Arabic (س, سوف, لن) linked to a plain past of the original, and a feminine past verb
linked to a verb that the original puts in the future.

Why it matters: a plan becomes an event, an event a plan.

When it is wrong: the future in the past ("said it would"), a headline's present, "to" after a noun; these are passed over.

Source: our own reading of translated news.
"""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.linked import originals_of
from mt_audit.core import Category, Hit, Severity

_FUTURE = re.compile("^(?:و|ف)?س[يتن][\u0621-\u064a]{3,}$")
_PAST_F = re.compile("^(?:و|ف)?(?!ست|سي|ال|[يتن])[\u0621-\u064a]{2,}[^ا]ت$")
_AHEAD = frozenset(
    "will would shall to could may might can should must going ll won't wouldn't plan plans planned intends intended expected due set about "
    "if unless until next tomorrow soon later ahead promise promised promises vowed vow pledged hope hopes hoped want wants upcoming scheduled".split()
)
_PAST_EN = re.compile("(?:ed)$")
_HAVE = frozenset("has have had".split())
_NOT_VERBS = frozenset(
    "need indeed speed seed feed exceed proceed succeed agreed breed bed red shed united hundred".split()
)


def find(view: View) -> Iterator[Hit]:
    """Verbs whose time is turned round."""
    keys = view.original.keys
    ahead = any(key in _AHEAD or key.endswith("'ll") for key in keys)
    for i, key in enumerate(view.ar.keys):
        if _FUTURE.match(key):
            linked = originals_of(view, i, 0.55)[:1]
            if not linked or ahead or not _past(keys, linked[0]):
                continue
            yield _hit(
                view,
                i,
                linked[0],
                f"The Arabic puts it in the future ({view.ar.words[i].text}); in the original it has happened",
                0.78,
            )
        elif ahead and _PAST_F.match(key):
            linked = originals_of(view, i, 0.6)[:1]
            if not linked or linked[0] == 0 or not _future(keys, linked[0]) or _softened(view, i):
                continue
            yield _hit(
                view,
                i,
                linked[0],
                f"The Arabic tells it as done ({view.ar.words[i].text}); in the original it is still to come",
                0.68,
            )


def _past(keys: tuple[str, ...], j: int) -> bool:
    if keys[j] in _NOT_VERBS or not _PAST_EN.search(keys[j]):
        return False
    before = keys[max(0, j - 3) : j]
    return not any(
        key in ("be", "being", "get", "is", "are", "by", "as", "if", "when", "once", "after") for key in before
    )


def _future(keys: tuple[str, ...], j: int) -> bool:
    before = keys[max(0, j - 2) : j]
    if keys[j].endswith(("ing", "s")):
        return False
    return any(key in ("will", "shall") or key.endswith("'ll") for key in before) and not any(
        key in ("have", "had", "has") for key in before
    )


def _softened(view: View, i: int) -> bool:
    return any(
        key in ("ان", "قد", "اذا", "لو", "كانت", "ما", "لما", "كلما", "حال") for key in view.ar.keys[max(0, i - 2) : i]
    )


def _hit(view: View, i: int, j: int, message: str, confidence: float) -> Hit:
    return Hit(
        view.ar.words[i].span,
        f"{message} (“{view.original.words[j].text}”).",
        original=view.original.words[j].span,
        confidence=confidence,
    )


CHECK = Check(
    id="TEN101",
    name="time-turned",
    category=Category.TENSE,
    severity=Severity.MAJOR,
    scope="words",
    find=find,
    doc=__doc__ or "",
    bad=(
        Example(
            "⟦ستستقبل⟧ المحطة أول المسافرين قبل شهر من الموعد.",
            "The terminal received its first passengers a month early.",
        ),
        Example("⟦أعلنت⟧ اللجنة النتائج يوم الأحد.", "The commission will announce the results on Sunday."),
    ),
    good=(
        Example("ستعلن اللجنة النتائج يوم الأحد.", "The commission will announce the results on Sunday."),
        Example("قالت إنها ستعلن النتائج يوم الأحد.", "She said she would announce the results on Sunday."),
    ),
)
