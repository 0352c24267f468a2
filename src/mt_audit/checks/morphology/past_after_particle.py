"""A past-tense verb where only the present form can stand.

What it catches: after يستطيع, سوف, لن, لم and their like Arabic needs the present form or أن with it; a past verb
there («تستطيع انسحب») is a dictionary form dropped in without inflection.
Why: the clause has no meaning: the reader cannot tell whether the thing happened.
When wrong: a masdar spelt like a past verb; only verbs that are no noun in the lexicon are looked at, and only those
with a bare alef, since أ marks the first person of the present.
Source: Arabic grammar; seen in machine-translated news.
"""

from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.core import Category, Hit, Severity

_MODALS = {
    "يستطيع",
    "تستطيع",
    "يستطيعون",
    "نستطيع",
    "يمكنه",
    "يمكنها",
    "يمكنهم",
    "يمكن",
    "يجب",
    "ينبغي",
    "يريد",
    "تريد",
}
_PARTICLES = {"سوف", "لن", "لم"}


def find(view: View) -> Iterator[Hit]:
    """Modal or particle directly before a plain past verb."""
    past = view.kit.grammar.past
    for index in range(len(view.ar.words) - 1):
        key = view.ar.keys[index]
        bare = key[1:] if key[:1] in "وف" and len(key) > 3 else key
        if bare not in _MODALS and bare not in _PARTICLES:
            continue
        verb = view.ar.words[index + 1]
        if not verb.text.startswith("ا") or verb.key not in past:
            continue
        present = "ي" + verb.key[1:]
        yield Hit(
            view.ar.span_of(index, index + 1),
            f"«{view.ar.words[index].text} {verb.text}»: a past verb cannot follow «{view.ar.words[index].text}».",
            suggestion=(
                f"{view.ar.words[index].text} {'أن ' if bare in _MODALS else ''}"
                f"{'ت' + verb.key[1:] if bare.startswith('ت') else present}"
            ),
            confidence=0.9,
        )


check = Check(
    id="MOR102",
    name="past-verb-after-particle",
    category=Category.VERB_FORM,
    severity=Severity.MAJOR,
    scope="sentence",
    find=find,
    doc=__doc__,
    bad=(
        Example("قالت إن الشركة ⟦تستطيع انسحب⟧ من المشروع."),
        Example("وأضاف أن السعر ⟦لن ارتفع⟧ هذا العام."),
    ),
    good=(
        Example("قالت إن الشركة تستطيع أن تنسحب من المشروع."),
        Example("وأضاف أن السعر لن يرتفع هذا العام."),
        Example("وقالت: لم أنسحب من السباق ولن أنسحب."),
    ),
)
