"""Said for denied, denied for said.

What it catches: نفى, أنكر, كذّب where the original says, confirms or admits; قال, أكد, أقر where it denies, refutes or
rejects.

Why it matters: the words are put into the mouth of somebody who said the contrary.

When it is wrong: "denied" told as أكد أن … لم; a denial beside the verb is passed over.

Source: our own table of contraries.
"""

from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.attribution.speech import english_speech
from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.contrary import certainty, contraries
from mt_audit.checks.linked import lexical, place_in_original, sure
from mt_audit.core import Category, Hit, Severity
from mt_audit.text.antonyms import arabic_forms, family_of
from mt_audit.text.polarity import denials

_DENIAL = (
    "deny",
    "denied",
    "denies",
    "denial",
    "refuted",
    "rejected",
    "dismissed",
    "disputed",
    "refused",
    "ruled",
    "repudiated",
)


def find(view: View) -> Iterator[Hit]:
    """Verbs of saying that the original turns into a denial, or the reverse."""
    done: set[int] = set()
    for found in contraries(view, "stance"):
        if _denied(view, found.ar) or (found.ar in done):
            continue
        done.add(found.ar)
        word, meant = view.ar.words[found.ar], view.original.words[found.original]
        yield Hit(
            word.span,
            f"The Arabic says {word.text}; the original says “{meant.text}”.",
            original=meant.span,
            suggestion=found.suggestion,
            confidence=certainty(view, found),
        )
    yield from _invented(view, done)


def _invented(view: View, done: set[int]) -> Iterator[Hit]:
    """A denial where the original plainly says: no word of the original denies."""
    keys = view.original.keys
    if any(d.strength == "negative" or _strong(keys[d.word]) for d in denials(view.original)):
        return
    said = english_speech(view.original)
    for i, key in enumerate(view.ar.keys):
        if i in done or not any(
            family_of(f.pole) == "stance" and f.pole.side == 1 and f.slot == "past" for f in arabic_forms(key)
        ):
            continue
        if sure(view, i) >= 0.75 or any(lexical(view, key, j) >= 0.3 for j in range(len(keys)) if j not in said):
            continue
        place = place_in_original(view, i)
        j = min(said, key=lambda j: abs(j - place), default=None)
        yield Hit(
            view.ar.words[i].span,
            f"The Arabic says {view.ar.words[i].text}, a denial; nothing in the original denies"
            + (f": it says “{view.original.words[j].text}”." if j is not None else "."),
            original=view.original.words[j].span if j is not None else None,
            suggestion={"نفى": "قال", "نفت": "قالت", "ونفى": "وقال", "ونفت": "وقالت"}.get(view.ar.words[i].text)
            if said
            else None,
            confidence=0.85 if said else 0.7,
        )


def _strong(key: str) -> bool:
    return key.startswith(("den", "refut", "reject", "dismiss", "disput"))


def _denied(view: View, i: int) -> bool:
    return any(0 < d.word - i <= 6 for d in denials(view.ar) if d.strength == "negative")


CHECK = Check(
    id="ATT102",
    name="said-for-denied",
    category=Category.ATTRIBUTION,
    severity=Severity.CRITICAL,
    scope="words",
    find=find,
    doc=__doc__ or "",
    bad=(
        Example("⟦نفى⟧ الوزير أن تكون المحادثات قد بدأت.", "The minister said the talks had begun."),
        Example("⟦أكد⟧ المتحدث وقوع الهجوم.", "The spokesman denied the attack."),
    ),
    good=(
        Example("نفى المتحدث وقوع الهجوم.", "The spokesman denied the attack."),
        Example(
            "أكد المسؤولون أن المياه لم تحول إلى مزارع.", "Officials denied that water had been diverted to farms."
        ),
    ),
)
