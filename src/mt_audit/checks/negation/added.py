"""A negation that the original does not have.

What it catches: لا, لم, لن, ليس in the Arabic where nothing of the original denies: no negative word, and none that denies
by its meaning (fail, refuse, barely, only, un-, without …).

Why it matters: the sentence says the contrary.

When it is wrong: an original that denies by an idiom this check does not know; a free rendering of a positive by a
denied contrary. "Still" (لا يزال), "no less than", "only" (لم … سوى) and the like are understood.

Source: our own reading of translated news.
"""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.linked import originals_of, sure
from mt_audit.checks.negation.compare import compare
from mt_audit.core import Category, Hit, Severity
from mt_audit.text.polarity import denials

_VERBAL = frozenset(("لا", "لم", "لن", "ليس", "ليست", "ليسوا", "لسنا", "لست", "لستم"))


def find(view: View) -> Iterator[Hit]:
    """Arabic negative words that the original does not answer."""
    added, _ = compare(view)
    for one in added:
        denial = one.denial
        verbal = denial.kind in _VERBAL
        if not verbal and (one.nearest < 99 or denial.kind in ("غير", "دون", "بدون", "بلا")):
            continue
        if denial.kind == "لا" and "la" in view.original.keys:
            continue  # a name, not a negation
        if sure(view, denial.word) > 0.6 and not _plain(view, denial.word):
            continue
        head = denial.head
        span = view.ar.span_of(denial.word, head)
        linked = originals_of(view, head)
        original = view.original.words[linked[0]].span if linked else None
        far = one.nearest >= 99
        contrast = view.ar.keys[denial.word].startswith("ول") and denial.kind.startswith("ليس")  # "X, not Y"
        rested = far or (bool(linked) and (one.nearest > 6 or _clear(view, head)))
        yield Hit(
            span,
            f"The Arabic denies ({span.of(view.ar.text)}); nothing in the original denies this. The sentence says the contrary.",
            original=original,
            suggestion=_affirmed(view, denial.kind, denial.word, head),
            confidence=(0.85 if linked else 0.75) if far else 0.65 if rested else 0.5,
            severity=None if verbal and rested and (linked or not contrast) else Severity.MINOR,
        )


def _clear(view: View, head: int) -> bool:
    """Whether the denied word surely renders a word of the original that has no denial beside it."""
    linked = originals_of(view, head, 0.5)
    return (
        bool(linked)
        and len(view.original.keys[linked[0]]) > 2
        and not any(-2 <= linked[0] - place <= 5 for d in denials(view.original) for place in (d.word, d.head))
    )


def _plain(view: View, word: int) -> bool:
    """Whether the words linked to the negative word are function words, so that the link says nothing."""
    return all(len(view.original.keys[j]) <= 3 for j in originals_of(view, word, 0.6))


def _affirmed(view: View, kind: str, word: int, head: int) -> str | None:
    """The same words without the denial, where grammar lets them stand."""
    if head != word + 1:
        return None
    first = view.ar.words[word].text
    verb = view.ar.words[head].text
    joined = first[0] if first[0] in "وف" and len(first) > len(kind) else ""
    if kind in ("لا", "ليس", "ليست"):
        return joined + verb
    if kind == "لن" and verb[:1] in "يتن":
        return f"{joined}س{verb}"
    return None


CHECK = Check(
    id="NEG101",
    name="negation-added",
    category=Category.POLARITY,
    severity=Severity.CRITICAL,
    scope="words",
    find=find,
    doc=__doc__ or "",
    bad=(
        Example("قال خبراء إن السد ⟦لا يشكل⟧ خطرا على القرى.", "Experts said the dam posed a threat to the villages."),
        Example("⟦لن تغطي⟧ شركة التأمين تكاليف العلاج.", "The insurer will cover the cost of treatment."),
        Example("⟦لم يلتق⟧ الرئيس بالوفد في القصر.", "The president met the delegation at the palace."),
    ),
    good=(
        Example("لا يزال السد يشكل خطرا على القرى.", "The dam is still a threat to the villages."),
        Example("لم ينج سوى ثلاثة صيادين.", "Only three fishermen survived."),
        Example("لم يتمكن الشهود من التعرف على المسلح.", "Witnesses failed to identify the gunman."),
        Example(
            "لم يكتف الوزير بالاعتذار بل عرض استقالته.", "The minister did not only apologise, he offered to resign."
        ),
        Example("طلبت ما لا يقل عن 40 دولة الانضمام.", "No fewer than 40 countries asked to join."),
        Example("لا تجيز القواعد الاحتفاظ بجوازات السفر.", "The rules prohibit keeping passports."),
    ),
)
