"""A possessive turned round: "Moscow's invasion" as an invasion of Moscow.

What it catches: "X's invasion, attack, siege, arrest … of Y" where the Arabic noun of action is followed by Y as its owner
and X as its object.

Why it matters: غزو أوكرانيا لروسيا tells the war backwards.

When it is wrong: a noun of action with its object first is common Arabic (احتلال بغداد) when the doer is not named after
it; only the full turn, with both names, is reported.

Source: our own reading of translated news.
"""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.linked import arabic_of
from mt_audit.core import Category, Hit, Severity

_TO = frozenset("of on to against for over from at with toward towards in into".split())


def find(view: View) -> Iterator[Hit]:
    """ "X's N of Y" of the original against N, Y, X in the Arabic."""
    words = view.original.words
    for j, word in enumerate(words):
        if not word.text.endswith(("'s", "’s", "s'", "s’")) or not word.text[0].isupper():
            continue
        for n in range(j + 1, min(j + 4, len(words) - 2)):
            prep = next((k for k in range(n + 1, min(n + 3, len(words) - 1)) if words[k].key in _TO), None)
            if prep is None:
                continue
            target = next((k for k in range(prep + 1, min(prep + 4, len(words))) if words[k].text[0].isupper()), None)
            if target is None:
                continue
            owner, noun, object_ = (arabic_of(view, k, 0.45) for k in (j, n, target))
            if not owner or not noun or not object_:
                continue
            at, first, second = noun[0], object_[0], owner[0]
            if (
                at < first < second
                and first - at <= 2
                and second - first <= 3
                and _bare(view, first)
                and not _bare(view, second)
            ):
                yield Hit(
                    view.ar.span_of(at, second),
                    f"The Arabic makes {view.ar.words[first].text} the doer; in the original it is “{view.original.span_of(j, target).of(view.original.text)}”.",
                    original=view.original.span_of(j, target),
                    confidence=0.78,
                )
                return


def _bare(view: View, i: int) -> bool:
    """Whether the word stands in the genitive, without a preposition before it or on it."""
    key = view.ar.keys[i]
    before = view.ar.keys[i - 1] if i else ""
    return not key.startswith(("لل", "ل", "ب")) and before not in ("علي", "ضد", "من", "الي", "في", "ل", "عن", "مع")


CHECK = Check(
    id="ROL103",
    name="possessive-turned",
    category=Category.ROLE,
    severity=Severity.CRITICAL,
    scope="words",
    find=find,
    doc=__doc__ or "",
    bad=(
        Example("أدان المجلس ⟦غزو أوكرانيا لروسيا⟧.", "The council condemned Russia's invasion of Ukraine."),
        Example("لم يرق ⟦اعتذار فيتنام لكوريا⟧ إلى ما كان مأمولا.", "Korea's apology to Vietnam fell short of hopes."),
    ),
    good=(
        Example("أدان المجلس غزو روسيا لأوكرانيا.", "The council condemned Russia's invasion of Ukraine."),
        Example("أدان المجلس الغزو الروسي لأوكرانيا.", "The council condemned Russia's invasion of Ukraine."),
    ),
)
