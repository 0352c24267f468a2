"""How a sentence is built and how it is spelt, as hashed n-grams.

Build: characters of words, words, and words masked to their shape, after spacing, figures, Latin letters, quotation
marks and vowel signs are unified, so that typography is no part of it. Spelling: characters and words as typed.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from mt_audit.engine.closed_class import FUNCTION_WORDS
from mt_audit.engine.spelling import ARABIC
from mt_audit.text.folding import fold

BUCKETS = 1 << 18
BUILD, SPELLING = (0, 1, 2), (3, 4)
BLOCKS = 5
"""Blocks of ``BUCKETS`` buckets, each of length one: characters, words, shapes; typed characters, typed words."""

_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u064b-\u065f\u0640\u0670])*|\d+(?:[.,٫٬]\d+)*|[^\w\s]")
_ENDINGS = ("يه", "ات", "ون", "ين", "ان", "ها", "هم", "وا", "ته", "تها", "ه", "ا", "ي", "ت")
_IGNORED = frozenset("\u200e\u200f\u200b*_|•")


def tokens(text: str) -> list[str]:
    """Folded words, ``#`` for figures, ``@`` for words in other letters, and punctuation marks.

    >>> tokens("قال Biden ، «نعم»: 30.")
    ['قال', '@', '،', '"', 'نعم', '"', ':', '#', '.']
    """
    found: list[str] = []
    for match in _TOKEN.finditer(text):
        piece = match[0]
        if piece[0].isdigit():
            found.append("#")
        elif piece[0].isalpha():
            key = fold(piece)
            if key and ARABIC.fullmatch(key):
                found.append(key)
            elif not found or found[-1] != "@":
                found.append("@")
        elif piece not in _IGNORED:
            found.append(fold(piece) or piece)
    return found


@lru_cache(maxsize=100_000)
def shape(token: str) -> str:
    """Function words and marks as they are; other words as clitics, length class and ending.

    >>> shape("والمحادثات"), shape("من")
    ('وال***ات', 'من')
    """
    if token in FUNCTION_WORDS or not ARABIC.fullmatch(token):
        return token
    if token[0] in "وف" and token[1:] in FUNCTION_WORDS:
        return f"{token[0]}+{token[1:]}"
    head, rest = "", token
    if rest[0] in "وف" and len(rest) >= 4:
        head, rest = rest[0], rest[1:]
    for article in ("بال", "كال", "لل", "ال"):
        if rest.startswith(article) and len(rest) > len(article):
            head, rest = head + article, rest[len(article) :]
            break
    else:
        if rest[0] in "بلكسيتنا" and len(rest) >= 4:
            head, rest = f"{head}{rest[0]}?", rest[1:]
    ending = next((end for end in _ENDINGS if rest.endswith(end) and len(rest) - len(end) >= 2), "")
    size = len(rest) - len(ending)
    return head + ("*" if size <= 3 else "**" if size <= 4 else "***") + ending


def _bucket(text: str, block: int) -> int:
    return zlib.crc32(text.encode("utf-8", "surrogatepass")) % BUCKETS + block * BUCKETS


@lru_cache(maxsize=120_000)
def _characters(token: str, block: int) -> tuple[int, ...]:
    padded = f" {token} "
    return tuple({_bucket(padded[i : i + size], block) for size in (2, 3, 4, 5) for i in range(len(padded) - size + 1)})


def _ngrams(items: list[str], longest: int) -> Iterator[str]:
    for size in range(1, longest + 1):
        for start in range(len(items) - size + 1):
            yield " ".join(items[start : start + size])


_TYPED = re.compile(r" [،؛:.!؟?,](?!\w)|[^\W_]+|[^\w\s]")
"""Vowel signs stand as tokens of their own: how often they are written is a habit."""


def buckets(text: str) -> tuple[tuple[NDArray[np.int64], NDArray[np.float64]], ...]:
    """Buckets of one sentence and their values, for each of the ``BLOCKS``: root of the count, to length one."""
    plain = tokens(text)
    typed = _TYPED.findall(text)
    blocks = (
        [bucket for token in plain for bucket in _characters(token, 0)],
        [_bucket(gram, 1) for gram in _ngrams(plain, 3)],
        [_bucket(gram, 2) for gram in _ngrams(["<", *map(shape, plain), ">"], 4)],
        [bucket for token in typed for bucket in _characters(token, 3)],
        [_bucket(gram, 4) for gram in _ngrams(typed, 3)],
    )
    return tuple(_weighed(block) for block in blocks)


def _weighed(block: list[int]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    found, counts = np.unique(np.array(block, np.int64), return_counts=True)
    return found, np.sqrt(counts / max(len(block), 1))


class Style:
    """A linear classifier over the buckets.

    Arrays: ``weights`` int8 [BLOCKS · BUCKETS]; ``scale`` [] makes them log-odds; each side gets half of ``bias`` [].
    """

    def __init__(self, arrays: Mapping[str, NDArray[np.generic]]) -> None:
        self._weights = np.asarray(arrays["weights"])
        self._scale = float(np.asarray(arrays["scale"]))
        self._bias = float(np.asarray(arrays["bias"]))

    def odds(self, text: str) -> tuple[float, float]:
        """Log-odds that a machine wrote this sentence: by its build, and by its spelling."""
        shares = [float(self._weights[found].astype(np.float64) @ values) for found, values in buckets(text)]
        build, spelling = (self._scale * sum(shares[i] for i in part) for part in (BUILD, SPELLING))
        return build + self._bias / 2, spelling + self._bias / 2
