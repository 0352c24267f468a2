"""What two texts have in common, sentence by sentence: shared words, names, figures, vectors and length.

Everything is laid out so that a run of neighbouring sentences costs no more than one: word evidence is a maximum over
sentences and a sum over words, vectors are summed before they are compared.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from mt_audit.core import Language
from mt_audit.engine import german
from mt_audit.text import skeleton
from mt_audit.text.folding import fold

if TYPE_CHECKING:
    from mt_audit.engine.kit import Kit

Floats = NDArray[np.float32]
Indices = NDArray[np.int64]
T = TypeVar("T")

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u064b-\u0652\u0640\u0670])*(?:['’.&-][^\W\d_]+)*|\d+(?:[.,٫٬]\d+)*")
_WEAKEST = 0.04
"""Match evidence below which the lexicon is not listened to."""
_SEPARATOR = re.compile(r"[.,](?=\d{3}(?!\d))")
LONGEST = 4
"""Most sentences on one side of a link."""


def figure(key: str) -> str | None:
    """A folded figure without thousands separators, None when the word is not a figure.

    >>> figure("5,000")
    '5000'
    """
    return _SEPARATOR.sub("", key) if key[0].isdigit() else None


@functools.lru_cache(maxsize=65536)
def _name_keys(kind: str) -> tuple[str, ...]:
    return tuple(key for part in kind.split("-") for key in skeleton.latin(part))


class Side:
    """One text as the aligner sees it: its sentences, their words with weights, and their vectors.

    ``vectors`` are L2-normalised rows, one a sentence; without them the encoder of ``kit`` makes them.
    """

    def __init__(self, texts: Sequence[str], language: Language, kit: Kit, vectors: Floats | None = None) -> None:
        self.texts = tuple(texts)
        self.language = language
        self.kit = kit
        if vectors is not None:
            self.vectors = vectors

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def vectors(self) -> Floats:
        """Sentence vectors, one L2-normalised row each."""
        texts = [german.for_encoder(text, self.language, self.kit) for text in self.texts]
        return np.asarray(self.kit.encoder.encode(texts), dtype=np.float32)

    def prepare(self) -> None:
        """Read the sentences now: encode them, cut their words, look words and names up."""
        _ = self.vectors, self.mass, self.names, self.spelt, self.figures
        if self.language == "ar":
            _ = self.renderings, self.skeletons
        elif self.language in ("en", "de"):
            _ = self.readings

    @cached_property
    def _words(self) -> tuple[tuple[str, ...], Indices, Indices, tuple[str, ...]]:
        """Different folded words, which of them each word is, the sentence of each, and each kind as written."""
        place: dict[str, int] = {}
        kinds: list[int] = []
        counts: list[int] = []
        seen: list[str] = []
        for text in self.texts:
            before = len(kinds)
            for word in _WORD.findall(text):
                key = fold(word)
                if not key:
                    continue
                index = place.get(key)
                if index is None:
                    index = place[key] = len(place)
                    seen.append(word)
                elif seen[index] > word:
                    # Capitals sort first: a name is seen as one if it is ever written with a capital.
                    seen[index] = word
                kinds.append(index)
            counts.append(len(kinds) - before)
        owner = np.repeat(np.arange(len(self.texts), dtype=np.int64), counts)
        return tuple(place), np.array(kinds, dtype=np.int64), owner, tuple(seen)

    @property
    def kinds(self) -> tuple[str, ...]:
        """Different folded words in order of appearance."""
        return self._words[0]

    @property
    def kind_of(self) -> Indices:
        """Index into ``kinds`` of each word."""
        return self._words[1]

    @property
    def written(self) -> tuple[str, ...]:
        """Each kind as it is written, with a capital if it ever has one."""
        return self._words[3]

    @property
    def owner(self) -> Indices:
        """Sentence of each word."""
        return self._words[2]

    @cached_property
    def words_of(self) -> list[slice]:
        """Where the words of each sentence stand."""
        ends = np.searchsorted(self.owner, np.arange(len(self.texts) + 1)).tolist()
        return [slice(start, end) for start, end in pairwise(ends)]

    @cached_property
    def weights(self) -> Floats:
        """Weight of each word: rarer within the text counts more, one- and two-letter words little."""
        count = len(self.texts)
        present = np.zeros((len(self.kinds), count), dtype=bool)
        present[self.kind_of, self.owner] = True
        rarity = np.log1p(count / np.maximum(present.sum(axis=1), 1))
        short = np.array([0.3 if len(kind) < 3 and not kind[0].isdigit() else 1.0 for kind in self.kinds])
        return np.asarray((rarity * short)[self.kind_of], dtype=np.float32)

    @cached_property
    def mass(self) -> Floats:
        """Weight of each sentence; the mean is 1."""
        total = np.bincount(self.owner, self.weights, minlength=len(self.texts)) + 1e-3
        return np.asarray(total / total.mean(), dtype=np.float32)

    @cached_property
    def unit(self) -> float:
        """Word weight of a sentence of mass 1."""
        total = np.bincount(self.owner, self.weights, minlength=len(self.texts)) + 1e-3
        return float(total.mean())

    @cached_property
    def figures(self) -> list[frozenset[str]]:
        """Figures of each sentence, without thousands separators."""
        found: list[set[str]] = [set() for _ in self.texts]
        numbers = {index: value for index, kind in enumerate(self.kinds) if (value := figure(kind))}
        for index, owner in zip(self.kind_of.tolist(), self.owner.tolist(), strict=True):
            if index in numbers:
                found[owner].add(numbers[index])
        return [frozenset(values) for values in found]

    @cached_property
    def lengths(self) -> Floats:
        """Characters of each sentence."""
        return np.array([len(text) for text in self.texts], dtype=np.float32)

    @cached_property
    def renderings(self) -> tuple[Indices, Indices, Floats]:
        """Of an Arabic text: kind, column of the lexicon it may render, match evidence; one entry each, flat."""
        rows = [self.kit.lexicon.arabic_row(kind) for kind in self.kinds]
        total = sum(map(len, rows))
        columns = np.fromiter(chain.from_iterable(rows), np.int64, total)
        strengths = np.fromiter(chain.from_iterable(row.values() for row in rows), np.float32, total)
        kinds = np.repeat(np.arange(len(rows), dtype=np.int64), [len(row) for row in rows])
        strong = strengths >= _WEAKEST
        return kinds[strong], columns[strong], strengths[strong]

    @cached_property
    def readings(self) -> list[tuple[Indices, Indices]]:
        """Of an original: kinds and the columns of the lexicon they stand for, first readings, then second, and so on.

        German goes by way of English.
        """
        lexicon = self.kit.lexicon
        if self.language == "de":
            english = [german.english_of(kind, lexicon.known) for kind in self.kinds]
            found = [tuple(c for lemma in lemmas for c in lexicon.english_columns(lemma)) for lemmas in english]
        else:
            found = [lexicon.english_columns(kind) for kind in self.kinds]
        levels = []
        for level in range(max(map(len, found), default=0)):
            kinds = [j for j, columns in enumerate(found) if len(columns) > level]
            columns = [found[j][level] for j in kinds]
            levels.append((np.array(kinds, dtype=np.int64), np.array(columns, dtype=np.int64)))
        return levels

    @cached_property
    def spelt(self) -> dict[str, int]:
        """Words in Latin letters and figures, as both texts may write them, and their kinds."""
        latin = ((index, kind) for index, kind in enumerate(self.kinds) if kind[0] < "\u0590")
        return {figure(kind) or kind if kind[0].isdigit() else kind: index for index, kind in latin}

    @cached_property
    def names(self) -> list[tuple[int, tuple[str, ...]]]:
        """Kinds that may be names, each with its consonant skeletons."""
        if self.language == "ar":
            found = ((i, skeleton.latin(k) if k.isascii() else skeleton.arabic(k)) for i, k in enumerate(self.kinds))
        else:
            found = (
                (index, _name_keys(kind))
                for index, (kind, word) in enumerate(zip(self.kinds, self.written, strict=True))
                if word[0].isupper() and len(word) > 2
            )
        return [(index, keys) for index, keys in found if keys]

    @cached_property
    def skeletons(self) -> dict[str, list[int]]:
        """Consonant skeleton → the kinds that have it."""
        found: dict[str, list[int]] = {}
        for index, keys in self.names:
            for key in keys:
                found.setdefault(key, []).append(index)
        return found

    def shared_names(self, original: Side) -> Iterator[tuple[str, list[int], int]]:
        """Skeletons found on both sides: the key, the Arabic kinds and the original's kind, one original at a time."""
        ours = self.skeletons
        for index, keys in original.names:
            for key in keys:
                if key in ours:
                    yield key, ours[key], index


def _add_lexicon(ar: Side, original: Side, matches: Floats) -> None:
    """Put the lexicon's match evidence into ``matches``."""
    if not original.readings:
        return
    wanted = np.unique(np.concatenate([columns for _, columns in original.readings]))
    kinds_ar, columns, strengths = ar.renderings
    if not len(columns):
        return
    places = np.full(max(int(wanted[-1]), int(columns.max())) + 1, -1, dtype=np.int64)
    places[wanted] = np.arange(len(wanted))
    at = places[columns]
    hit = at >= 0
    found = np.zeros((len(ar.kinds), len(wanted)), dtype=np.float32)
    found[kinds_ar[hit], at[hit]] = strengths[hit]
    by_column = found.T
    for level, (kinds, theirs) in enumerate(original.readings):
        rows = by_column[places[theirs]].T
        matches[:, kinds] = rows if level == 0 else np.maximum(matches[:, kinds], rows)


def word_matches(ar: Side, original: Side) -> Floats:
    """How likely each Arabic word renders each original word, by lexicon, name and figure: [kinds, kinds], 0…1."""
    matches = np.zeros((len(ar.kinds), len(original.kinds)), dtype=np.float32)
    if not ar.kinds or not original.kinds:
        return matches
    if original.language in ("en", "de"):
        _add_lexicon(ar, original, matches)
    for key, ours, kind in ar.shared_names(original):
        sure = 0.85 if len(key) > 3 else 0.7 if len(key) == 3 else 0.35
        matches[ours, kind] = np.maximum(matches[ours, kind], sure)
    for value, index in ar.spelt.items():
        if (other := original.spelt.get(value)) is not None:
            matches[index, other] = 1.0
    return matches


@dataclass(frozen=True, slots=True)
class Weights:
    """How the kinds of evidence are weighed against each other, and what a link must bring to be worth making.

    These are where the fit begins; ``training/sentence_links`` says where it ended, and ``links.json`` holds that.
    """

    words: float = 0.558
    word_floor: float = 0.066
    dense: float = 0.27
    dense_floor: float = 0.053
    length: float = 0.033
    extra_sentence: float = 0.13
    link: float = 0.0
    crossing: float = 0.021
    headline: float = 0.3


def _runs(rows: Floats, size: int) -> Floats:
    """Sums of ``size`` neighbouring rows."""
    total = rows[: len(rows) - size + 1].copy()
    for shift in range(1, size):
        total += rows[shift : len(rows) - size + 1 + shift]
    return total


def _best_by_sentence(matches: Floats, side: Side) -> Floats:
    """Best match of each column within each sentence of ``side`` (rows), whose kinds the rows of ``matches`` are."""
    best = np.zeros((len(side), matches.shape[1]), dtype=np.float32)
    for sentence, words in enumerate(side.words_of):
        if words.stop > words.start:
            matches[side.kind_of[words]].max(axis=0, out=best[sentence])
    return best.T


def _by_owner(side: Side, values: Floats) -> Floats:
    """Sum word rows into sentence rows."""
    total = np.zeros((len(side), values.shape[1]), dtype=np.float32)
    for sentence, words in enumerate(side.words_of):
        values[words].sum(axis=0, out=total[sentence])
    return total


class _Explained:
    """Word weight of each sentence of ``side`` that runs of sentences of the other side explain."""

    def __init__(self, side: Side, best: Floats) -> None:
        self._side = side
        # What a word finds almost anywhere in the text says little about one sentence.
        usual = best.mean(axis=1, keepdims=True) if best.shape[1] > 2 else np.zeros((len(best), 1), np.float32)
        rows = np.clip(best - 0.5 * usual, 0.0, 1.0)[side.kind_of]
        self._weights = side.weights[:, None] / side.unit
        self._runs = [rows]
        self._sums: dict[int, Floats] = {}

    def by_run(self, size: int) -> Floats:
        """[sentences, runs of ``size``]."""
        while len(self._runs) < size:
            self._runs.append(np.maximum(self._runs[-1][:, :-1], self._runs[0][:, len(self._runs) :]))
        if size not in self._sums:
            self._sums[size] = _by_owner(self._side, self._runs[size - 1] * self._weights)
        return self._sums[size]


def _remembered(method: Callable[[Evidence, int, int], T]) -> Callable[[Evidence, int, int], T]:
    """Keep what a method gave for each size of link."""

    @functools.wraps(method)
    def kept(self: Evidence, a: int, b: int) -> T:
        key = (method.__name__, a, b)
        if key not in self._known:
            self._known[key] = method(self, a, b)
        found: T = self._known[key]
        return found

    return kept


class Evidence:
    """Scores of every link of up to ``LONGEST`` sentences on one side between two texts."""

    def __init__(self, ar: Side, original: Side) -> None:
        self.ar = ar
        self.original = original
        matches = word_matches(ar, original)
        self._ar_best = _best_by_sentence(np.ascontiguousarray(matches.T), original)
        self._original_best = _best_by_sentence(matches, ar)
        self.ratio = _typical_ratio(original.language)
        self._known: dict[tuple[str, int, int], Any] = {}

    @cached_property
    def _explained(self) -> tuple[_Explained, _Explained]:
        return _Explained(self.ar, self._ar_best), _Explained(self.original, self._original_best)

    @cached_property
    def _sums(self) -> tuple[list[Floats], list[Floats]]:
        def sums(side: Side) -> list[Floats]:
            rows = side.vectors * np.sqrt(side.lengths + 1.0)[:, None]
            levels = []
            for size in range(1, min(LONGEST, len(rows)) + 1):
                run = _runs(rows, size)
                levels.append(run / np.maximum(np.linalg.norm(run, axis=1, keepdims=True), 1e-6))
            return levels

        return sums(self.ar), sums(self.original)

    @_remembered
    def coverage(self, a: int, b: int) -> tuple[Floats, Floats]:
        """Share of the word weight explained, Arabic side and original side, for runs of a × b sentences."""
        ours, theirs = self._explained
        left = _runs(ours.by_run(b), a)
        right = _runs(theirs.by_run(a), b).T
        return left / _runs(self.ar.mass, a)[:, None], right / _runs(self.original.mass, b)[None, :]

    @_remembered
    def dense(self, a: int, b: int) -> Floats:
        """Cosine of the summed vectors, corrected for texts that resemble everything: 1 the same, 0 usual."""
        ours, theirs = self._sums
        cosine = ours[a - 1] @ theirs[b - 1].T
        usual = 0.5 * (_usual(cosine, 1) + _usual(cosine, 0))
        corrected: Floats = (cosine - usual) / (1.0 - np.minimum(usual, np.float32(0.9)))
        return corrected

    @_remembered
    def length(self, a: int, b: int) -> Floats:
        """Squared, standardised log ratio of the lengths, at most 9."""
        ours = np.log(_runs(self.ar.lengths, a) + 12.0)
        theirs = np.log(_runs(self.original.lengths, b) + 12.0)
        apart: Floats = ((ours[:, None] - theirs[None, :] - self.ratio) / 0.28) ** 2
        return np.minimum(apart, 9.0)

    def figures(self, link: tuple[int, int, int, int]) -> float:
        """Share of the figures on either side that the other side has too; 1 when there are none."""
        i, a, j, b = link
        ours = {figure for numbers in self.ar.figures[i : i + a] for figure in numbers}
        theirs = {figure for numbers in self.original.figures[j : j + b] for figure in numbers}
        every = len(ours | theirs)
        return len(ours & theirs) / every if every else 1.0

    def worth(self, a: int, b: int, weights: Weights) -> Floats:
        """What linking runs of a × b sentences is worth, [n − a + 1, m − b + 1]; below 0 a gap is better."""
        left, right = self.coverage(a, b)
        ours, theirs = _runs(self.ar.mass, a)[:, None], _runs(self.original.mass, b)[None, :]
        floor = weights.word_floor
        words = ours * (left - floor) + theirs * (right - floor)
        dense = (ours + theirs) * (self.dense(a, b) - weights.dense_floor)
        return np.asarray(
            weights.words * words
            + weights.dense * dense
            - weights.length * self.length(a, b)
            - weights.extra_sentence * (a + b - 2)
            - weights.link,
            dtype=np.float32,
        )


def _usual(cosine: Floats, axis: int) -> Floats:
    """Mean similarity along ``axis`` without the best, drawn towards a common value when there are few."""
    count = cosine.shape[axis]
    rest = cosine.sum(axis=axis, keepdims=True) - cosine.max(axis=axis, keepdims=True)
    return np.asarray((rest + 3 * 0.1) / (count - 1 + 3), dtype=np.float32)


def _typical_ratio(language: Language) -> float:
    """Log of Arabic characters for each character of the original, measured on training text."""
    return {"en": -0.12, "de": -0.28, "fr": -0.22}.get(language, -0.12)
