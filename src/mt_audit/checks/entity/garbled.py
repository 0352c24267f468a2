"""A well-known name with a slip in it, or a garbled word before it, from the Arabic alone.

What: «واشطن» for واشنطن, «بجنرة القرم» for شبه جزيرة القرم.
Why: a reader stumbles, and a search does not find the article.
When wrong: the word must be none that people write (the language model has never met it), one slip away from a listed
name of five letters or more, and no acceptable spelling of that name in the letter model's eyes.
Source: check 31 of the field's list (garbled entity); machine-translated news.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.entity.matching import forms_of
from mt_audit.core import Category, Hit, Severity
from mt_audit.engine.gazetteer import Entry
from mt_audit.engine.names import Names
from mt_audit.text.folding import fold
from mt_audit.text.names import edit_distance, fold_arabic, tokens

_KINDS = frozenset(["country", "capital", "city", "region", "person", "organisation", "media"])
_ACCEPTABLE = 0.6
_RARE = 2.6
_GAP = 2.0
_FREQUENT = 3.0
"""Zipf frequency of a name from which a strange neighbour of it is likelier a slip than another rare name."""
_HEADS = {
    "جزيره": "جزيرة", "مدينه": "مدينة", "منطقه": "منطقة", "اقليم": "إقليم", "ولايه": "ولاية", "محافظه": "محافظة",
    "مقاطعه": "مقاطعة", "مضيق": "مضيق", "جمهوريه": "جمهورية", "مملكه": "مملكة",
}  # fmt: skip
"""Nouns that stand before the name of a place."""


@lru_cache(maxsize=4)
def _targets(names: Names) -> dict[tuple[int, str], tuple[tuple[str, str, Entry], ...]]:
    """Folded one-word names by length and by first letter and by last: (folded, as written, entry)."""
    found: dict[tuple[int, str], list[tuple[str, str, Entry]]] = {}
    for entry in names.gazetteer.entries:
        if entry.kind not in _KINDS:
            continue
        for spelling in entry.arabic:
            for part in spelling.split()[-1:] if entry.kind == "person" else [spelling] if " " not in spelling else []:
                key = fold_arabic(part)
                if len(key) >= 5 and not (entry.kind == "person" and key.startswith("ال")):
                    for end in (key[0], key[-1]):
                        found.setdefault((len(key), end), []).append((key, part, entry))
    return {key: tuple(value) for key, value in found.items()}


def find(view: View) -> Iterator[Hit]:
    """Words that nobody writes, one slip from a name or standing for a noun before one."""
    for number, word in enumerate(view.ar.words):
        if not word.arabic or len(word.key) < 4 or not _rare(view, word.key):
            continue
        hit = _slip(view, number) or _before_place(view, number)
        if hit is not None and not _in_original(view, word.key):
            yield hit


def _in_original(view: View, key: str) -> bool:
    """Whether the original has a name of which the word is a fair rendering."""
    original = view.whole_original
    if original is None:
        return False
    names = view.kit.names
    latin = sorted({t for mention in names.mentions(original) for t in tokens(mention.text)})
    forms = [fold_arabic(form) for form in forms_of(key)]
    return bool(latin) and float(names.token_scores(latin, forms).max()) >= _ACCEPTABLE


def _rare(view: View, key: str) -> bool:
    """Whether next to nobody writes the word, and no name is spelt like it."""
    if view.kit.language.frequency(key) > _RARE:
        return False
    return not any((form,) in view.kit.names.gazetteer.arabic for form in forms_of(key))


def _slip(view: View, number: int) -> Hit | None:
    names = view.kit.names
    word = view.ar.words[number]
    table = _targets(names)
    for form in forms_of(word.key):
        if len(form) < 5 or (form,) in names.gazetteer.arabic or names.persons_called(fold_arabic(form)):
            continue
        for size in (len(form) - 1, len(form), len(form) + 1):
            for end in {form[0], form[-1]}:
                for target, written, entry in table.get((size, end), ()):
                    if form != word.key and word.key.endswith("ال" + form) and not target.startswith("ال"):
                        continue
                    # The cheap questions first: the letter model is asked of true slips only.
                    if edit_distance(form, target, 1) != 1:
                        continue
                    if _likely_slip(view, word.key, form, target, entry) and not _acceptable(names, form, entry):
                        head = word.text[: len(word.text) - len(form)] if word.key != form else ""
                        return Hit(
                            word.span,
                            f"«{word.text}» is no word; it looks like the name {written} with a slip in it.",
                            suggestion=head + written,
                            confidence=0.88,
                        )
    return None


def _likely_slip(view: View, key: str, form: str, target: str, entry: Entry) -> bool:
    """Whether the name is so much commoner than the word that a slip is likelier than another rare word.

    A word that people do write now and then, and a slip for a person's name, must have the very letters of the name,
    in another order or one fewer: another letter makes another person.
    """
    language = view.kit.language
    own, usual = max(language.frequency(key), language.frequency(form)), language.frequency(target)
    left, right = sorted(form), sorted(target)
    jumbled = left == right or (len(left) < len(right) and not _surplus(left, right))
    if own == 0.0 and not language.known(key):
        return usual >= _FREQUENT and (jumbled or entry.kind != "person")
    return jumbled and usual - own >= _GAP


def _surplus(left: list[str], right: list[str]) -> bool:
    """Whether ``left`` has a letter more often than ``right``."""
    return bool(Counter(left) - Counter(right))


def _acceptable(names: Names, form: str, entry: Entry) -> bool:
    """Whether the letter model takes the form for a fair spelling of the name, or of a part of it."""
    parts = {token for spelling in entry.latin for token in tokens(spelling)}
    return max((names.score(form, part) for part in parts), default=0.0) >= _ACCEPTABLE


def _before_place(view: View, number: int) -> Hit | None:
    """A strange word before the name of a place that looks like the noun that belongs there."""
    place = view.kit.names.gazetteer.arabic_at(number + 1, view.ar.keys) if number + 1 < len(view.ar.words) else None
    if place is None or place.entries[0].kind not in {"region", "city", "country", "capital"}:
        return None
    word = view.ar.words[number]
    if view.kit.language.frequency(word.key) > 0.0:
        return None
    for form in forms_of(word.key):
        for noun, written in _HEADS.items():
            if len(form) >= 4 and form[0] == noun[0] and edit_distance(form, noun, 2) <= 2:
                head = word.text[: len(word.text) - len(form)]
                name = view.ar.span_of(place.first, place.last).of(view.ar.text)
                before = (
                    "شبه " if any(fold(s) == fold(f"شبه جزيرة {name}") for e in place.entries for s in e.arabic) else ""
                )
                return Hit(
                    view.ar.span_of(number, place.last),
                    f"«{word.text}» is no word; before {name} one expects {before}{written}.",
                    suggestion=f"{head}{before}{written} {name}",
                    confidence=0.85,
                )
    return None


check = Check(
    id="ENT102",
    name="name-garbled",
    category=Category.ENTITY_GARBLED,
    severity=Severity.MAJOR,
    scope="sentence",
    find=find,
    doc=__doc__,
    bad=(
        Example("وعاد الوفد إلى ⟦بيورت⟧ مساء أمس."),
        Example("ووصلت السفينة إلى ⟦جنيرة سيناء⟧ فجرا."),
    ),
    good=(
        Example("وعاد الوفد إلى بيروت مساء أمس."),
        Example("والتقى زيلينسكي نظيره في بروكسل، ثم عاد زيلنسكي إلى كييف."),
        Example("وقال سومتشاي واتاناكول إنه لن يترشح."),
    ),
)
