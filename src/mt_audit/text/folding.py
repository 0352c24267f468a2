"""Fold Arabic (and Latin) spelling for comparison, with a map back to raw offsets.

Folding is for *finding* only: spelling is never judged on folded text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DROPPED = re.compile(
    "[\u0640"  # tatweel
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"  # marks
    "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]"  # zero-width and bidirectional controls
)
_SAME = str.maketrans(
    {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ې": "ي",
        "ة": "ه",
        "ک": "ك",
        "ە": "ه",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "٫": ".",
        "٬": ",",
        "٪": "%",
        "–": "-",
        "—": "-",
        "\u00a0": " ",
        **{chr(0x660 + d): str(d) for d in range(10)},
        **{chr(0x6F0 + d): str(d) for d in range(10)},
    }
)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower-case, marks and tatweel dropped, alef, ya and ta marbuta unified, digits ASCII.

    >>> fold("الهُدنة ٣٠")
    'الهدنه 30'
    """
    if not text.isascii():
        text = _DROPPED.sub("", unicodedata.normalize("NFKC", text)).translate(_SAME)
    return text.lower()


def fold_with_map(text: str) -> tuple[str, tuple[int, ...]]:
    """Folded text and, for each of its characters and its end, the raw offset it came from.

    ``text[offsets[i]:offsets[j]]`` is the raw text of ``folded[i:j]``.
    """
    folded: list[str] = []
    offsets: list[int] = []
    for position, character in enumerate(text):
        piece = fold(character)
        folded.append(piece)
        offsets.extend([position] * len(piece))
    offsets.append(len(text))
    return "".join(folded), tuple(offsets)
