"""Certainty that the original does not claim.

What it catches: من المؤكد, بالتأكيد, ثبت, حتما in the Arabic where no word of the original vouches for the thing.

Why it matters: an expectation or a charge becomes a certainty.

When it is wrong: an English idiom of certainty this check does not know; stress added by a free translator.

Source: our own reading of translated news.
"""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.linked import originals_of
from mt_audit.checks.modality.classes import CLASSES
from mt_audit.core import Category, Hit, Severity

_PLAIN = frozenset("المؤكد الموكد المءكد التاكيد بالتاكيد حتما ثبت يقينا قطعا محاله".split())
_GUESSES = frozenset(
    "expected expects expect likely unlikely probably may might could perhaps maybe possibly possible allegedly alleged reportedly apparently "
    "seems seem appears potential potentially suspected believed predicted forecast".split()
)


def find(view: View) -> Iterator[Hit]:
    """Words of certainty without an answer."""
    said = [
        m
        for m in CLASSES.mentions(view.ar)
        if m.cls == "certain" and any(k in _PLAIN for k in view.ar.keys[m.first : m.last + 1])
    ]
    if not said or any(m.cls == "certain" for m in CLASSES.mentions(view.original)):
        return
    for mention in said[:1]:
        if originals_of(view, mention.last, 0.5) or (
            mention.first and view.ar.keys[mention.first - 1] in ("غير", "ليس", "وليس", "لا")
        ):
            continue
        span = mention.span(view.ar)
        guess = next((word for word in view.original.words if word.key in _GUESSES), None)
        yield Hit(
            span,
            f"The Arabic says {span.of(view.ar.text)}; "
            + (f"the original only says “{guess.text}”." if guess else "the original does not vouch for it."),
            original=guess.span if guess else None,
            confidence=0.8 if guess else 0.6,
        )


CHECK = Check(
    id="MOD105",
    name="certainty-added",
    category=Category.MODALITY,
    severity=Severity.MAJOR,
    scope="words",
    find=find,
    doc=__doc__ or "",
    bad=(
        Example("من ⟦المؤكد⟧ أن يصل الإعصار غدا.", "The storm is expected to arrive tomorrow."),
        Example("⟦ثبت⟧ أن الرجل سرق المال.", "The man allegedly stole the money."),
    ),
    good=(
        Example("من المتوقع أن يصل الإعصار غدا.", "The storm is expected to arrive tomorrow."),
        Example("بالتأكيد سيصل الإعصار غدا.", "The storm will definitely arrive tomorrow."),
        Example("من غير المؤكد أن يصل الإعصار.", "It is unclear whether the storm will arrive."),
    ),
)
