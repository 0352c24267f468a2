"""Consonant skeletons: a first guess whether an Arabic and a Latin spelling may be one name.

Coarse on purpose (one class for all velars, one for all sibilants): it proposes, ``engine.names`` judges.
"""

from __future__ import annotations

from functools import lru_cache

from mt_audit.engine.forms import bases
from mt_audit.text.folding import fold

_AR = {
    **dict.fromkeys("بپ", "b"),
    **dict.fromkeys("فڤ", "f"),
    **dict.fromkeys("تطث", "t"),
    **dict.fromkeys("دضذظ", "d"),
    **dict.fromkeys("جغقكخگ", "k"),
    **dict.fromkeys("سصزشچژ", "s"),
    "ل": "l",
    "م": "m",
    "ن": "n",
    "ر": "r",
}
_DIGRAPHS = {
    "sch": ("s",),
    "tch": ("ts",),
    "tsch": ("ts",),
    "sh": ("s",),
    "ch": ("ts", "s", "k"),
    "kh": ("k",),
    "gh": ("k", ""),
    "ph": ("f",),
    "th": ("t", "d", "s"),
    "dh": ("d",),
    "zh": ("s",),
    "ck": ("k",),
    "ts": ("ts",),
    "tz": ("ts",),
    "cz": ("ts",),
    "sz": ("s",),
    "dj": ("k",),
    "ng": ("nk", "n"),
}
_LATIN = {
    "b": ("b",),
    "p": ("b",),
    "f": ("f",),
    "v": ("f",),
    "t": ("t",),
    "d": ("d",),
    "g": ("k",),
    "k": ("k",),
    "q": ("k",),
    "c": ("k", "s"),
    "j": ("k", ""),
    "x": ("ks", "s"),
    "s": ("s",),
    "z": ("s",),
    "l": ("l",),
    "m": ("m",),
    "n": ("n",),
    "r": ("r",),
}
_SOFT = frozenset("eiy")


def _squeezed(skeleton: str) -> str:
    return "".join(c for i, c in enumerate(skeleton) if i == 0 or c != skeleton[i - 1])


@lru_cache(maxsize=65536)
def arabic_skeleton(base: str) -> str:
    """Consonant classes of a folded Arabic spelling; vowels, glides and gutturals count for nothing."""
    return _squeezed("".join(_AR.get(c, "") for c in base))


@lru_cache(maxsize=65536)
def latin_skeletons(word: str) -> frozenset[str]:
    """Consonant classes of a Latin spelling, in up to eight readings (*ch* may be تش, ش or ك).

    >>> bool(latin_skeletons("Shemetov") & {arabic_skeleton("شيميتوف")})
    True
    """
    text = "".join(c for c in fold(word).removesuffix("'s") if c.isalpha())
    found = [""]
    i = 0
    while i < len(text):
        for size in (4, 3, 2):
            if text[i : i + size] in _DIGRAPHS:
                options = _DIGRAPHS[text[i : i + size]]
                break
        else:
            size = 1
            options = _LATIN.get(text[i], ("",))
            if text[i] == "c":
                options = ("s", "ts") if text[i + 1 : i + 2] in _SOFT else ("k",)
        found = [head + option for head in found for option in options][:8]
        i += size
    return frozenset(_squeezed(skeleton) for skeleton in found)


@lru_cache(maxsize=65536)
def sound_alikes(key: str) -> tuple[tuple[str, float], ...]:
    """Latin skeletons that an Arabic word may stand for, each with evidence 0…1.

    Equal skeletons count by their length; one consonant dropped from either side counts less, for long ones only.
    """
    found: dict[str, float] = {}
    for base, weight in bases(key):
        if weight <= 0.75:
            continue
        skeleton = arabic_skeleton(base)
        found[skeleton] = max(found.get(skeleton, 0.0), weight * _BY_LENGTH[min(len(skeleton), 5)])
        if len(skeleton) >= 5:
            for i in range(len(skeleton)):
                shorter = _squeezed(skeleton[:i] + skeleton[i + 1 :])
                found[shorter] = max(found.get(shorter, 0.0), 0.6 * weight)
    found.pop("", None)
    return tuple(found.items())


_BY_LENGTH = (0.0, 0.15, 0.5, 0.85, 0.93, 0.96)
