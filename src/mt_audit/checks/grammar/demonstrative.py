"""A demonstrative that does not agree with its noun.

What it catches: «هذا» before a noun that takes feminine agreement, or «هذه» before a masculine one («هذا المشاعر»).
Why: it reads as foreign, and a reader looks for another noun that the word might point to.
When wrong: «هذا» may stand alone as a subject before a predicate («هذا الحل», "this is the solution"); that is rare
with a feminine predicate. The gender of nouns is counted in human text; nouns that people treat both ways are left
out.
Source: Arabic grammar.
"""

from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.core import Category, Hit, Severity

_BEFORE_PRONOUN = {"في", "مع", "علي", "من", "عن", "الي", "بعد", "قبل", "منذ", "خلال", "رغم", "عند", "بعكس", "غير"}
"""After these ذلك stands alone as a rule: «بما في ذلك الهواتف»."""
_OTHER = {"هذا": ("m", "هذه"), "ذلك": ("m", "تلك"), "هذه": ("f", "هذا"), "تلك": ("f", "ذلك")}


def find(view: View) -> Iterator[Hit]:
    """Demonstrative directly before a noun with the article, genders at odds."""
    words = view.ar.words
    for index in range(len(words) - 1):
        key, noun = words[index].key, words[index + 1].key
        prefix = key[: -len(bare)] if (bare := key.lstrip("وفبلك")) in _OTHER and len(bare) < len(key) else ""
        if bare not in _OTHER or not noun.startswith("ال"):
            continue
        between = view.ar.text[words[index].span.end : words[index + 1].span.start]
        gender = view.kit.grammar.gender(noun[2:])
        said, other = _OTHER[bare]
        if bare == "ذلك" and (prefix or (index and words[index - 1].key in _BEFORE_PRONOUN)):
            continue
        if between.strip() or gender is None or gender == said:
            continue
        yield Hit(
            view.ar.span_of(index, index + 1),
            f"«{words[index].text} {words[index + 1].text}»: the noun is "
            f"{'feminine' if gender == 'f' else 'masculine'}, the demonstrative is not.",
            suggestion=f"{prefix}{other} {words[index + 1].text}",
            confidence=0.85,
        )


check = Check(
    id="AGR201",
    name="demonstrative-disagrees",
    category=Category.AGREEMENT,
    severity=Severity.MINOR,
    scope="sentence",
    find=find,
    doc=__doc__,
    bad=(
        Example("وأكد الوزير ⟦هذا المشاعر⟧ في خطابه."),
        Example("وانتهت ⟦هذا الحرب⟧ بعد عامين."),
        Example("ورفض الحزب ⟦هذه الاتفاق⟧ منذ البداية."),
    ),
    good=(
        Example("وأكد الوزير هذه المشاعر في خطابه."),
        Example("وانتهت هذه الحرب بعد عامين من ذلك الاتفاق."),
        Example("وقال إن هذا، الحرب كلها، خطأ."),
        Example("دمرت المنازل بما في ذلك المدينة القديمة."),
    ),
)
