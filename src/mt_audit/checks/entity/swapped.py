"""One country, people or organisation in place of another.

What: *Austrian police* as «الشرطة الأسترالية», *Niger* as «نيجيريا», *WFP* as «منظمة الصحة العالمية».
Why: the news is told of the wrong country or body; nothing in the Arabic betrays it.
When wrong: a translator may name the capital for the country or the house for its government (the Kremlin, موسكو); such
pairs answer each other. A name that only the Arabic has counts only where the original has one left over at the same
place in the sentence.
Source: our own contrast pairs; the entity families of the field's lists.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.entity.matching import (
    AMBIGUOUS,
    METONYMS,
    RENDERED,
    linked_to,
    names_of,
    places_of,
    rendered,
    same_code,
    tokens_of,
)
from mt_audit.core import Category, Hit, Severity
from mt_audit.engine.gazetteer import Entry, Place
from mt_audit.engine.names import NameMention
from mt_audit.text.passage import Passage

_LAND = frozenset(["country", "nationality", "capital"])
_BODY = frozenset(["organisation", "media", "party"])
_APART = 0.34
"""How far apart, as a share of the sentence, two names may stand and still be each other's."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A name on one side: its words and what it may stand for."""

    first: int
    last: int
    entries: tuple[Entry, ...]

    @property
    def codes(self) -> set[str]:
        return {entry.code for entry in self.entries if entry.code}


def find(view: View) -> Iterator[Hit]:
    """Names of the Arabic that nothing in the original answers, beside names of the original left over."""
    yield from _countries(view)
    yield from _bodies(view)


def _countries(view: View) -> Iterator[Hit]:
    said = [_of_place(p) for p in places_of(view) if p.entries[0].kind in _LAND and not _is_word(view, p)]
    meant = [_of_mention(view, m) for m in names_of(view) if m.entry and m.entry.kind in _LAND]
    spoken = {code for named in meant for code in named.codes} | _metonyms(view.original)
    around = {code for m in _whole_codes(view) for code in m}
    answered = {code for p in places_of(view) for entry in p.entries for code in [entry.code] if code}
    missing = [n for n in meant if not any(same_code(a, b) for a in n.codes for b in answered) and n.codes]
    for named in said:
        if not named.codes or any(same_code(a, b) for a in named.codes for b in spoken | around):
            continue
        other = _counterpart(view, named, missing, {entry.kind for entry in named.entries})
        if other is None:
            continue
        missing.remove(other)
        yield _hit(view, named, other, Severity.CRITICAL)


def _bodies(view: View) -> Iterator[Hit]:
    said = [_of_place(p) for p in places_of(view) if p.entries[0].kind in _BODY]
    meant = [_of_mention(view, m) for m in names_of(view) if m.entry and m.entry.kind in _BODY]
    if not said or not meant:
        return
    spoken = {entry.number for named in meant for entry in named.entries}
    answered = {entry.number for named in said for entry in named.entries}
    scores = {token.word: token.score for token in tokens_of(view)}
    missing = [
        n
        for n in meant
        if not {e.number for e in n.entries} & answered
        and not any(rendered(view, entry) for entry in n.entries)
        and all(scores.get(word, 0.0) < RENDERED for word in range(n.first, n.last + 1))
    ]
    for named in said:
        if {entry.number for entry in named.entries} & spoken or _spoken_elsewhere(view, named):
            continue
        other = _counterpart(view, named, missing, {entry.kind for entry in named.entries})
        if other is not None:
            missing.remove(other)
            yield _hit(view, named, other, Severity.CRITICAL)


def _counterpart(view: View, named: _Named, missing: list[_Named], kinds: set[str]) -> _Named | None:
    """The name of the original that stands where ``named`` does: linked to it, or nearest of its kind."""
    for other in missing:
        if any(
            named.first <= ar <= named.last
            for word in range(other.first, other.last + 1)
            for ar in linked_to(view, word)
        ):
            return other
    place = named.first / max(len(view.ar.words), 1)
    near = [
        (abs(place - other.first / max(len(view.original.words), 1)), number)
        for number, other in enumerate(missing)
        if kinds & {entry.kind for entry in other.entries} or {"country", "nationality"} >= kinds
    ]
    alone = len(missing) == 1 and len(near) == 1
    near = [option for option in near if alone or option[0] <= _APART]
    return missing[min(near)[1]] if near else None


def _hit(view: View, named: _Named, other: _Named, severity: Severity) -> Hit:
    span = view.ar.span_of(named.first, named.last)
    original = view.original.span_of(other.first, other.last)
    says = named.entries[0].latin[0] if named.entries[0].latin else span.of(view.ar.text)
    bare = named.entries[0].arabic
    alike = [e for e in other.entries if e.kind == named.entries[0].kind and e.arabic]
    exact = alike and span.of(view.ar.text) in bare
    return Hit(
        span,
        f"«{span.of(view.ar.text)}» is {says}; the original says «{original.of(view.original.text)}».",
        original=original,
        suggestion=alike[0].arabic[0] if exact and alike[0].kind != "nationality" else None,
        confidence=0.9,
        severity=severity,
    )


def _of_place(place: Place) -> _Named:
    return _Named(place.first, place.last, place.entries)


def _of_mention(view: View, mention: NameMention) -> _Named:
    gazetteer = view.kit.names.gazetteer
    keys = tuple(key.removesuffix("'s") for key in view.original.keys[mention.first : mention.last + 1])
    found = gazetteer.latin.get(keys) or ((mention.entry,) if mention.entry else ())
    return _Named(mention.first, mention.last, found)


def _is_word(view: View, place: Place) -> bool:
    """Whether the Arabic may be an ordinary word."""
    key = view.ar.keys[place.first]
    return place.first == place.last and any(
        key == head + word for word in AMBIGUOUS for head in ("", "ال", "و", "ب", "ل", "وال", "بال")
    )


def _metonyms(original: Passage) -> set[str]:
    text = " " + " ".join(key.removesuffix("'s") for key in original.keys) + " "
    return {code for phrase, code in METONYMS.items() if f" {phrase} " in text}


def _whole_codes(view: View) -> Iterator[set[str]]:
    """Codes of countries that the rest of the original names: free translation may bring them in."""
    if view.whole_original is not None and view.whole_original is not view.original:
        for mention in view.kit.names.mentions(view.whole_original):
            if mention.entry is not None and mention.entry.code:
                yield {mention.entry.code}


def _spoken_elsewhere(view: View, named: _Named) -> bool:
    if view.whole_original is None or view.whole_original is view.original:
        return False
    numbers = {entry.number for entry in named.entries}
    return any(m.entry is not None and m.entry.number in numbers for m in view.kit.names.mentions(view.whole_original))


check = Check(
    id="ENT105",
    name="name-swapped",
    category=Category.ENTITY_MISTRANSLATED,
    severity=Severity.CRITICAL,
    scope="words",
    languages=("en", "de"),
    find=find,
    doc=__doc__,
    bad=(
        Example(
            "أوقفت الشرطة ⟦الأسترالية⟧ شاحنة محملة بالسجائر المهربة.",
            "Austrian police stopped a lorry loaded with smuggled cigarettes.",
        ),
        Example(
            "وصل وفد من ⟦سلوفينيا⟧ لبحث خط الغاز الجديد.",
            "A delegation from Slovakia arrived to discuss the new gas pipeline.",
        ),
        Example("حذرت ⟦منظمة الصحة العالمية⟧ من مجاعة وشيكة.", "The World Food Programme warned of looming famine."),
    ),
    good=(
        Example(
            "أوقفت الشرطة النمساوية شاحنة محملة بالسجائر المهربة.",
            "Austrian police stopped a lorry loaded with smuggled cigarettes.",
        ),
        Example("رفضت روسيا المقترح.", "The Kremlin rejected the proposal."),
        Example("قالت واشنطن إنها ستدرس الطلب.", "The US said it would study the request."),
    ),
)
