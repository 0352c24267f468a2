"""What a text is found by: terms that an original and its Arabic translation can share, as 32-bit hashes.

An English word is indexed under its lemma, a capitalised word also under its consonant skeleton, a figure under its
value. An Arabic word looks those up: the lemmas the lexicon gives it, its skeletons, the value it writes. So one index
of originals answers Arabic questions, and a German original is found by its names, figures and dates.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from mt_audit.core import Language
from mt_audit.engine import german
from mt_audit.text import skeleton
from mt_audit.text.folding import fold

if TYPE_CHECKING:
    from mt_audit.engine.lexicon import Lexicon

_WORD = re.compile(r"[^\W\d_]+(?:['’.&][^\W\d_]+)*|\d+(?:[.,٫٬]\d+)*")
_THOUSANDS = re.compile(r"[.,](?=\d{3}(?!\d))")
_ARABIC = re.compile("[\u0621-\u064a]")
_WEAKEST = 0.08
"""Match evidence below which a rendering is not looked up."""
MOST_READINGS = 6
"""English lemmas looked up for one Arabic word."""
_SHARE = 1.0, 0.8
"""What a word in the same letters and a name with the same skeleton are worth as matches."""

Terms = dict[int, int]


def number(text: str) -> int:
    """Stable 32-bit number of a term."""
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))


def _value(figure: str) -> str:
    return "#" + _THOUSANDS.sub("", fold(figure))


class OriginalTerms:
    """Terms of originals; remembers the words it has met, so that a long archive is read quickly."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._words: dict[tuple[str, Language], tuple[int, ...]] = {}

    def _of_word(self, word: str, language: Language) -> tuple[int, ...]:
        if word[0].isdigit():
            return (number(_value(word)),)
        key = fold(word).removesuffix("'s")
        lemma = self._lexicon.lemma(key) if language == "en" else key
        found = [number(lemma)]
        if language == "de":
            found += [number(english) for english in german.english_of(key, self._lexicon.known)]
        if word[0].isupper() and len(word) > 2:
            found += [number("^" + part) for part in skeleton.latin(key) if len(part) > 1]
        return tuple(dict.fromkeys(found))

    def of(self, text: str, language: Language) -> Terms:
        """How often each term occurs in ``text``."""
        counts = Counter(_WORD.findall(text))
        terms: Terms = {}
        words = self._words
        for word, times in counts.items():
            found = words.get((word, language))
            if found is None:
                if len(words) > 500_000:
                    words.clear()
                found = words[word, language] = self._of_word(word, language)
            for term in found:
                terms[term] = terms.get(term, 0) + times
        return terms


@dataclass(frozen=True, slots=True)
class Wanted:
    """One word of the question: the terms that may stand for it, with how likely each is, and how often it occurs."""

    terms: NDArray[np.uint32]
    shares: NDArray[np.float32]
    times: int


@lru_cache(maxsize=65536)
def _name_terms(key: str) -> tuple[int, ...]:
    return tuple(number("^" + part) for part in skeleton.arabic(key) if len(part) > 2)


def _meanings(key: str, lexicon: Lexicon) -> list[tuple[int, float]]:
    strong = [(strength, column) for column, strength in lexicon.arabic_row(key).items() if strength >= _WEAKEST]
    words = lexicon.table.en_words
    return [(_column_term(words[column]), strength) for strength, column in nlargest(MOST_READINGS, strong)]


@lru_cache(maxsize=65536)
def _column_term(lemma: str) -> int:
    return number(lemma)


@lru_cache(maxsize=65536)
def _asked_by(key: str, lexicon: Lexicon) -> tuple[NDArray[np.uint32], NDArray[np.float32]]:
    """Terms that may stand for one folded word of an Arabic text, and how likely each is."""
    terms: dict[int, float] = {}
    if key[0].isdigit():
        terms[number(_value(key))] = _SHARE[0]
    elif not _ARABIC.search(key):
        terms[number(key)] = _SHARE[0]
        terms.update({number("^" + part): _SHARE[1] for part in skeleton.latin(key)})
    elif len(key) > 2:
        for term, strength in _meanings(key, lexicon):
            terms[term] = max(terms.get(term, 0.0), strength)
        for term in _name_terms(key):
            terms.setdefault(term, _SHARE[1])
    return np.fromiter(terms, np.uint32, len(terms)), np.fromiter(terms.values(), np.float32, len(terms))


def wanted(keys: Sequence[str], lexicon: Lexicon) -> tuple[Wanted, ...]:
    """What to look up for the folded words of an Arabic text."""
    counts = Counter(filter(None, keys))
    asked = ((*_asked_by(key, lexicon), times) for key, times in counts.items())
    return tuple(Wanted(terms, shares, times) for terms, shares, times in asked if len(terms))


def pack(terms: Iterable[Terms]) -> tuple[NDArray[np.int64], NDArray[np.uint32], NDArray[np.uint8]]:
    """Terms of many documents as three flat arrays: where each document starts, its terms, how often (at most 255)."""
    starts, flat, times = [0], [], []
    for document in terms:
        flat.append(np.fromiter(document, np.uint32, len(document)))
        times.append(np.minimum(np.fromiter(document.values(), np.int64, len(document)), 255).astype(np.uint8))
        starts.append(starts[-1] + len(document))
    if not flat:
        return np.zeros(1, np.int64), np.zeros(0, np.uint32), np.zeros(0, np.uint8)
    return np.array(starts, np.int64), np.concatenate(flat), np.concatenate(times)
