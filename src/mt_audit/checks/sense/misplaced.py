"""SEN102 misplaced-sense: a word that is right elsewhere, among words that call for another sense.

What it catches: from the Arabic alone, «إضرابات» among missiles and power stations, «شحن» beside prosecutors, «نباتات»
that are nuclear. The lexicon knows for which senses machines wrongly use a word; the sentence is compared with the
descriptions of those senses and of the senses the word really has, and a small trained model weighs that with how
ordinary the word is where it stands.

Why it matters: the sentence is grammatical and says something that did not happen.

When it is wrong: figurative writing, two subjects in one sentence, words our human news is too small to know. Below the
upper threshold nothing is said.

Source: our own lexicon and contrast pairs; figures in ``engine/assets/sense/README.md``.
"""

from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.core import Category, Hit, Severity
from mt_audit.engine.sense_model import model_of

SURE = 0.9
"""Probability from which a finding is major: about one word in 10,000 of human news."""
LIKELY = 0.75
"""Probability from which a finding is minor: about one word in 3,000 of human news."""


def find(view: View) -> Iterator[Hit]:
    """Words that the model finds out of place, with the sense they seem to stand for."""
    model = model_of(view.kit)
    for i, probability in enumerate(model.alone(view.ar)):
        if probability < LIKELY or _named(view, i):
            continue
        clash = model.clash(view.ar, i)
        if clash is None:
            continue
        word = view.ar.words[i]
        means = f"means “{clash.own}”, which does not fit this sentence" if clash.own else "does not fit this sentence"
        usual = f", usually «{clash.usual}»" if clash.usual else ""
        yield Hit(
            span=word.span,
            message=f"«{word.text}» {means}; it reads like English “{clash.lemma}” ({clash.meant}){usual}.",
            confidence=min(0.95, float(probability)),
            severity=Severity.MAJOR if probability >= SURE else Severity.MINOR,
        )


def _named(view: View, i: int) -> bool:
    """Whether the word, or the one before it, is a name word: surnames are often words of the language."""
    named = view.kit.language.spellings.named
    return bool(named(view.ar.keys[i])) or (i > 0 and bool(named(view.ar.keys[i - 1])))


CHECK = Check(
    id="SEN102",
    name="misplaced-sense",
    category=Category.SENSE,
    severity=Severity.MAJOR,
    scope="sentence",
    find=find,
    bad=(Example("قتل أربعة مدنيين في ⟦إضراب⟧ بطائرة مسيرة استهدف محطة كهرباء."),),
    good=(
        Example("دخل إضراب عمال السكك الحديدية يومه الثالث احتجاجا على الأجور."),
        Example("قتل أربعة مدنيين في ضربة بطائرة مسيرة استهدفت محطة كهرباء."),
    ),
    doc=__doc__,
)
