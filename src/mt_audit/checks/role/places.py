"""Names of a pair and where they belong: each Arabic name with the original's word it renders and the place its
neighbours point to."""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from mt_audit.checks.base import View
from mt_audit.checks.linked import originals_of
from mt_audit.core import Span

if TYPE_CHECKING:
    from mt_audit.engine.names import Names

_BREAK = re.compile('[.؛:!؟?«»"“”()\n]')
_DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december the a an i we he she it they but and in on at of for mr mrs ms dr sir this that there these those when while "
    "after before if as his her their our my your its not no yes what who how why where president minister".split()
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A name: Arabic words ``first`` … ``last``; ``originals``: the original's words it renders; ``place``: where in the
    original its Arabic neighbours belong."""

    first: int
    last: int
    originals: tuple[int, ...]
    place: float
    support: int
    kind: str

    def span(self, view: View) -> Span:
        """Where it stands."""
        return view.ar.span_of(self.first, self.last)

    def off(self, other: Placed | None = None) -> float:
        """Distance from the place its neighbours point to, to the name itself or to ``other``'s original."""
        originals = (other or self).originals
        return min(abs(self.place - j) for j in originals)


def names(view: View) -> list[Placed]:
    """Arabic words that render one name of the original, with where their neighbours belong, in text order.

    A name told twice in the Arabic is there twice.
    """
    mention_of: dict[int, int] = {}
    kinds: list[str] = []
    for number, mention in enumerate(view.kit.names.mentions(view.original)):
        kinds.append(mention.kind)
        for j, word in enumerate(view.original.words):
            if mention.span.overlaps(word.span) and word.key not in _DATES:
                mention_of[j] = number
    if len(set(mention_of.values())) < 2:
        return []
    runs: list[tuple[int, int, int, list[int]]] = []
    for i, word in enumerate(view.ar.words):
        linked = originals_of(view, i, 0.4)[:1]
        if not linked or linked[0] not in mention_of or not word.arabic:
            continue
        number = mention_of[linked[0]]
        if (
            runs
            and runs[-1][2] == number
            and i - runs[-1][1] <= 2
            and not _BREAK.search(_between(view, runs[-1][1], i))
        ):
            runs[-1] = (runs[-1][0], i, number, [*runs[-1][3], *linked])
        else:
            runs.append((i, i, number, list(linked)))
    inside = {i for first, last, _, _ in runs for i in range(first, last + 1)}
    found = []
    for first, last, number, originals in runs:
        anchors = [*_anchors(view, first, -1, inside), *_anchors(view, last, 1, inside)]
        weight = sum(w for _, w in anchors)
        place = sum(p * w for p, w in anchors) / weight if anchors else float(originals[0])
        found.append(Placed(first, last, tuple(originals), place, len(anchors), _group(kinds[number])))
    return found


@lru_cache(maxsize=16384)
def _score(names: Names, arabic: str, latin: str, language: str) -> float:
    return names.score(arabic, latin, language)


def sounds(view: View, name: Placed) -> bool:
    """Whether the Arabic words are the name itself, not a common word linked to a capital letter."""
    arabic = name.span(view).of(view.ar.text)
    latin = (
        " ".join(view.original.words[j].text for j in sorted(set(name.originals))).replace("'s", "").replace("’s", "")
    )
    return _score(view.kit.names, arabic, latin, view.original.language) >= 0.55


def _group(kind: str) -> str:
    return (
        "place"
        if kind in ("country", "city", "capital", "place", "region", "state")
        else "person"
        if kind in ("person", "name")
        else "group"
    )


def _between(view: View, first: int, second: int) -> str:
    return view.ar.text[view.ar.words[first].span.end : view.ar.words[second].span.start]


def _anchors(view: View, start: int, step: int, inside: set[int]) -> list[tuple[float, float]]:
    """Up to two linked neighbours on one side, as (place, weight); a stop or a quotation mark ends the search."""
    found: list[tuple[float, float]] = []
    i = start
    for distance in range(1, 5):
        nxt = i + step
        if not 0 <= nxt < len(view.ar.words):
            break
        left, right = (nxt, i) if step < 0 else (i, nxt)
        if _BREAK.search(view.ar.text[view.ar.words[left].span.end : view.ar.words[right].span.start]):
            break
        i = nxt
        if i in inside:
            continue
        linked = [j for j in originals_of(view, i, 0.5)[:1] if len(view.original.keys[j]) > 2]
        if linked:
            found.append((float(linked[0]), 1.0 / distance))
            if len(found) == 2:
                break
    return found


_SPEECH_EN = frozenset(
    "said says say told tells added adds announced confirmed stated noted warned wrote tweeted explained insisted argued claimed".split()
)
_SPEECH_AR = re.compile(
    "^(?:و|ف)?(?:قال(?:ت)?|[يت]قول|اضاف(?:ت)?|اكد(?:ت)?|ذكر(?:ت)?|اعلن(?:ت)?|صرح(?:ت)?|اوضح(?:ت)?|افاد(?:ت)?|اشار(?:ت)?|تابع(?:ت)?|كتب(?:ت)?|"
    "اخبر(?:ت|ني|تني)?|حذر(?:ت)?|شدد(?:ت)?|اعتبر(?:ت)?|ابلغ(?:ت)?|زعم(?:ت)?|لاحظ(?:ت)?)$"
)
_TITLES_AR = frozenset(
    "السيد السيده الرئيس الدكتور الدكتوره وزير وزيره رئيس رئيسه المتحدث المتحدثه القس الاب السير مدير المدرب مدرب السيناتور شركه وكاله".split()
)
_TITLES_EN = frozenset(
    "the mr mrs ms dr president minister senator sen coach captain manager chairman premier king queen gen col".split()
)
_FITS = {
    "in": ("في", "ب"), "at": ("في", "ب"), "near": ("قرب", "ب"), "from": ("من",), "to": ("الي", "ل"), "with": ("مع",),
    "against": ("ضد", "امام", "علي"), "on": ("علي", "ب"), "into": ("في", "الي"), "over": ("علي", "فوق"), "for": ("ل", "من"),
    "by": ("من", "يد"), "between": ("بين",), "about": ("عن", "بشان", "حول"), "say": ("say",),
}  # fmt: skip
_AR_SLOTS = frozenset("في من الي مع ضد امام علي عن بين قرب بشان حول فوق يد".split())


def original_slot(view: View, name: Placed) -> str:
    """The preposition before the name in the original, "say" beside a verb of speech, "" for neither."""
    keys = view.original.keys
    first, last = min(name.originals), max(name.originals)
    beside = [keys[j] for j in (first - 1, last + 1, last + 2, first - 2) if 0 <= j < len(keys)]
    before = first - 1
    while (
        before >= 0
        and (keys[before] in _TITLES_EN or view.original.words[before].text[0].isupper())
        and first - before < 4
    ):
        before -= 1
    if before >= 0 and keys[before] in _FITS:
        return keys[before]
    return "say" if any(key in _SPEECH_EN for key in beside[:2]) else ""


def arabic_slot(view: View, name: Placed) -> str:
    """The same for the Arabic: a preposition written alone or joined, "say" after a verb of speech."""
    keys = view.ar.keys
    for i in range(name.first - 1, max(-1, name.first - 4), -1):
        if keys[i] in _AR_SLOTS:
            return keys[i]
        if _SPEECH_AR.match(keys[i]):
            return "say"
        if keys[i] not in _TITLES_AR:
            break
    text = view.ar.words[name.first].text
    return "ل" if re.match("لل|ل(?=[أإاآ])", text) else "ب" if re.match("ب(?=ال|[أإآ])", text) else ""


def agreement(view: View, place: Placed, name: Placed) -> float:
    """How well the Arabic slot of ``place`` suits the original's slot of ``name``: 1, 0 or -1."""
    said, meant = arabic_slot(view, place), original_slot(view, name)
    if not said or not meant:
        return -0.5 if "say" in (said, meant) else 0.0
    return 1.0 if said in _FITS[meant] else -1.0


def gain(view: View, one: Placed, other: Placed) -> float:
    """By how much the two names would fit better each in the other's place."""
    moved = (one.off() + other.off()) - (one.off(other) + other.off(one))
    fit = (
        agreement(view, one, other)
        + agreement(view, other, one)
        - agreement(view, one, one)
        - agreement(view, other, other)
    )
    return moved + 1.2 * fit
