"""A name garbled, or put for another, against the original.

What: *Kostenko* as «كوتسينكو», *Vilnius* as «فيلينوس», *Boffard* as «بافيت».
Why: the reader cannot look the person or place up, or takes somebody else for them.
When wrong: houses spell foreign names in several ways; a spelling counts only when the letter model finds it
unlikely for
the name, while another part of the same name is rendered beside it, or while a listed spelling is one slip away.
Source: our own contrast pairs; garbled names are frequent in news translated by machine.
"""

from __future__ import annotations

from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.entity.matching import (
    RENDERED,
    Token,
    forms_of,
    headline_case,
    near_spelling,
    places_of,
    rendered,
    tokens_of,
)
from mt_audit.core import Category, Hit, Severity
from mt_audit.text.names import fold_arabic, skeleton

_LOW = 0.35


def find(view: View) -> Iterator[Hit]:
    """Tokens of names that no Arabic word renders, with a name-like Arabic word in their place."""
    by_mention: dict[int, list[Token]] = {}
    if headline_case(view):
        return
    for token in tokens_of(view):
        by_mention.setdefault(token.mention.first, []).append(token)
    taken: set[int] = set()
    for group in by_mention.values():
        for token in group:
            if token.score >= _LOW or len(token.text) < 4 or "-" in view.original.words[token.word].text:
                continue
            place = _slip(view, token) if token.mention.entry else None
            if place is None and token.mention.kind in {"person", "name"}:
                place = _beside(view, token, group)
            if place is None or place[0] in taken:
                continue
            taken.add(place[0])
            yield _hit(view, token, *place)


def _slip(view: View, token: Token) -> tuple[int, str | None] | None:
    """A word that is one slip away from a listed Arabic spelling of the name, which itself is not there."""
    entry = token.mention.entry
    if entry is None or rendered(view, entry):
        return None
    for number, word in enumerate(view.ar.words):
        if not word.arabic or view.kit.language.known(word.key):
            continue
        for spelling in entry.arabic:
            parts = spelling.split()
            for part in parts if entry.kind == "person" else parts[:1] if len(parts) == 1 else ():
                target = fold_arabic(part)
                if any(near_spelling(form, target) for form in forms_of(word.key)):
                    return number, part
    return None


def _beside(view: View, token: Token, group: list[Token]) -> tuple[int, str | None] | None:
    """A name-like word beside the rendering of another part of the name."""
    for anchor in group:
        step = token.word - anchor.word
        if anchor is token or anchor.score < RENDERED or abs(step) != 1:
            continue
        number = anchor.ar + step
        if (
            0 <= number < len(view.ar.words)
            and _glued(view, min(anchor.ar, number))
            and _name_like(view, number, token)
        ):
            return number, None
    return None


def _glued(view: View, left: int) -> bool:
    words = view.ar.words
    return not view.ar.text[words[left].span.end : words[left + 1].span.start].strip(" -")


def _name_like(view: View, number: int, token: Token) -> bool:
    """Whether the word can only be a name: known as somebody's, or no word that people write."""
    word = view.ar.words[number]
    if not word.arabic or len(word.key) < 4:
        return False
    names = view.kit.names
    key = fold_arabic(word.key)
    if _glued_name(view, key, token):
        return False
    if any(other.ar == number and other.score >= RENDERED for other in tokens_of(view)):
        return False
    if names.persons_called(key):
        return True
    if names.given_gender(key) or any(p.first <= number <= p.last for p in places_of(view)):
        return False
    if view.kit.language.frequency(word.key) > 2.5:
        return False
    lexicon = view.kit.lexicon
    if any(lexicon.p_ar_given_en(word.key, lemma) > 0.01 for lemma in (token.text, *lexicon.lemmas_of(token.text))):
        return False
    # some letters in common: otherwise it is an apposition (the senator, the Turk)
    left, right = skeleton(token.text), skeleton(key)
    return bool(left) and bool(right) and (left[0] == right[0] or sorted(left) == sorted(right) or left in right)


def _glued_name(view: View, key: str, token: Token) -> bool:
    """Whether the word is the right name run together with its neighbour: a missing blank, not another name."""
    parts = [part for cut in range(2, len(key) - 1) for part in (key[:cut], key[cut:]) if len(part) >= 3]
    return bool(parts) and float(view.kit.names.token_scores([token.text], parts).max()) >= RENDERED


def _hit(view: View, token: Token, number: int, right: str | None) -> Hit:
    word = view.ar.words[number]
    original = view.original.words[token.word].span
    person = view.kit.names.persons_called(fold_arabic(word.key))
    known = f", the name of {person[0].latin[0]}" if person else ""
    head = (
        word.text[: len(word.text) - len(right)]
        if right and word.text[:1] in "وفبلك" and right[:1] != word.text[:1]
        else ""
    )
    return Hit(
        word.span,
        f"«{word.text}»{known} does not render «{original.of(view.original.text)}».",
        original=original,
        suggestion=right if right and not head else None,
        confidence=0.85 if right or person else 0.75,
        severity=Severity.CRITICAL if person else Severity.MAJOR,
        category=Category.ENTITY_MISTRANSLATED if person else None,
    )


check = Check(
    id="ENT108",
    name="name-garbled-in-translation",
    category=Category.ENTITY_GARBLED,
    severity=Severity.MAJOR,
    scope="words",
    languages=("en", "de"),
    find=find,
    doc=__doc__,
    bad=(
        Example(
            "ويرى الباحث فلاديمير ⟦بوداشينكو⟧ أن الأزمة ستطول.",
            "Researcher Vladimir Bondarenko thinks the crisis will last.",
        ),
    ),
    good=(
        Example(
            "ويرى الباحث فلاديمير بوندارينكو أن الأزمة ستطول.",
            "Researcher Vladimir Bondarenko thinks the crisis will last.",
        ),
        Example(
            "ويرى الباحث بوندارنكو أن الأزمة ستطول.", "Researcher Vladimir Bondarenko thinks the crisis will last."
        ),
    ),
)
