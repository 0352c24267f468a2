"""Consonant skeletons: a rough key under which a name in Latin letters and its Arabic spelling meet.

``Zelensky``, ``Selenskyj`` and ``زيلينسكي`` all hold the consonants S-L-N-S-K; vowels, doubling and the letters that
the two scripts do not keep apart (p/b, v/f, s/z/sh, g/j/k) are folded together. A key is for *finding* candidates
quickly; whether two names are the same is the name scorer's business.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ARABIC = str.maketrans(
    {
        **dict.fromkeys("اأإآىيوؤئءعةهٱـ", ""),
        **dict.fromkeys("بپ", "B"),
        **dict.fromkeys("تطثٹ", "T"),
        **dict.fromkeys("جغقكگک", "K"),
        **dict.fromkeys("دذضڈ", "D"),
        "ر": "R",
        **dict.fromkeys("سصشچزظژ", "S"),
        **dict.fromkeys("خح", "H"),
        **dict.fromkeys("فڤۏ", "F"),
        "ل": "L",
        "م": "M",
        "ن": "N",
    }
)
_DIGRAPHS = (
    ("tsch", "TS"),
    ("sch", "S"),
    ("tch", "TS"),
    ("zh", "G"),
    ("kh", "H"),
    ("gh", "K"),
    ("sh", "S"),
    ("ph", "F"),
    ("th", "T"),
    ("dh", "D"),
    ("ck", "K"),
    ("qu", "K"),
    ("wr", "R"),
    ("kn", "N"),
    ("ts", "TS"),
    ("tz", "TS"),
)
_LATIN = str.maketrans(
    {
        **dict.fromkeys("aeiouyw'’-.", ""),
        **dict.fromkeys("bp", "B"),
        "t": "T",
        **dict.fromkeys("gkqcj", "K"),
        "d": "D",
        "r": "R",
        **dict.fromkeys("sz", "S"),
        "x": "KS",
        "h": "",
        **dict.fromkeys("fv", "F"),
        "l": "L",
        "m": "M",
        "n": "N",
    }
)
_DOUBLE = re.compile(r"(.)\1+")
_HEADS = ("وبال", "وال", "فال", "بال", "كال", "ولل", "لل", "ال", "و", "ف", "ب", "ل", "ك")


def _finish(key: str) -> str:
    return _DOUBLE.sub(r"\1", key.replace("G", "K"))


@lru_cache(maxsize=131072)
def latin(word: str) -> tuple[str, ...]:
    """Skeletons of a name in Latin letters, the likeliest first; none when fewer than two consonants remain.

    >>> latin("Witkoff")
    ('TKF',)
    """
    bare = "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))
    bare = bare.replace("ß", "s").removesuffix("'s").removesuffix("’s")
    plain = bare
    for letters, key in _DIGRAPHS:
        plain = plain.replace(letters, key)
    head = "H" if plain.startswith("h") else ""
    forms = [head + plain]
    if "ch" in plain:
        forms = [head + plain.replace("ch", sound) for sound in ("TS", "S", "H", "K")]
    if re.search("c[eiy]", plain):
        forms = [re.sub("c(?=[eiy])", "s", form) for form in forms]
    if "ng" in plain:
        forms += [form.replace("ng", "n") for form in forms]
    found = dict.fromkeys(_finish(form.translate(_LATIN)) for form in forms)
    return tuple(key for key in found if len(key) >= 2)


@lru_cache(maxsize=131072)
def arabic(key: str) -> tuple[str, ...]:
    """Skeletons of a folded Arabic word, as written and without the particles that may stand before a name.

    >>> arabic("لويتكوف")
    ('LTKF', 'TKF')
    """
    heads = [key]
    for particle in _HEADS:
        if key.startswith(particle) and len(key) - len(particle) >= 3:
            heads.append(key[len(particle) :])
            if len(particle) > 1:
                break
    found: dict[str, None] = {}
    for head in heads:
        start = "H" if head.startswith("ه") else ""
        found.setdefault(_finish(start + head.replace("تش", "TS").translate(_ARABIC)))
    return tuple(skeleton for skeleton in found if len(skeleton) >= 2)
