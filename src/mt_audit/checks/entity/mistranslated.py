"""A known name rendered by one of its known wrong renderings.

What: *Fox News* as «أخبار الثعلب», *West Bank* as «البنك الغربي», *Polish* as «تلميع».
Why: the reader cannot guess the name, or takes it for something else.
When wrong: a wrong rendering counts only when the name itself is in the original and no accepted Arabic form of it
is in
the Arabic.
Source: our own list of names of the news with their wrong renderings.
"""

from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.entity.matching import linked_to, names_of, phrase_at, rendered
from mt_audit.core import Category, Hit, Severity
from mt_audit.engine.gazetteer import Entry
from mt_audit.engine.names import NameMention
from mt_audit.text.names import fold_arabic, is_arabic
from mt_audit.text.words import words

_KEPT_HEADS = frozenset(["", "و", "ف", "ب", "ل", "ك"])


def find(view: View) -> Iterator[Hit]:
    """Wrong renderings of names that the original has and the Arabic has not."""
    done: set[int] = set()
    for mention in names_of(view):
        for entry in _entries(view, mention):
            if entry.number in done or not entry.wrong or entry.kind == "given-name" or _accepted(view, entry):
                continue
            done.add(entry.number)
            hit = _wrong(view, mention, entry)
            if hit is not None:
                yield hit


def _entries(view: View, mention: NameMention) -> tuple[Entry, ...]:
    keys = tuple(key.removesuffix("'s") for key in view.original.keys[mention.first : mention.last + 1])
    found = view.kit.names.gazetteer.latin.get(keys, ())
    if not found and mention.first == mention.last:
        found = view.kit.names.persons_called("".join(key for key in keys[0] if key.isalpha()))[:1]
    return found


def _accepted(view: View, entry: Entry) -> bool:
    if rendered(view, entry):
        return True
    surnames = {fold_arabic(spelling.split()[-1]) for spelling in entry.arabic} if entry.kind == "person" else set()
    return any(key in surnames or key[1:] in surnames for key in view.ar.keys)


def _wrong(view: View, mention: NameMention, entry: Entry) -> Hit | None:
    for wrong in entry.wrong:
        keys = tuple(word.key for word in words(wrong))
        if not keys or not is_arabic(wrong):
            continue
        place = phrase_at(view, keys)
        if place is None:
            continue
        first, last, head = place
        if len(keys) == 1 and not _same_place(view, mention, first):
            continue
        span = view.ar.span_of(first, last)
        original = view.original.span_of(mention.first, mention.last)
        right = entry.arabic[0] if entry.arabic else None
        if right and entry.kind == "person" and len(keys) == 1 and mention.first == mention.last:
            right = right.split()[-1]
        fits = head in _KEPT_HEADS and right is not None and not (head == "ل" and right.startswith("ال"))
        return Hit(
            span,
            f"«{span.of(view.ar.text)}» is not the name «{original.of(view.original.text)}» "
            "but a rendering of its words or letters.",
            original=original,
            suggestion=f"{head}{right}" if fits and entry.kind not in {"nationality", "title"} else None,
            confidence=0.9 if len(keys) > 1 else 0.85,
            severity=Severity.CRITICAL if entry.kind in {"country", "nationality"} else Severity.MAJOR,
        )
    return None


def _same_place(view: View, mention: NameMention, ar: int) -> bool:
    """A single wrong word must stand where the name stands."""
    for word in range(mention.first, mention.last + 1):
        if ar in linked_to(view, word, 0.15):
            return True
    here = ar / max(len(view.ar.words), 1)
    there = mention.first / max(len(view.original.words), 1)
    return abs(here - there) <= 0.3


check = Check(
    id="ENT106",
    name="name-mistranslated",
    category=Category.ENTITY_MISTRANSLATED,
    severity=Severity.MAJOR,
    scope="words",
    languages=("en", "de"),
    find=find,
    doc=__doc__,
    bad=(
        Example("وداهم الجيش قرية في ⟦البنك الغربي⟧ فجرا.", "The army raided a village in the West Bank at dawn."),
        Example(
            "ونقلت ⟦أخبار الثعلب⟧ عن مسؤول قوله إن القرار نهائي.",
            "Fox News quoted an official as saying the decision was final.",
        ),
    ),
    good=(
        Example("وداهم الجيش قرية في الضفة الغربية فجرا.", "The army raided a village in the West Bank at dawn."),
        Example("أعلن البنك الغربي أرباحه.", "The western bank announced its profits."),
    ),
)
