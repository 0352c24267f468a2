"""Names as strings: folding for either script, cutting into tokens, and a key that both scripts share.

Pure functions. What is *learnt* about names lives in :mod:`mt_audit.engine.names`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from mt_audit.text.folding import fold

LATIN = "abcdefghijklmnopqrstuvwxyz'"
"""The letters a folded Latin name may hold."""
ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءئؤ"
"""The letters a folded Arabic name may hold."""

_SPECIAL = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ŋ": "n",
        "ħ": "h", "ə": "a", "ʿ": "'", "ʾ": "'", "‘": "'", "’": "'", "ʼ": "'", "`": "'", "ʻ": "'", "´": "'", "ʹ": "'",
        # letters whose sign carries a sound that the bare letter does not
        "š": "sh", "ş": "sh", "ș": "sh", "č": "ch", "ć": "ch", "ž": "zh", "ğ": "gh", "ç": "c", "ñ": "ny",
    }
)  # fmt: skip
_FOREIGN_ARABIC = str.maketrans({"ڤ": "ف", "پ": "ب", "چ": "ج", "گ": "ك", "ژ": "ج", "ڨ": "ق", "ڭ": "ك", "ی": "ي"})
_NOT_LATIN = re.compile(r"[^a-z']+")
_NOT_ARABIC = re.compile(f"[^{ARABIC}]+")
_SPLIT = re.compile(r"[\s\-–—.,·_/()|\"«»“”]+")
_HAS_ARABIC = re.compile("[\u0621-\u064a]")


def is_arabic(name: str) -> bool:
    """Whether the name holds Arabic letters."""
    return bool(_HAS_ARABIC.search(name))


@lru_cache(maxsize=65536)
def fold_latin(token: str) -> str:
    """One Latin token in the letters of :data:`LATIN`; signs that carry a sound become letters.

    >>> fold_latin("Jovanović"), fold_latin("Müller"), fold_latin("O’Neill")
    ('jovanovich', 'muller', "o'neill")
    """
    text = unicodedata.normalize("NFC", token).lower().translate(_SPECIAL)
    text = unicodedata.normalize("NFKD", text)
    return _NOT_LATIN.sub("", text)


@lru_cache(maxsize=65536)
def fold_arabic(token: str) -> str:
    """One Arabic token in the letters of :data:`ARABIC`.

    >>> fold_arabic("زيلينسكي")
    'زيلينسكي'
    """
    return _NOT_ARABIC.sub("", fold(token).translate(_FOREIGN_ARABIC))


def tokens(name: str) -> tuple[str, ...]:
    """The folded tokens of a name in either script; hyphens and blanks part tokens.

    >>> tokens("Mary-Jane O’Neill")
    ('mary', 'jane', "o'neill")
    """
    folder = fold_arabic if is_arabic(name) else fold_latin
    return tuple(folded for part in _SPLIT.split(name) if (folded := folder(part)))


_DIGRAPHS = (
    ("tsch", "S"), ("sch", "S"), ("shch", "S"), ("tch", "S"), ("sh", "S"), ("ch", "S"), ("zh", "J"), ("kh", "X"),
    ("gh", "G"), ("ph", "F"), ("th", "T"), ("dh", "D"), ("ck", "K"), ("ts", "T"), ("tz", "T"), ("qu", "K"),
)  # fmt: skip
_LATIN_CLASS = {
    **dict.fromkeys("bp", "B"), **dict.fromkeys("fv", "F"), **dict.fromkeys("td", "T"), **dict.fromkeys("kqgcjx", "K"),
    **dict.fromkeys("sz", "S"), "l": "L", "m": "M", "n": "N", "r": "R", "h": "",
}  # fmt: skip
_ARABIC_CLASS = {
    **dict.fromkeys("ب", "B"), **dict.fromkeys("ف", "F"), **dict.fromkeys("تطدضثذظ", "T"),
    **dict.fromkeys("كقغجخ", "K"), **dict.fromkeys("سصزش", "S"), "ل": "L", "م": "M", "ن": "N", "ر": "R",
}  # fmt: skip
_CLASS_OF_DIGRAPH = {"S": "S", "J": "K", "X": "K", "G": "K", "F": "F", "T": "T", "D": "T", "K": "K"}


@lru_cache(maxsize=65536)
def skeleton(token: str) -> str:
    """Coarse consonant classes of a folded token, the same for both scripts: a prefilter, not a judgement.

    Vowels, glides and breathings are dropped, voiced and voiceless fall together, doubles are written once.

    >>> skeleton("zelensky") == skeleton("زيلينسكي")
    True
    """
    classes: list[str] = []
    if is_arabic(token):
        classes = [_ARABIC_CLASS.get(letter, "") for letter in token.removeprefix("ال")]
    else:
        for spelling, symbol in _DIGRAPHS:
            token = token.replace(spelling, symbol)
        classes = [_CLASS_OF_DIGRAPH.get(letter, _LATIN_CLASS.get(letter, "")) for letter in token]
    out = ""
    for letter in classes:
        if letter and not out.endswith(letter):
            out += letter
    return out


_COARSE = str.maketrans("TK", "SS")


@lru_cache(maxsize=65536)
def _coarse(token: str) -> str:
    out = ""
    for letter in skeleton(token).translate(_COARSE):
        if not out.endswith(letter):
            out += letter
    return out


def agreement(latin: str, arabic: str) -> float:
    """Share of the coarse consonants of two folded tokens that agree in order, 0…1.

    Stops, sibilants and affricates count as one class: *Kovacic* and كوفاتشيتش agree fully.

    >>> agreement("kovacic", "كوفاتشيتش"), agreement("olwen", "مارغريت")
    (1.0, 0.0)
    """
    a, b = _coarse(latin), _coarse(arabic)
    if not a or not b:
        return float(len(a) + len(b) <= 2)
    previous = [0] * (len(b) + 1)
    for letter in a:
        current = [0]
        for j, other in enumerate(b, 1):
            current.append(previous[j - 1] + 1 if letter == other else max(previous[j], current[-1]))
        previous = current
    return previous[-1] / max(len(a), len(b))


def edit_distance(left: str, right: str, limit: int = 3) -> int:
    """Optimal string alignment distance (a swap of neighbours counts one); ``limit + 1`` when it is more.

    >>> edit_distance("واشطن", "واشنطن"), edit_distance("كوتسينكو", "كوستينكو")
    (1, 1)
    """
    if abs(len(left) - len(right)) > limit:
        return limit + 1
    before: list[int] = []
    previous = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        current = [i]
        for j, b in enumerate(right, 1):
            cost = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        if min(current) > limit:
            return limit + 1
        before, previous = previous, current
    return min(previous[-1], limit + 1)
