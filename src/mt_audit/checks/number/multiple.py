"""Doubled, tripled, halved: another multiple than the original's.

What it catches: "tripled" rendered by ضعف, "halved" by تضاعف, "twofold" by a third, the literal طيات for "-fold".

Why it matters: the reader is told of a rise where there was a fall, or of half of it.

When it is wrong: where the Arabic gives the two amounts in place of the multiple; then nothing is said here.

Source: our own reading of translated economic news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.core import Category, Hit, Severity, Span
from mt_audit.text.folding import fold_with_map
from mt_audit.text.numbers import numbers

_EN = (
    (2.0, re.compile(r"\b(?:doubl(?:e[sd]?|ing)|two-?fold|twice)\b", re.I)),
    (3.0, re.compile(r"\b(?:tripl(?:e[sd]?|ing)|trebl(?:e[sd]?|ing)|three-?fold|three times)\b", re.I)),
    (4.0, re.compile(r"\b(?:quadrupl(?:e[sd]?|ing)|four-?fold|four times)\b", re.I)),
    (5.0, re.compile(r"\b(?:quintupl(?:e[sd]?|ing)|five-?fold|five times)\b", re.I)),
    (0.5, re.compile(r"\bhalv(?:e[sd]?|ing)\b", re.I)),
)
_NUMBER = "(?P<n>ثلاثه|اربعه|خمسه|سته|سبعه|ثمانيه|تسعه|عشره|\\d+)"
_WORDS = {"ثلاثه": 3, "اربعه": 4, "خمسه": 5, "سته": 6, "سبعه": 7, "ثمانيه": 8, "تسعه": 9, "عشره": 10}
_AR = (
    re.compile(rf"(?<!\w)(?:ب|ل|الي )?{_NUMBER} (?:ال)?(?:اضعاف|امثال|طيات)(?!\w)|(?<!\w)ثلاث (?:مرات|طيات)(?!\w)"),
    re.compile(
        r"(?<!\w)(?:و|ف)?(?:س)?(?:[يت]?تضاعف(?:ت|وا|ان)?|[يت]ضاعف(?:ت)?|ضاعف(?:ت|وا)?|(?:ال|ب)?ضعف(?:ي|ين|ان)?|مثل(?:ي|ين)|مضاعفه|تضاعف)(?!\w)"
    ),
    re.compile(r"(?<!\w)(?:الي|ب|ل|ال)? ?(?:ال)?نصف(?!\w)(?! (?:مليون|مليار|مليارات|نهائي|ساعه|عام|سنه|شهر|قرن))"),
)


def find(view: View) -> Iterator[Hit]:
    """The multiples of the original against those of the Arabic, when each side has exactly one."""
    asked = [(value, match) for value, pattern in _EN for match in pattern.finditer(view.original.text)]
    if len(asked) != 1:
        return
    value, match = asked[0]
    folded, offsets = fold_with_map(view.ar.text)
    said: list[tuple[float, Span]] = []
    for kind, pattern in enumerate(_AR):
        for found in pattern.finditer(folded):
            span = Span(offsets[found.start()], offsets[found.end()])
            if any(span.overlaps(other) for _, other in said):
                continue
            if kind == 0:
                number = found.groupdict().get("n") or "ثلاثه"
                multiple = float(_WORDS.get(number, 0) or (number.isdigit() and int(number)) or 3)
            else:
                multiple = 2.0 if kind == 1 else 0.5
            said.append((multiple, span))
    if len(said) != 1:
        return
    multiple, span = said[0]
    literal = "طيات" in folded and value >= 2
    if (multiple == value and not literal) or _amounts(view, value):
        return
    if value == 2 and multiple == 0.5 and match[0].lower() == "twice":
        return
    raw = span.of(view.ar.text)
    lead = len(raw) - len(raw.lstrip())
    span = Span(span.start + lead, span.end)
    yield Hit(
        span,
        f"The Arabic says {span.of(view.ar.text)}; the original says “{match[0]}”. The change is of another size.",
        original=Span(match.start(), match.end()),
        confidence=0.8,
    )


def _amounts(view: View, value: float) -> bool:
    """Whether the Arabic states the multiple as a number or percentage (زاد 200 بالمئة)."""
    return any(quantity.value in (value, (value - 1) * 100, value * 100) for quantity in numbers(view.ar.text, "ar"))


CHECK = Check(
    id="NUM104",
    name="multiple-changed",
    category=Category.NUMBER,
    severity=Severity.MAJOR,
    scope="pair",
    languages=("en", "de"),
    find=find,
    doc=__doc__ or "",
    bad=(
        Example("⟦تضاعف⟧ سعر القمح منذ الصيف.", "The price of wheat has halved since the summer."),
        Example("⟦تضاعفت⟧ أرباح المصرف.", "The bank's profits tripled."),
    ),
    good=(
        Example("تضاعفت أرباح المصرف.", "The bank's profits doubled."),
        Example("ارتفعت الإصابات إلى ثلاثة أضعاف.", "Cases rose threefold."),
        Example("انخفض سعر القمح إلى النصف.", "The price of wheat halved."),
    ),
)
