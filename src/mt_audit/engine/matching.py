"""How strongly the words of an Arabic text and of an original suggest one another: evidence, not yet links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from mt_audit.engine import forms, german
from mt_audit.engine.sounds import latin_skeletons, sound_alikes
from mt_audit.text.folding import fold
from mt_audit.text.passage import Passage
from mt_audit.text.words import words

if TYPE_CHECKING:
    from mt_audit.engine.lexicon import Lexicon

Floats = NDArray[np.float32]

_OWN = 0.45
"""Evidence from which two words inside a multiword unit are partners."""
_PHRASE = 0.95
"""Evidence of a multiword unit, times the strength of its entry."""


@dataclass(frozen=True, slots=True)
class Group:
    """Words of one multiword unit and the words they render together; ``cells`` are the pairs it speaks for.

    Words that have a clear partner of their own inside the unit (*Supreme* المحكمة *Court*) are linked with it alone.
    """

    ar: tuple[int, ...]
    original: tuple[int, ...]
    strength: float
    cells: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """``words`` [Arabic words, original words] from single words; ``groups`` from multiword units of either side."""

    words: Floats
    groups: tuple[Group, ...]

    @property
    def joined(self) -> Floats:
        """Evidence of words and groups together."""
        result = self.words.copy()
        for group in self.groups:
            for i, j in group.cells:
                if result[i, j] < group.strength:
                    result[i, j] = group.strength
        return result


def _cells(
    rows: list[list[float]], tops: list[float], ar: tuple[int, ...], original: tuple[int, ...], strength: float
) -> tuple[tuple[int, int], ...]:
    own: dict[int, int] = {}
    if len(original) > 1 and len(ar) > 1:
        for i in ar:
            best = max(original, key=lambda j: rows[i][j])
            if rows[i][best] >= _OWN and all(rows[k][best] <= rows[i][best] for k in ar):
                own[i] = best
    free_ar = [i for i in ar if i not in own and max(rows[i]) <= max(strength, max(rows[i][j] for j in original))]
    partners = set(own.values())
    free = [j for j in original if j not in partners and tops[j] <= max(strength, max(rows[i][j] for i in ar))]
    return (*own.items(), *((i, j) for i in free_ar for j in free))


def _kept(groups: list[tuple[tuple[int, ...], tuple[int, ...], float]], rows: list[list[float]]) -> tuple[Group, ...]:
    """The groups that no larger one contains."""
    found: list[Group] = []
    tops = [max(column) for column in zip(*rows, strict=True)]
    for ar, original, strength in sorted(groups, key=lambda g: (-len(g[0]) - len(g[1]), -g[2], g[0], g[1])):
        if any(set(ar) <= set(one.ar) and set(original) <= set(one.original) for one in found):
            continue
        found.append(Group(ar, original, strength, _cells(rows, tops, ar, original, strength)))
    return tuple(found)


def columns_of(lexicon: Lexicon, word: str, language: str) -> tuple[int, ...]:
    """Columns of the table that a word of the original may stand for; German goes by way of English."""
    if language != "de":
        return lexicon.english_columns(word)
    english = german.english_of(word, lexicon.known)
    return tuple(dict.fromkeys(c for lemma in english or (word,) for c in lexicon.english_columns(lemma)))


def word_evidence(
    lexicon: Lexicon, ar_keys: Sequence[str], originals: Sequence[str], columns: Sequence[tuple[int, ...]]
) -> Floats:
    """Evidence matrix of words: translations, equal figures and Latin words, names by sound."""
    width = len(originals)
    wanted: dict[int, list[int]] = {}
    same: dict[str, list[int]] = {}
    sounds: dict[str, list[int]] = {}
    for j, word in enumerate(originals):
        for column in columns[j]:
            wanted.setdefault(column, []).append(j)
        same.setdefault(fold(word).replace(",", ""), []).append(j)
        if word[:1].isupper() and len(word) > 2:
            for skeleton in latin_skeletons(word):
                sounds.setdefault(skeleton, []).append(j)
    cells: list[int] = []
    strengths: list[float] = []
    asked = wanted.keys()
    for i, key in enumerate(ar_keys):
        row = lexicon.arabic_row(key)
        best: dict[int, float] = {}
        for column in row.keys() & asked:
            strength = row[column]
            for j in wanted[column]:
                if strength > best.get(j, 0.0):
                    best[j] = strength
        if sounds and len(key) > 2:
            for skeleton, strength in sound_alikes(key):
                for j in sounds.get(skeleton, ()):
                    if strength > best.get(j, 0.0):
                        best[j] = strength
        for j in same.get(key.replace(",", ""), ()):
            best[j] = 1.0
        if best:
            cells.extend(i * width + j for j in best)
            strengths.extend(best.values())
    result = np.zeros(len(ar_keys) * width, dtype=np.float32)
    result[cells] = strengths
    return result.reshape(len(ar_keys), width)


def evidence(lexicon: Lexicon, ar: Passage, original: Passage) -> Evidence:
    """Everything the lexicon says of two passages."""
    originals = [word.text for word in original.words]
    columns = [columns_of(lexicon, word, original.language) for word in originals]
    matrix = word_evidence(lexicon, ar.keys, originals, columns)
    phrases = lexicon.phrases(original) if original.language == "en" else ()
    places: dict[int, tuple[tuple[int, ...], ...]] = {}
    for j, of_word in enumerate(columns):
        for column in of_word:
            places[column] = (*places.get(column, ()), (j,))
    units = {lexicon.table.en[p.lemma]: p.members for p in phrases if p.lemma in lexicon.table.en}
    for column, members in units.items():
        places[column] = (*places.get(column, ()), members)
    groups: list[tuple[tuple[int, ...], tuple[int, ...], float]] = []
    for first, last, row in arabic_phrases(lexicon, ar.keys):
        ours = tuple(range(first, last + 1))
        entry = lexicon.phrase_row(row)
        for column in entry.keys() & places.keys():
            groups.extend((ours, members, _PHRASE * entry[column]) for members in places[column])
    for i, key in enumerate(ar.keys if units else ()):
        row_of_word = lexicon.arabic_row(key)
        for column, members in units.items():
            strength = _PHRASE * row_of_word.get(column, 0.0)
            if strength > 0.3:
                groups.append(((i,), members, strength))
    return Evidence(matrix, _kept(groups, matrix.tolist()) if groups else ())


def arabic_phrases(lexicon: Lexicon, keys: Sequence[str]) -> list[tuple[int, int, int]]:
    """Multiword entries in an Arabic text: first word, last word, row of the table."""
    heads = lexicon.phrase_heads
    spelt = [forms.spellings(key) for key in keys]
    found: list[tuple[int, int, int]] = []
    for i in range(len(keys) - 1):
        for base in spelt[i]:
            seconds = heads.get(base)
            if not seconds:
                continue
            for second in spelt[i + 1]:
                for rest, row in seconds.get(second, ()):
                    end = i + 2 + len(rest)
                    if end <= len(keys) and all(part in spelt[i + 2 + k] for k, part in enumerate(rest)):
                        found.append((i, end - 1, row))
    return sorted(found)


def overlap(lexicon: Lexicon, ar_texts: Sequence[str], en_texts: Sequence[str], language: str = "en") -> Floats:
    """How much of each text the other one renders, [Arabic texts, other texts], 0…1.

    Words count by how rare they are among the texts given; the geometric mean of both directions.
    """
    ar_words, ar_ids = _vocabulary(ar_texts, by_case=False)
    en_words, en_ids = _vocabulary(en_texts, by_case=True)
    columns = [columns_of(lexicon, word, language) for word in en_words]
    matrix = word_evidence(lexicon, ar_words, en_words, columns)
    ar_idf, en_idf = _idf(ar_ids, len(ar_words)), _idf(en_ids, len(en_words))
    forward = _covered(matrix, ar_ids) @ _weights(en_ids, en_idf).T
    backward = _weights(ar_ids, ar_idf) @ _covered(np.ascontiguousarray(matrix.T), en_ids).T
    return np.asarray(np.sqrt(forward * backward), dtype=np.float32)


def _vocabulary(texts: Sequence[str], *, by_case: bool) -> tuple[list[str], list[NDArray[np.int64]]]:
    """Distinct words of all texts, and for each text the numbers of its distinct words."""
    numbers: dict[str, int] = {}
    ids: list[NDArray[np.int64]] = []
    for text in texts:
        spelt = (word.text if by_case else word.key for word in words(text))
        ids.append(np.array(sorted({numbers.setdefault(word, len(numbers)) for word in spelt}), dtype=np.int64))
    return list(numbers), ids


def _idf(ids: Sequence[NDArray[np.int64]], size: int) -> Floats:
    counts = np.bincount(np.concatenate([*ids, np.zeros(0, dtype=np.int64)]), minlength=size)
    return np.asarray(np.log((len(ids) + 1.0) / (counts + 0.25)), dtype=np.float32)


def _weights(ids: Sequence[NDArray[np.int64]], idf: Floats) -> Floats:
    """Each text as its words' idf, scaled to sum 1; [texts, words]."""
    result = np.zeros((len(ids), len(idf)), dtype=np.float32)
    for row, numbers in enumerate(ids):
        if numbers.size:
            result[row, numbers] = idf[numbers] / max(float(idf[numbers].sum()), 1e-6)
    return result


def _covered(matrix: Floats, ids: Sequence[NDArray[np.int64]]) -> Floats:
    """For each text (given as rows of ``matrix``) the best evidence of every column; [texts, columns]."""
    result = np.zeros((len(ids), matrix.shape[1]), dtype=np.float32)
    for row, numbers in enumerate(ids):
        if numbers.size:
            result[row] = matrix[numbers].max(axis=0)
    return result
