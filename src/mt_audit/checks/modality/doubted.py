"""A fact made a possibility: the Arabic doubts what the original states.

What it catches: ربما, من المحتمل, من الممكن, قد before a present verb, where the original has no word of possibility,
expectation, report or condition at all.

Why it matters: what is known is told as a guess.

When it is wrong: قد for habit ("قد يحدث"), a polite form; therefore major only for words that mean nothing but doubt.

Source: our own reading of translated news.
"""

from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.linked import originals_of
from mt_audit.checks.modality.classes import CLASSES
from mt_audit.checks.phrases import Mention
from mt_audit.core import Category, Hit, Severity

_DOUBT = frozenset("ربما وربما فربما محتمل المحتمل الممكن يحتمل لعل قد وقد فقد".split())
_OPEN = frozenset(("possible", "likely", "planned", "alleged"))


def find(view: View) -> Iterator[Hit]:
    """Words of doubt that nothing in the original answers."""
    said = [m for m in CLASSES.mentions(view.ar) if m.cls == "possible" and view.ar.keys[m.first] in _DOUBT]
    if not said:
        return
    keys = view.original.keys
    if (
        any(key in ("would", "if", "whether", "until", "when", "as", "by") for key in keys)
        and len(said) == 1
        and "قد" in view.ar.keys[said[0].first]
    ):
        return
    asked = [m for m in CLASSES.mentions(view.original) if m.cls in ("possible", "likely")]
    if asked:
        return
    for mention in said[:1]:
        first = view.ar.keys[mention.first]
        plain = first in ("قد", "وقد", "فقد")
        linked = originals_of(view, mention.first, 0.5)
        if linked and not plain:
            continue
        if plain and not _present(view, mention):
            continue
        span = mention.span(view.ar)
        text = span.of(view.ar.text)
        yield Hit(
            span,
            f"The Arabic says {text}; the original states it as a fact.",
            suggestion=text.split(" ", 1)[1] if plain and " " in text else None,
            confidence=0.6 if not plain else 0.55,
            severity=None,
        )


def _present(view: View, mention: Mention) -> bool:
    """Whether the verb after قد is surely present: many past verbs begin with a person letter too."""
    verb = view.ar.keys[mention.last]
    if len(verb) > 13:
        return False
    if verb[0] == "ي":
        return True
    linked = originals_of(view, mention.last, 0.4)
    return (
        verb[0] == "ت"
        and bool(linked)
        and not view.original.keys[linked[0]].endswith(("ed", "en", "ew", "nt", "de", "ok"))
    )


CHECK = Check(
    id="MOD104",
    name="fact-doubted",
    category=Category.MODALITY,
    severity=Severity.MAJOR,
    scope="words",
    find=find,
    doc=__doc__ or "",
    bad=(
        Example("⟦ربما⟧ وقع الهجوم فجر الاثنين.", "The attack took place at dawn on Monday."),
        Example("⟦قد تؤجل⟧ اللجنة الاستفتاء.", "The commission is postponing the referendum."),
    ),
    good=(
        Example("ربما وقع الهجوم فجر الاثنين.", "The attack probably took place at dawn on Monday."),
        Example("وقد توفي الرجل في المستشفى.", "The man died in hospital."),
        Example("قالت إنه قد تم إرجاء الاستفتاء.", "She said the referendum had been postponed."),
    ),
)
