"""Stretches of one side of a pair that nothing on the other side renders: what omission and addition rest on."""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from mt_audit.checks.base import View
from mt_audit.core import WordLink
from mt_audit.engine.matching import columns_of

LIGHT_EN = frozenset(
    "the a an of to in on at by for from with and or but that this these those it its is are was were be been being has have had do "
    "does did not no he she they we i you his her their our my your him them us me as if so than then there here who whom whose which "
    "what when where while will would can could may might should must also just very more most about into over after before up out off "
    "all any some s t said says say one ones such own other others only even still too how why because through during between both "
    "each much many now like get got going go went come came make made take took put set way lot".split()
)
LIGHT_AR = frozenset(
    "في من علي الي عن مع ان او ثم قد لقد تم يتم تتم هذا هذه ذلك تلك التي الذي الذين هو هي هم كان كانت كانوا يكون تكون كما ايضا بعد قبل حيث ما لا لم "
    "لن كل اي بين عند و وهو وهي وقد انه انها انهم بان وان مما اذا حتي الا لكن ولكن غير بما عندما بعض خلال حول لدي لدى به بها له لها لهم فيه فيها منه منها "
    "عليه عليها اليه اليها عنه عنها وذلك لذلك لذا فقد فان قام قامت يقوم قيام جدا سوف نحو عبر ضمن لان اثناء بشكل بشان حين فيما اذ اما وقال قال قالت وقالت "
    "هناك هنا ليس سيتم كذلك عدم ذات احد احدي يوم عام شخص الشخص امر الامر شيء".split()
)


GENERIC_AR = re.compile(
    "^(?:و|ف)?(?:ب|ل|ال|بال|لل|ك)?(?:دولار|امريكي(?:ه)?|جنيه(?:ا)?|استرليني(?:ا)?|يورو|قيمه|قيمته(?:ا)?|مبلغ|رقم|عدد(?:هم|ها)?|عمر(?:ه|ها)?|بالغ(?:ه)?|يبلغ|تبلغ|بلغ|"
    "مدينه|ولايه|منطقه|بلده|مقاطعه|شركه|فريق|نادي|لاعب|سيد|سيده|رئيس|دوله|جمهوريه|شبكه|قناه|صحيفه|وكاله|منظمه|هيئه|مؤسسه|موسسه|فندق|شارع|ملعب|مطار|"
    "وقت|ساعه|سن|عملي(?:ه|ات)|مجال|جانب|مرحله|تابع(?:ه)?|متعلق(?:ه)?|خاص(?:ه)?|حاليا|جميع|كافه|مختلف(?:ه)?|عديد|كبير(?:ه)?|اجراء|حدوث|وجود|وصل|يصل|تصل)$"
)
"""Words that Arabic adds to a name, a figure or an action without saying more."""
_ACRONYM = re.compile("[A-Z]{2,}")


@dataclass(frozen=True, slots=True)
class Gap:
    """Words ``first`` … ``last`` of one side without an answer. ``score``: log-odds that something is missing.

    ``before`` and ``after``: indices on the other side between which the answer should stand (-1 and size at the ends).
    ``words``: number of content words in the gap.
    """

    first: int
    last: int
    before: int
    after: int
    words: int
    score: float


@lru_cache(maxsize=512)
def _coverage(
    links: tuple[WordLink, ...], sizes: tuple[int, int]
) -> tuple[list[float], list[float], dict[int, int], dict[int, int]]:
    ar, original = [0.0] * sizes[0], [0.0] * sizes[1]
    to_ar: dict[int, int] = {}
    to_original: dict[int, int] = {}
    for link in links:
        if link.probability > original[link.original]:
            original[link.original] = link.probability
            if link.probability >= 0.4:
                to_ar[link.original] = link.ar
        if link.probability > ar[link.ar]:
            ar[link.ar] = link.probability
            if link.probability >= 0.4:
                to_original[link.ar] = link.original
    return ar, original, to_ar, to_original


def gap(view: View, side: Literal["original", "ar"]) -> Gap | None:
    """The likeliest unanswered stretch of one side; None when every word is answered."""
    ar, original = view.ar.keys, view.original.keys
    if len(ar) < 3 or len(original) < 3 or sum(1 for key in ar if len(key) > 13) * 12 > len(ar):
        return None  # words run together by a lost blank answer nothing
    covered_ar, covered_original, to_ar, to_original = _coverage(view.links, (len(ar), len(original)))
    if side == "ar":
        covered_ar, covered_original = _said_anywhere(view, covered_ar, covered_original)
    if side == "original":
        gains = _gains(original, covered_original, LIGHT_EN)
        open_other = _open(ar, covered_ar, LIGHT_AR)
        links, other_size = to_ar, len(ar)
    else:
        gains = _gains(ar, covered_ar, LIGHT_AR)
        open_other = _open(original, covered_original, LIGHT_EN)
        links, other_size = to_original, len(original)
    best, first, last = _stretch(gains)
    if best <= 0:
        return None
    before = next((links[j] for j in range(first - 1, -1, -1) if j in links), -1)
    after = next((links[j] for j in range(last + 1, len(gains)) if j in links), other_size)
    low, high = min(before, after), max(before, after)
    if side == "original" and any(len(key) > 14 for key in ar[max(0, low - 2) : high + 3]):
        return None
    beside = sum(1 for i in open_other if low - 2 <= i <= high + 2)
    mine = sum(1 for gain in gains if gain >= 0.5)
    inside = sum(1 for gain in gains[first : last + 1] if gain >= 0.5)
    size_ar, size_original = len(ar), len(original)
    residual = (0.87 * size_original - size_ar) / math.sqrt(size_original)
    features = (
        best,
        float(beside),
        float(mine - len(open_other)),
        residual if side == "original" else -residual,
        math.log1p(max(0, high - low - 1)),
        (mine - inside) / max(1.0, len(gains) ** 0.5),
        math.log(max(1, last - first + 1)),
    )
    return Gap(first, last, before, after, inside, _score(features, side))


_LETTERS = frozenset(
    "سي بي اس ان ام ايه دبليو كيه يو اي في تي جي دي اف ار ال اتش بيه ديه كيو اكس واي زد جيه او سيه ه اه".split()
)
"""Names of Latin letters, by which Arabic spells an acronym."""


def _said_anywhere(view: View, ar: list[float], original: list[float]) -> tuple[list[float], list[float]]:
    """Coverage in which a word counts as answered too when any word of the other side could render it (repetition)."""
    lexicon, language = view.kit.lexicon, view.original.language
    columns = [columns_of(lexicon, word.text, language) for word in view.original.words]
    asked = {column for some in columns for column in some}
    acronym = any(_ACRONYM.search(word.text) for word in view.original.words)
    rows = [lexicon.arabic_row(key) for key in view.ar.keys]
    said = {column for row in rows for column, strength in row.items() if strength >= 0.5}
    new_ar = [
        max(value, 0.4)
        if value < 0.35 and ((acronym and key in _LETTERS) or any(row.get(c, 0) >= 0.5 for c in asked & row.keys()))
        else value
        for key, value, row in zip(view.ar.keys, ar, rows, strict=True)
    ]
    new_original = [
        0.4 if value < 0.35 and any(c in said for c in some) else value
        for value, some in zip(original, columns, strict=True)
    ]
    return new_ar, new_original


def _gains(keys: Sequence[str], covered: Sequence[float], light: frozenset[str]) -> list[float]:
    gains = []
    for key, value in zip(keys, covered, strict=True):
        if key in light or len(key) < 2 or (light is LIGHT_AR and value < 0.35 and GENERIC_AR.match(key)):
            gains.append(0.0)
        elif value >= 0.35:
            gains.append(-1.0)
        elif value >= 0.2:
            gains.append(0.4)
        else:
            gains.append(1.0)
    return gains


def _open(keys: Sequence[str], covered: Sequence[float], light: frozenset[str]) -> list[int]:
    return [
        i
        for i, (key, value) in enumerate(zip(keys, covered, strict=True))
        if key not in light and len(key) > 1 and value < 0.35
    ]


def _stretch(gains: Sequence[float]) -> tuple[float, int, int]:
    best, first, last = 0.0, 0, 0
    running, start = 0.0, 0
    for j, gain in enumerate(gains):
        if running <= 0:
            running, start = 0.0, j
        running += gain
        if running > best + 1e-9:
            best, first, last = running, start, j
    while first < last and gains[first] == 0.0:
        first += 1
    return best, first, last


WEIGHTS = {
    "original": (-3.774, (1.31, -0.166, 0.305, 1.781, -0.055, 8.232, 1.632)),
    "ar": (-5.399, (0.524, -1.448, 0.165, 1.893, -0.167, 0.859, 3.047)),
}
"""Logistic regression over cut and stretched sentences of our own translated pairs: bias, weights of the features above."""


def _score(features: Sequence[float], side: str) -> float:
    bias, weights = WEIGHTS[side]
    return bias + sum(weight * feature for weight, feature in zip(weights, features, strict=True))
