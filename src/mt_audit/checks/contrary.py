"""Where the Arabic has a word and the original has its contrary: the engine of the direction and stance checks."""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mt_audit.checks.base import View
from mt_audit.checks.linked import arabic_of, lexical, originals_of, place_in_original, sure
from mt_audit.text.antonyms import Family, Form, Pole, arabic_forms, contrary_keys, english_poles, family_of, turned
from mt_audit.text.polarity import denials

_NEAR = 3.5


@dataclass(frozen=True, slots=True)
class Contrary:
    """Arabic word ``ar`` says ``form.pole``; original word ``original`` says the contrary. ``linked``: the two are linked."""

    ar: int
    original: int
    form: Form
    linked: bool
    suggestion: str | None


def contraries(view: View, family: Family) -> Iterator[Contrary]:
    """Arabic words of a family that the original turns round."""
    said = _said(view.ar.keys, family)
    if not said:
        return
    asked = _asked(view.original.keys, family)
    for i, forms in said.items():
        found = next((c for form in forms if (c := _turned(view, i, form, said, asked))), None)
        found = found or _by_lexicon(view, i, forms, asked)
        if found:
            yield found


_STRONG = 0.6


def _by_lexicon(view: View, i: int, forms: tuple[Form, ...], asked: dict[int, frozenset[Pole]]) -> Contrary | None:
    """The word renders nothing of the original, but its contrary would render a word that nothing else renders."""
    if sure(view, i) >= 0.45:
        return None
    place = place_in_original(view, i)
    near = [
        j
        for j in range(len(view.original.keys))
        if abs(j - place) <= 4 and len(view.original.keys[j]) > 2 and "-" not in view.original.keys[j]
    ]
    free = [j for j in near if not arabic_of(view, j, 0.5)]
    if not free or any(lexical(view, view.ar.keys[i], j) >= 0.3 for j in range(len(view.original.keys))):
        return None
    for form in forms:
        if form.slot == "word":
            continue
        if any(form.pole in asked.get(j, frozenset()) for j in near):
            continue
        for key in contrary_keys(form):
            for j in free:
                if lexical(view, key, j) >= _STRONG and not _denied(view, i, j):
                    return Contrary(i, j, form, True, turned(form, view.ar.words[i].text))
    return None


@lru_cache(maxsize=4096)
def _asked(keys: tuple[str, ...], family: Family) -> dict[int, frozenset[Pole]]:
    found = {j: frozenset(p for p in english_poles(key) if family_of(p) == family) for j, key in enumerate(keys)}
    return {j: poles for j, poles in found.items() if poles}


@lru_cache(maxsize=4096)
def _said(keys: tuple[str, ...], family: Family) -> dict[int, tuple[Form, ...]]:
    found = {i: tuple(f for f in arabic_forms(key) if family_of(f.pole) == family) for i, key in enumerate(keys)}
    return {i: forms for i, forms in found.items() if forms}


def _turned(
    view: View, i: int, form: Form, said: dict[int, tuple[Form, ...]], asked: dict[int, frozenset[Pole]]
) -> Contrary | None:
    pole, contrary = form.pole, form.pole.contrary
    if not any(contrary in poles for poles in asked.values()):
        return None
    linked = originals_of(view, i, 0.15)
    place = place_in_original(view, i)
    same = [j for j, poles in asked.items() if pole in poles and contrary not in poles]
    options = [j for j, poles in asked.items() if contrary in poles and pole not in poles]
    if not options or any(j in same for j in linked):
        return None
    best = [j for j in originals_of(view, i, 0.5)[:1] if len(view.original.keys[j]) > 2]
    if best and best[0] not in asked and not any(abs(j - best[0]) <= 1 for j in options):
        return None
    mine = [k for k, forms in said.items() if any(f.pole == pole for f in forms)]
    theirs = [k for k, forms in said.items() if any(f.pole == contrary for f in forms) and k != i]
    closest = min(abs(j - place) for j in options)
    if len(same) >= len(mine) and min(abs(j - place) for j in same) <= closest + 3:
        return None
    if len(theirs) >= len(options) and min(abs(place_in_original(view, k) - j) for k in theirs for j in options) <= 3:
        return None
    for j in sorted(options, key=lambda j: (j not in linked, abs(j - place))):
        if j not in linked and abs(j - place) > _NEAR:
            continue
        answers = [k for k in arabic_of(view, j, 0.62) if abs(k - i) > 1]
        if answers and j not in best:
            continue
        following = view.original.keys[j + 1 : j + 2]
        if _denied(view, i, j) or (following == ("up",) and view.original.keys[j].startswith(("gr", "end", "open"))):
            continue  # "grew up" is no growth
        return Contrary(i, j, form, j in linked, turned(form, view.ar.words[i].text))
    return None


def _denied(view: View, i: int, j: int) -> bool:
    """Whether one of the two is denied: "did not rise" may be told as "fell"."""
    if any(0 <= i - d.word <= 5 for d in denials(view.ar) if d.strength == "negative"):
        return True
    return any(0 <= j - d.word <= 4 for d in denials(view.original) if d.strength == "negative")


def certainty(view: View, found: Contrary) -> float:
    """How sure the finding is: a link to the contrary itself weighs most."""
    return 0.88 if found.linked and sure(view, found.ar) >= 0.25 else 0.75
