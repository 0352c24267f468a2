"""A negation of the original that the Arabic does not have.

What it catches: not, no, never, nobody, neither … without an answer in the Arabic, neither a negative word nor one that
denies by its meaning (نفى, رفض, تعذر, دون, غير, سوى …).

Why it matters: the sentence says the contrary.

When it is wrong: an Arabic that says the thing by a positive contrary (not long after: بعد قليل); a coordinated "no X, no
Y" denied once. "Not only", "no doubt" and exclamations are left out.

Source: our own reading of translated news.
"""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.linked import arabic_of, place_in_arabic
from mt_audit.checks.negation.compare import compare, exclaimed
from mt_audit.core import Category, Hit, Severity

_SLIGHT = frozenset("without nor neither ohne".split())
_TAG = re.compile(
    r"\b(?:or|if|why|whether or) not\b|\bnot (?:long|far|unlike|surprisingly|so|too|quite|yet|all|every|much|even)\b",
    re.I,
)


def find(view: View) -> Iterator[Hit]:
    """The original's negative words that the Arabic does not answer."""
    _, lost = compare(view)
    for one in lost:
        denial = one.denial
        if exclaimed(view, denial) or not view.ar.words:
            continue
        word = view.original.words[denial.word]
        if any(match.start() <= word.span.start < match.end() for match in _TAG.finditer(view.original.text)):
            continue
        linked = [i for j in (denial.head, denial.head + 1, denial.head - 1) for i in arabic_of(view, j, 0.4)][:1]
        far = one.nearest >= 99
        if not linked and not far:
            continue
        at = linked[0] if linked else round(place_in_arabic(view, denial.head))
        at = _verb(view, at)
        sure_head = any(arabic_of(view, k, 0.55) for k in (denial.head, denial.head + 1))
        certain = denial.kind not in _SLIGHT and (far or (bool(linked) and one.nearest > 4)) and sure_head
        if _turned_again(view, denial.head):
            continue
        if not far and view.original.keys[denial.word + 1 : denial.word + 2] == ("to",):
            certain = False  # "warned them not to go": the warning itself may deny, wherever Arabic puts it
        if denial.head == denial.word or len(view.original.keys[denial.head]) < 3:
            certain = False
        yield Hit(
            view.ar.words[at].span,
            f"The original denies (“{view.original.span_of(denial.word, max(denial.word, denial.head)).of(view.original.text)}”); "
            "the Arabic does not. The sentence says the contrary.",
            original=view.original.span_of(denial.word, max(denial.word, denial.head)),
            suggestion=_denied(view.ar.words[at].text) if linked else None,
            confidence=0.8 if certain and far else 0.65 if certain else 0.45,
            severity=None if certain else Severity.MINOR,
        )


_POSITIVE = frozenset(
    "impossible guilty unless until without excluded unlike uncommon unusual unreasonable unlikely rule ruled".split()
)


def _turned_again(view: View, head: int) -> bool:
    """Whether a second denial or a limit makes the sentence positive: not impossible, no truce without release."""
    return any(key in _POSITIVE for key in view.original.keys[head : head + 9]) or view.original.keys[head].startswith(
        ("im", "un", "in")
    )


_VERB = re.compile("^(?:و|ف)?(?:س|سوف)?[يتن]\\w{2,}$|^(?:و|ف)?(?!ال)\\w{2,}[^ا]ت$|^(?:و|ف)?(?:كان|كانت|هناك)$")


def _verb(view: View, at: int) -> int:
    """The word itself when it may be a verb, else the nearest word about it that may be one."""
    keys = view.ar.keys
    near = [i for i in range(max(0, at - 6), min(len(keys), at + 3)) if _VERB.match(keys[i])]
    return min(near, key=lambda i: (i > at, abs(i - at))) if near else at


def _denied(word: str) -> str | None:
    """The Arabic verb denied, where grammar lets the form stand: present and future."""
    if re.fullmatch("س[يتن][\u0621-\u065f]{2,}", word):
        return f"لن {word[1:]}"
    if re.fullmatch("[يتن][\u0621-\u065f]{3,}", word):
        return f"لا {word}"
    return None


CHECK = Check(
    id="NEG102",
    name="negation-lost",
    category=Category.POLARITY,
    severity=Severity.CRITICAL,
    scope="words",
    find=find,
    doc=__doc__ or "",
    bad=(
        Example("⟦ستغطي⟧ شركة التأمين تكاليف العلاج.", "The insurer will not cover the cost of treatment."),
        Example("قال الحارس إنه ⟦رأى⟧ اللصوص.", "The guard said he did not see the thieves."),
    ),
    good=(
        Example("تعذر الاتصال بالشركة.", "The company could not be reached."),
        Example("انتهت المحادثات دون اتفاق.", "The talks ended without agreement."),
        Example("نجا جميع الركاب ولم يصب أحد.", "All passengers survived and nobody was hurt."),
        Example("استبعد المدرب مشاركة المهاجم.", "The coach said the striker would not play."),
        Example("وصل بعد وقت قصير من والدته.", "He arrived not long after his mother."),
    ),
)
