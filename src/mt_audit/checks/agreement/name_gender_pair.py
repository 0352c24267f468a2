"""A man made a woman, or a woman a man, against the original.

What: the original says *she, her, spokeswoman* and the Arabic verbs and pronouns show a man, or the other way round:
«زعمت» for *he claimed*, «مسيرته» for *her career*.
Why: the reader is told of another person; in Arabic the verb and every pronoun say whether a man or a woman acts.
When wrong: Arabic may agree with another noun (شخصية, عائلة) or keep the masculine for an office; the judgement is a
logistic model over all the signs of a sentence, fitted on human translations and the same with the English pronouns
turned round, and a sentence that names both a man and a woman is left alone.
Source: MT-GenEval showed the fault in every engine it tried; check of pronoun gender in the field's list.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from mt_audit.checks.agreement.name_gender_evidence import Claim, Sign, claim_of, features, outside_quotes, signs_of
from mt_audit.checks.base import Check, Example, View
from mt_audit.core import Category, Hit, Severity
from mt_audit.engine.gazetteer import Gender

_WHO = {"m": "a man", "f": "a woman"}
_SHOWN = {
    "verb": "verb", "suffix": "pronoun", "particle": "pronoun", "dative": "pronoun", "pronoun": "pronoun",
    "relative": "relative pronoun", "saying": "verb", "noun": "noun", "object": "pronoun",
}  # fmt: skip
_STRENGTH = {
    "pronoun": 1.2,
    "particle": 1.4,
    "suffix": 1.3,
    "dative": 1.1,
    "verb": 1.0,
    "saying": 1.5,
    "noun": 1.45,
    "object": 0.6,
    "relative": 0.4,
}
_LINKED = 0.35
_SURE = 0.78
"""Below this an editor should look, but the verdict should not rest on it."""


def find(view: View) -> Iterator[Hit]:
    """Sentences whose English names one gender and whose Arabic shows the other."""
    if view.original.language != "en":
        return
    claim = claim_of(view.original)
    gender = claim.gender
    if gender is None:
        return
    names = view.kit.names
    signs = outside_quotes(view.ar, signs_of(view.ar, names.verbs), view.original, claim)
    against = [sign for sign in signs if sign.gender != gender]
    if not against:
        return
    odds = float(np.dot(features(claim, gender, signs, view), names.gender_weights[claim.model]))
    if odds <= 0:
        return
    if not claim.pronouns and not _renders(view, claim, against):
        return
    confidence = min(0.95, 0.6 + 0.1 * odds)
    for sign in _shown(view, claim, gender, against):
        word = view.ar.words[sign.word]
        spoken = view.original.words[claim.first]
        yield Hit(
            word.span,
            f"«{word.text}» shows {_WHO[sign.gender]} ({_SHOWN[sign.kind]}); "
            f"the original says «{spoken.text}», {_WHO[gender]}.",
            original=spoken.span,
            confidence=confidence,
            severity=Severity.MINOR if confidence < _SURE else None,
        )


def _renders(view: View, claim: Claim, against: list[Sign]) -> bool:
    """Whether a word against the claim stands for one of the original's nouns of gender."""
    linked = {link.ar for link in view.links if link.original in claim.words and link.probability >= _LINKED}
    return any(sign.word in linked for sign in against)


def _shown(view: View, claim: Claim, gender: Gender, against: list[Sign]) -> list[Sign]:
    """The words to point at: those linked to the original's gendered places, else the strongest one."""
    places = {word for word, owner in (*claim.possessed, *claim.verbs) if owner == gender}
    linked = {link.ar for link in view.links if link.original in places and link.probability >= _LINKED}
    chosen = [sign for sign in against if sign.word in linked and sign.kind != "relative"]
    if not chosen:
        chosen = [max(against, key=lambda sign: (_STRENGTH[sign.kind], -sign.word))]
    unique: dict[int, Sign] = {}
    for sign in chosen:
        unique.setdefault(sign.word, sign)
    return list(unique.values())[:3]


check = Check(
    id="AGR110",
    name="gender-against-original",
    category=Category.AGREEMENT,
    severity=Severity.MAJOR,
    scope="words",
    find=find,
    doc=__doc__,
    bad=(
        Example("⟦وأبلغت⟧ الصحفيين بأن ⟦حزبها⟧ سيصوت ضده.", "He told reporters that his party would vote against it."),
        Example("⟦وأكد⟧ أنه ⟦سيترشح⟧ مجددا ⟦لمنصبه⟧.", "She stressed that she would run for her post again."),
    ),
    good=(
        Example(
            "وقال في مؤتمر صحفي إنه سيقدم استقالته غدا.",
            "He told a news conference that he would submit his resignation tomorrow.",
        ),
        Example("وقالت الوزيرة إن حكومتها لن تتراجع.", "The minister said her government would not back down."),
        Example("أعربت عائلته عن حزنها العميق.", "His family expressed its deep sorrow."),
    ),
)
