"""“Not only … but also” turned into a plain denial.

What it catches: the original says that both things are true; the Arabic denies the first («لم يتجاهل … بل أمر»)
because «فقط» or «فحسب» was lost.
Why: an accusation or a figure is denied in the mouth of the one who made it.
When wrong: Arabic has many ways to say it (لم يكتف بـ, لا يقتصر على, فضلا عن, إلى جانب, وإنما … أيضا); any of them
silences the check.
Source: machine-translated news; the most frequent loss of polarity in our samples.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.construction.places import has, nearest, negators
from mt_audit.core import Category, Hit, Severity, Span

_ENGLISH = re.compile(r"\bnot\s+(?:only|just|merely|simply)\b", re.I)
_KEPT = re.compile(
    r"\b(?:فقط|فحسب|وحسب|وحده|وحدها|وحدهم|مجرد|بمجرد|اقتصر\w*|[يت]قتصر\w*|مقتصر\w*|قاصر\w*|اكتف\w*|[يت]كتف\w*|نكتف\w*|"
    r"فضلا|علاوه|اضافه|بالاضافه|الي جانب|ايضا|كذلك|كما|معا|حصرا|حصريا|لوحده|لوحدها)\b"
)
_TURN = re.compile(r"\b(?:بل|ولكن\w*|لكن\w*|وانما|انما)\b")


def find(view: View) -> Iterator[Hit]:
    """“not only” without any Arabic counterpart, where the Arabic denies and turns."""
    match = _ENGLISH.search(view.original.text)
    if match is None or has(view.ar, _KEPT) or not has(view.ar, _TURN):
        return
    original = Span(match.start(), match.end())
    denial = nearest(view, original, negators(view.ar))
    if denial is None:
        return
    turn = has(view.ar, _TURN)
    assert turn is not None
    last = turn.string[: turn.start()].count(" ")
    span = view.ar.span_of(denial, last if denial < last <= denial + 14 else denial)
    yield Hit(
        span,
        f"The original says “{match[0]} … but (also)”: both are true. The Arabic denies the first.",
        original,
        confidence=0.9,
    )


check = Check(
    id="CON101",
    name="not-only-made-denial",
    category=Category.POLARITY,
    severity=Severity.CRITICAL,
    scope="pair",
    find=find,
    doc=__doc__,
    bad=(
        Example(
            "قال التقرير إن الوزير ⟦لم يخف الوثائق ولكنه⟧ أتلفها.",
            "The report said the minister had not only hidden the papers but also destroyed them.",
        ),
        Example(
            "اتهموا الجيش ⟦بعدم قصف القرية بل⟧ بإحراقها.",
            "They accused the army of not just shelling the village but burning it.",
        ),
    ),
    good=(
        Example(
            "قال التقرير إن الوزير لم يخف الوثائق فحسب بل أتلفها.",
            "The report said the minister had not only hidden the papers but also destroyed them.",
        ),
        Example("لم يكتف الوزير بإخفاء الوثائق بل أتلفها.", "The minister not only hid the papers but destroyed them."),
        Example("أخفى الوزير الوثائق وأتلفها.", "The minister not only hid the papers but destroyed them."),
    ),
)
