"""SEN201 wrong-sense: the Arabic renders another sense of the original's word than the one its context calls for.

What it catches: *strike* of an air force as «إضراب», *convict* the prisoner as «مقتنع», *rally* of prices as «مسيرة»;
the right Arabic for some other sentence.

How: every word and multiword unit of the original that the lexicon lists is given its sense from part of speech, cue
words, frequency and the likeness of the sentence to each sense's description. An Arabic word that stands for it and
is a
form of another sense, or one that machines are known to put there, is judged by a small trained model that also sees
word links, what else in the original could explain the word, and how ordinary it is where it stands.

Why it matters: three in four of the errors that do harm are of this kind, and the sentence often reads well.

When it is wrong: senses that the lexicon does not list (a *forward* in football), free translations, and originals
whose words are themselves unusual. Below the upper threshold the finding is minor: a word to look at.

Source: our own lexicon and contrast pairs; figures in ``engine/assets/sense/README.md``.
"""

from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.sense.wording import listed, replacement
from mt_audit.core import Category, Hit, Severity
from mt_audit.engine.sense import Match, Unit
from mt_audit.engine.sense_model import Judged, model_of

SURE = 0.86
"""Probability from which a finding is major."""
LIKELY = 0.4
"""Probability from which a word is worth a look."""

_GRAVE = frozenset(
    "killed kill dead death deaths murder court judge prison jail police army missile missiles troops war attack bomb "
    "convicted guilty jury parliament vote election elections law bill senate disease virus patients bank rates "
    "inflation debt shares nuclear arms weapons military soldiers hostage hostages ceasefire".split()
)
"""Cue words of senses about which a reader must not be misled."""


def find(view: View) -> Iterator[Hit]:
    """Words whose rendering the model finds wrong, one hit for each unit of the original."""
    if view.original.language != "en":
        return
    judged = model_of(view.kit).pair(view.ar, view.original, view.links)
    best: dict[int, tuple[float, int]] = {}
    for i, probability in enumerate(judged.probability):
        match = judged.against[i]
        if match is not None and probability >= LIKELY:
            best[match.unit] = max(best.get(match.unit, (0.0, 0)), (float(probability), -i))
    for probability, place in best.values():
        yield _hit(view, judged, -place, probability)


def _hit(view: View, judged: Judged, i: int, probability: float) -> Hit:
    match = judged.against[i]
    assert match is not None
    unit = judged.units[match.unit]
    word = view.ar.words[i]
    meant = unit.best
    # A word with one listed sense, and nothing in the sentence that speaks for it, may well have another.
    alone = len(unit.senses) == 1 and len(unit.members) == 1 and not unit.cues[0]
    sure = probability >= SURE and not alone
    grave = sure and not _GRAVE.isdisjoint(cue.lower() for cue in meant.cues)
    usual = meant.ar[0] if meant.ar else ""
    return Hit(
        span=word.span,
        original=view.original.span_of(unit.members[0], unit.members[-1]),
        message=f"«{word.text}» {_says(word.text, unit, match)}; the original's “{unit.lemma}” here means "
        f"“{meant.gloss}”" + (f", usually «{usual}»." if usual else "."),
        suggestion=replacement(word.text, meant, _mistaken(word.text, unit, match)),
        confidence=min(0.97, probability),
        severity=Severity.CRITICAL if grave else Severity.MAJOR if sure else Severity.MINOR,
    )


def _says(word: str, unit: Unit, match: Match) -> str:
    """What the Arabic word means, as far as the lexicon knows."""
    own = unit.senses[match.of] if match.of > 0 else None
    if own is None:
        own = next((sense for sense in unit.senses[1:] if listed(word, sense.ar)), None)
    if own is not None:
        return f"is “{unit.lemma}” in the sense “{own.gloss}”"
    return f"renders another meaning of “{unit.lemma}”"


def _mistaken(word: str, unit: Unit, match: Match) -> tuple[str, ...]:
    """The dictionary forms the word may be a form of: the other sense's, then those listed as wrong."""
    other = unit.senses[match.of].ar if match.of > 0 else ()
    wrong = unit.best.wrong_ar
    return other if other and listed(word, other) else wrong


CHECK = Check(
    id="SEN201",
    name="wrong-sense",
    category=Category.SENSE,
    severity=Severity.MAJOR,
    scope="words",
    find=find,
    bad=(
        Example(
            "قتل خمسة جنود في ⟦إضراب⟧ بطائرة مسيرة قرب الحدود.",
            "Five soldiers were killed in a drone strike near the border.",
        ),
        Example(
            "صوت النواب لصالح ⟦الفاتورة⟧ التي ترفع سن التقاعد.",
            "Lawmakers voted for the bill, which raises the retirement age.",
        ),
    ),
    good=(
        Example("بدأ عمال الموانئ إضرابا للمطالبة بزيادة الأجور.", "Port workers began a strike to demand higher pay."),
        Example(
            "قتل خمسة جنود في ضربة بطائرة مسيرة قرب الحدود.",
            "Five soldiers were killed in a drone strike near the border.",
        ),
        Example("ارتفعت فاتورة الكهرباء هذا الشهر.", "The electricity bill rose this month."),
    ),
    doc=__doc__,
)
