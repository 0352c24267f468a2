"""An adjective that does not agree with the only noun it can belong to.

What it catches: preposition, noun with the article, adjective with the article of the other gender («في المنطقة
الشرقي»).
Why: reads as foreign; an editor corrects it.
When wrong: after a longer noun phrase the adjective may belong to an earlier noun («وقف إطلاق النار الدائم»), so only
nouns that directly follow a preposition are looked at; an adjective used as a noun of its own can still mislead.
Source: Arabic grammar.
"""

from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.core import Category, Hit, Severity

_PREPOSITIONS = {"في", "من", "الي", "علي", "عن", "مع", "وفي", "ومن", "والي", "وعلي", "وعن", "ومع", "خلال", "عبر"}


def find(view: View) -> Iterator[Hit]:
    """Preposition + الـnoun + الـadjective with genders at odds."""
    grammar, words = view.kit.grammar, view.ar.words
    for index in range(len(words) - 2):
        if words[index].key not in _PREPOSITIONS:
            continue
        noun, adjective = words[index + 1].key, words[index + 2].key
        if not noun.startswith("ال") or view.ar.text[words[index + 1].span.end : words[index + 2].span.start].strip():
            continue
        feminine = adjective.endswith("ه") and adjective[:-1] in grammar.adjectives
        if not feminine and adjective not in grammar.adjectives:
            continue
        if words[index + 2].text.endswith(("ى", "ا")):
            continue  # الأولى, الكبرى, العليا are feminine without ta marbuta
        gender = grammar.gender(noun[2:])
        if gender is None or (gender == "f") == feminine:
            continue
        raw = words[index + 2].text
        yield Hit(
            view.ar.span_of(index + 1, index + 2),
            f"«{words[index + 1].text} {raw}»: the noun is {'feminine' if gender == 'f' else 'masculine'}, "
            "the adjective is not.",
            suggestion=f"{words[index + 1].text} {raw[:-1] if feminine else raw + 'ة'}",
            confidence=0.8,
        )


check = Check(
    id="AGR202",
    name="adjective-disagrees",
    category=Category.AGREEMENT,
    severity=Severity.MINOR,
    scope="sentence",
    find=find,
    doc=__doc__,
    bad=(
        Example("وقعت المعارك في ⟦المنطقة الشرقي⟧ من البلاد."),
        Example("وتحدث عن ⟦الاتفاق الجديدة⟧ بين الطرفين."),
    ),
    good=(
        Example("وقعت المعارك في المنطقة الشرقية من البلاد."),
        Example("وتحدث عن وقف إطلاق النار الدائم."),
        Example("وتحدث عن الاتفاق الجديد بين الطرفين."),
        Example("وجرت المباراة في المرحلة الأولى من البطولة."),
    ),
)
