"""Must and may confused: a duty made a choice, or a choice made a duty.

What it catches: يمكن or قد where the original says must, should or have to; يجب where it says may or can; the epistemic
"must have" rendered by يجب; "need not" rendered by a ban.

Why it matters: it changes who is bound to do what.

When it is wrong: English "should" for a prospect, "can" in a request; both sides must be left over at the same place.

Source: our own table.
"""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.modality.classes import CLASSES, WORDING
from mt_audit.core import Category, Hit, Severity

_CLASH = {
    "must": frozenset(("possible",)),
    "possible": frozenset(("must",)),
    "certain": frozenset(("possible", "likely", "alleged", "planned", "must")),
}
_BINDING = frozenset(
    "must should ought shall need needs required requires obliged forced mandatory muss müssen".split()
)
_FREE = frozenset("may can might could kann können darf dürfen".split())
_GUESS = re.compile(r"\bmust have (?:been|\w+(?:ed|en|ne|wn|de|t))\b", re.I)


def find(view: View) -> Iterator[Hit]:
    """Modal words that contradict each other at the same place."""
    for said, meant, distance in CLASSES.clashes(view, _CLASH, near=6.0, reach=7.0):
        key = view.original.keys[meant.first]
        if said.cls == "possible" and key not in _BINDING and key not in ("have", "has", "had", "having", "ought"):
            continue
        if said.cls == "must" and key not in _FREE:
            continue
        if said.cls == "certain" and key not in (
            "may",
            "might",
            "could",
            "perhaps",
            "maybe",
            "possibly",
            "likely",
            "probably",
            "allegedly",
            "alleged",
            "reportedly",
            "expected",
            "expects",
            "expect",
            "seems",
            "seem",
            "appears",
            "apparently",
            "possible",
            "potentially",
            "suspected",
            "believed",
        ):
            continue
        if said.cls == "possible" and _denied(view, said.first):
            continue
        span = said.span(view.ar)
        text = span.of(view.ar.text)
        plain = text in ("يجب", "يمكن", "قد", "ينبغي", "يتعين")
        yield Hit(
            span,
            f"The Arabic says {text}; the original says “{meant.span(view.original).of(view.original.text)}”.",
            original=meant.span(view.original),
            suggestion={"must": "يجب", "possible": "يمكن"}.get(meant.cls)
            if plain and meant.cls in WORDING and text != "قد"
            else None,
            confidence=0.8 if distance <= 2.5 else 0.7,
        )
    guess = _GUESS.search(view.original.text)
    if guess and not any(m.cls in ("likely", "certain", "possible") for m in CLASSES.mentions(view.ar)):
        duty = [
            m for m in CLASSES.mentions(view.ar) if m.cls == "must" and "بد" not in view.ar.keys[m.first : m.last + 1]
        ]
        if len(duty) == 1:
            span = duty[0].span(view.ar)
            yield Hit(
                span,
                f"The Arabic says {span.of(view.ar.text)}, a duty; “{guess[0]}” is a conclusion: the thing surely happened.",
                suggestion="لا بد" if span.of(view.ar.text) == "يجب" else None,
                confidence=0.8,
            )


def _denied(view: View, first: int) -> bool:
    """لا يمكن may stand for "must not"."""
    return first > 0 and view.ar.keys[first - 1] in ("لا", "لم", "لن", "ولا", "غير")


CHECK = Check(
    id="MOD102",
    name="obligation-changed",
    category=Category.MODALITY,
    severity=Severity.MAJOR,
    scope="words",
    find=find,
    doc=__doc__ or "",
    bad=(
        Example("⟦يمكن⟧ للشركات دفع الضريبة بحلول يونيو.", "Companies must pay the tax by June."),
        Example("⟦يجب⟧ أن يدخل الزوار من البوابة الشمالية.", "Visitors may enter by the north gate."),
        Example("⟦يجب⟧ أن الطيار رأى الطائرة.", "The pilot must have seen the aircraft."),
    ),
    good=(
        Example("يتعين على الشركات دفع الضريبة بحلول يونيو.", "Companies must pay the tax by June."),
        Example("لا بد أن الطيار رأى الطائرة.", "The pilot must have seen the aircraft."),
        Example("لا يمكن للشركات تأخير الدفع.", "Companies must not delay payment."),
    ),
)
