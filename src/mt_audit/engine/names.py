"""Names across scripts: does this Arabic spelling render that name, is the bearer a man or a woman, where are names.

Sources of the shipped tables: our own lists, Wikidata (CC0), ArWikiCats (MIT), Unicode CLDR, and
google/transliteration (Apache-2.0); see :mod:`mt_audit.training.names`.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mt_audit.core import Span
from mt_audit.engine.gazetteer import Entry, Gazetteer, Gender, Place, arabic_forms
from mt_audit.engine.name_scorer import NameScorer
from mt_audit.errors import EngineError
from mt_audit.text.folding import fold
from mt_audit.text.names import agreement, fold_latin, is_arabic, tokens
from mt_audit.text.passage import Passage
from mt_audit.text.verbs import Verbs

ASSETS = Path(__file__).parent / "assets" / "names"
CACHE = 200_000
_WORDS = frozenset(
    [
        "ان",
        "انا",
        "باسم",
        "من",
        "مي",
        "لي",
        "سي",
        "ايه",
        "هدي",
        "مني",
        "ندي",
        "بشري",
        "رجاء",
        "وفاء",
        "امال",
        "ملك",
        "ابن",
        "بن",
        "بين",
    ]
)
"""Folded given names that are far commoner as other words."""
_PARTICLES = frozenset(
    ["al", "el", "bin", "ben", "ibn", "de", "del", "della", "di", "da", "van", "von", "der", "den", "la", "le", "du",
     "y", "the", "of", "ال", "بن", "ابن", "دي", "فان", "فون", "دو", "لا"]
)  # fmt: skip
_MALE_TITLES = frozenset(
    ["mr", "sir", "lord", "king", "prince", "sheikh", "father", "herr", "baron", "emperor", "pope"]
)
_FEMALE_TITLES = frozenset(["mrs", "ms", "miss", "lady", "queen", "princess", "dame", "frau", "madame", "sister"])
_CONNECTORS = frozenset(
    ["bin", "ibn", "al", "el", "de", "van", "von", "der", "den", "del", "la", "le", "di", "da", "du", "ben"]
)
_GERMAN = (
    ("tsch", "ch"), ("sch", "sh"), ("dsch", "j"), ("shtsch", "shch"), ("j", "y"), ("w", "v"), ("z", "ts"), ("ei", "ai"),
    ("eu", "oy"), ("ph", "f"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name in a passage. ``kind``: person, country, city, organisation …, or ``name`` when unknown.

    ``first`` and ``last`` are word numbers; ``entry`` is the gazetteer's, when there is one.
    """

    span: Span
    text: str
    kind: str
    gender: Gender | None
    first: int
    last: int
    entry: Entry | None = None


class Names:
    """Cross-script scores, genders and mentions. Immutable; scores of token pairs are cached."""

    def __init__(self, folder: Path = ASSETS) -> None:
        self.folder = folder
        self._cache: dict[tuple[str, str], float] = {}

    @classmethod
    def load(cls, folder: Path = ASSETS) -> Names:
        """The shipped asset; its parts are read when first used, and raise EngineError when missing or damaged."""
        if not folder.is_dir():
            raise EngineError(f"The names asset {folder} is missing.", "Install mt-audit again.")
        return cls(folder)

    @cached_property
    def scorer(self) -> NameScorer:
        """The letter models."""
        try:
            with np.load(self.folder / "scorer.npz", allow_pickle=False) as stored:
                return NameScorer.from_arrays({name: stored[name] for name in stored.files})
        except (OSError, ValueError, KeyError) as error:
            raise EngineError(f"The names model is missing or damaged: {error}", "Install mt-audit again.") from error

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Known names."""
        return Gazetteer.read(self.folder / "entries.tsv.gz")

    @cached_property
    def verbs(self) -> Verbs:
        """Verb forms by the gender they agree with."""
        try:
            text = gzip.decompress((self.folder / "verbs.txt.gz").read_bytes()).decode("utf-8")
            past, present, *_ = text.split("\n")
        except (OSError, ValueError, EOFError) as error:
            raise EngineError(f"The verb table is missing or damaged: {error}", "Install mt-audit again.") from error
        return Verbs.of(past.split(), present.split())

    @cached_property
    def gender_weights(self) -> Mapping[str, NDArray[np.float32]]:
        """Weights of the gender check (see :mod:`mt_audit.training.name_gender`), for English of gender f and m."""
        try:
            with np.load(self.folder / "gender.npz", allow_pickle=False) as stored:
                return {model: np.asarray(stored[model], dtype=np.float32) for model in stored.files}
        except (OSError, ValueError, KeyError) as error:
            raise EngineError(
                f"The gender weights are missing or damaged: {error}", "Install mt-audit again."
            ) from error

    def token_scores(self, latin: Sequence[str], arabic: Sequence[str]) -> NDArray[np.float32]:
        """``[latin, arabic]`` scores of folded tokens; pairs without a consonant in common are 0 unscored."""
        wanted = sorted(
            {
                (a, b)
                for a in latin
                for b in arabic
                if (a, b) not in self._cache and _may_match(a, b)
            }
        )  # fmt: skip
        if wanted:
            rows = sorted({a for a, _ in wanted})
            columns = sorted({b for _, b in wanted})
            where_row = {a: i for i, a in enumerate(rows)}
            where_column = {b: i for i, b in enumerate(columns)}
            pairs = np.array([(where_row[a], where_column[b]) for a, b in wanted], dtype=np.int64)
            if len(self._cache) > CACHE:
                self._cache.clear()
            found = self.scorer.scores(rows, columns, pairs)
            bare = [b[2:] if b.startswith("ال") and len(b) >= 5 else b for b in columns]
            if bare != columns:
                found = np.maximum(found, self.scorer.scores(rows, bare, pairs))
            self._cache.update(zip(wanted, map(float, found), strict=True))
        table = [[self._cache.get((a, b), 0.0) for b in arabic] for a in latin]
        return np.array(table, dtype=np.float32).reshape(len(latin), len(arabic))

    def matrix(self, latin: Sequence[str], arabic: Sequence[str]) -> NDArray[np.float32]:
        """``[latin, arabic]`` scores of folded tokens, no prefilter; Arabic is read with its article and without."""
        bare = [token[2:] if token.startswith("ال") and len(token) >= 5 else token for token in arabic]
        scores = self.scorer.matrix(latin, arabic)
        columns = [number for number, token in enumerate(arabic) if bare[number] != token]
        if columns:
            without = self.scorer.matrix(latin, [bare[number] for number in columns])
            scores[:, columns] = np.maximum(scores[:, columns], without)
        return scores

    def score(self, ar_name: str, other_name: str, language: str = "en") -> float:
        """How acceptable ``ar_name`` is as the Arabic of ``other_name``, 0…1; one word or several on either side.

        ``language`` is that of the text ``other_name`` stands in: its letters are read as that language reads them.
        """
        latin, arabic = tokens(other_name), tokens(ar_name)
        if not latin or not arabic or not is_arabic(ar_name) or is_arabic(other_name):
            return 0.0
        listed = self._listed(ar_name, other_name)
        if listed is not None:
            return listed
        best = self._align(latin, arabic)
        if language == "de":
            best = max(best, self._align(tuple(_english_letters(token) for token in latin), arabic))
        return best

    def _listed(self, ar_name: str, other_name: str) -> float | None:
        key = fold(ar_name)
        for entry in self.gazetteer.latin.get(tuple(fold(other_name).split()), ()):
            if key in {fold(spelling) for spelling in entry.arabic}:
                return 0.99
            if key in {fold(spelling) for spelling in entry.wrong}:
                return 0.01
        return None

    def _align(self, latin: tuple[str, ...], arabic: tuple[str, ...]) -> float:
        joined_latin, joined_arabic = "".join(latin), "".join(arabic)
        whole = 0.0
        if len(joined_latin) <= 24 and (len(latin) > 1 or len(arabic) > 1):
            whole = float(self.token_scores([joined_latin], [joined_arabic])[0, 0])
        table = self.token_scores(latin, arabic)
        rows, columns = table.shape
        # the heaviest monotone matching; a particle left over on either side costs nothing
        best = np.zeros((rows + 1, columns + 1))
        for i in range(1, rows + 1):
            for j in range(1, columns + 1):
                weight = len(latin[i - 1]) + len(arabic[j - 1])
                best[i, j] = max(
                    best[i - 1, j], best[i, j - 1], best[i - 1, j - 1] + float(table[i - 1, j - 1]) * weight
                )
        heavy_latin = sum(len(token) for token in latin if token not in _PARTICLES or len(latin) == 1)
        heavy_arabic = sum(len(token) for token in arabic if token not in _PARTICLES or len(arabic) == 1)
        total = max(heavy_latin + heavy_arabic, 1)
        return max(whole, min(1.0, float(best[rows, columns]) / total))

    @cached_property
    def _genders(self) -> dict[str, Gender | None]:
        """Folded given name (either script) to gender; None where both occur."""
        found: dict[str, Gender | None] = {}
        for entry in self.gazetteer.entries:
            if entry.kind == "given-name" and entry.gender:
                for spelling in (*entry.latin, *entry.arabic):
                    key = "".join(tokens(spelling))
                    found[key] = entry.gender if found.get(key, entry.gender) == entry.gender else None
        return found

    @cached_property
    def _surnames(self) -> dict[str, Gender | None]:
        """Last word of known persons (either script) to gender; the first bearer listed decides (the best known)."""
        found: dict[str, Gender | None] = {}
        for entry in self.gazetteer.entries:
            if entry.kind == "person":
                for spelling in (*entry.latin, *entry.arabic):
                    parts = tokens(spelling)
                    if len(parts[-1]) >= 4:
                        found.setdefault(parts[-1], entry.gender)
        return found

    @cached_property
    def _persons(self) -> dict[str, tuple[Entry, ...]]:
        found: dict[str, tuple[Entry, ...]] = {}
        for entry in self.gazetteer.entries:
            if entry.kind == "person":
                keys = {tokens(spelling)[-1] for spelling in (*entry.latin, *entry.german)}
                keys |= {tokens(spelling)[-1] for spelling in entry.arabic}
                for key in keys:
                    found[key] = (*found.get(key, ()), entry)
        return found

    def persons_called(self, surname: str) -> tuple[Entry, ...]:
        """Known persons by their folded surname in either script, the best known first."""
        return self._persons.get(surname, ())

    def given_gender(self, name: str) -> Gender | None:
        """Gender of a given name alone; Arabic names that are likelier to be another word have none."""
        if name.endswith("ى") or fold(name) in _WORDS:
            return None
        return self._genders.get("".join(tokens(name)))

    @lru_cache(maxsize=8192)  # noqa: B019 - one Names lives as long as the process
    def gender(self, name: str) -> Gender | None:
        """Gender of a full name, a given name or the surname of a well-known person; None when not known."""
        parts = tokens(name)
        if not parts:
            return None
        if not is_arabic(name) and len(parts) > 1:
            if parts[0] in _MALE_TITLES:
                return "m"
            if parts[0] in _FEMALE_TITLES:
                return "f"
        index = self.gazetteer.arabic if is_arabic(name) else self.gazetteer.latin
        for entry in index.get(tuple(fold(name).split()), ()):
            if entry.kind == "person" and entry.gender:
                return entry.gender
        if len(parts) > 1:
            if parts[0] in {"عبد", "ابو"}:
                return "m"
            if parts[0] in {"ام"}:
                return "f"
            return self._genders.get(parts[0])
        if parts[0] in self._genders:
            return self._genders[parts[0]]
        return self._surnames.get(parts[0])

    def mentions(self, passage: Passage) -> tuple[NameMention, ...]:
        """Names in a passage, in text order, without overlaps."""
        if passage.language == "ar":
            return self._in_arabic(passage)
        return self._in_latin(passage)

    def _from_place(self, passage: Passage, place: Place) -> NameMention:
        span = passage.span_of(place.first, place.last)
        entry = place.entries[0]
        return NameMention(span, span.of(passage.text), entry.kind, entry.gender, place.first, place.last, entry)

    def _in_arabic(self, passage: Passage) -> tuple[NameMention, ...]:
        found: list[NameMention] = []
        for place in self.gazetteer.in_arabic(passage):
            last = place.last
            if place.entries[0].kind == "given-name" and place.first == place.last:
                while last + 1 < len(passage.words) and last - place.first < 3 and self._may_follow(passage, last):
                    last += 1
                if last == place.first:
                    continue
                span = passage.span_of(place.first, last)
                key = next((form for form in arabic_forms(passage.keys[place.first]) if form in self._genders), "")
                gender = self._genders.get(key)
                found.append(NameMention(span, span.of(passage.text), "person", gender, place.first, last))
            elif place.entries[0].kind not in {"title", "nationality"}:
                found.append(self._from_place(passage, place))
        return tuple(found)

    def _may_follow(self, passage: Passage, last: int) -> bool:
        """Whether the word after ``last`` may go on with a person's name: nothing between, and known as a name."""
        between = passage.text[passage.words[last].span.end : passage.words[last + 1].span.start]
        key = passage.keys[last + 1]
        if between.strip(" -") or not is_arabic(key) or len(key) < 3:
            return False
        return key in self._surnames or key in self._genders

    def _in_latin(self, passage: Passage) -> tuple[NameMention, ...]:
        found: list[NameMention] = []
        taken: set[int] = set()
        runs = list(_capitalised_runs(passage))
        for place in self.gazetteer.in_latin(passage):
            if place.entries[0].kind in {"given-name", "title"}:
                continue
            run = next((r for r in runs if r[0] <= place.first and place.last <= r[1]), None)
            if run is not None and place.entries[0].kind != "nationality" and self._is_person_run(passage, run, place):
                continue
            found.append(self._from_place(passage, place))
            taken.update(range(place.first, place.last + 1))
        for first, last in runs:
            while first <= last and first in taken:
                first += 1
            while last >= first and last in taken:
                last -= 1
            if first > last or any(number in taken for number in range(first, last + 1)):
                continue
            mention = self._run_mention(passage, first, last)
            if mention is not None:
                found.append(mention)
        return tuple(sorted(found, key=lambda mention: mention.span))

    def _is_person_run(self, passage: Passage, run: tuple[int, int], place: Place) -> bool:
        """Whether a gazetteer hit is only part of somebody's name: Jordan Hayes, Steve Washington."""
        if place.first != place.last or run[0] == run[1] or place.entries[0].kind == "person":
            return False
        head = fold_latin(passage.words[run[0]].text)
        own = fold_latin(passage.words[place.first].text)
        if place.first < run[1] and own in self._genders:
            return True
        return head in self._genders and place.first != run[0]

    def _run_mention(self, passage: Passage, first: int, last: int) -> NameMention | None:
        head = fold_latin(passage.words[first].text)
        kind = "name"
        if head in _MALE_TITLES | _FEMALE_TITLES and last > first:
            kind = "person"
        elif head in self._genders and (last > first or not _starts_sentence(passage, first)):
            kind = "person"
        elif _starts_sentence(passage, first) and passage.language != "de":
            if first == last:
                return None
            # the first word may be capitalised for its place only
            if head in _SENTENCE_HEADS:
                first += 1
        if passage.language == "de" and kind == "name":
            return None
        span = passage.span_of(first, last)
        text = span.of(passage.text)
        return NameMention(span, text, kind, self.gender(text) if kind == "person" else None, first, last)


_SENTENCE_HEADS = frozenset(
    """the a an in on at by for from with after before when while as if but and or this that these those his her its
    their our my your he she it they we you i there here now then however although though since until under over
    officials police according former some many most no not all both each every one two three""".split()
)


def _starts_sentence(passage: Passage, number: int) -> bool:
    before = passage.text[: passage.words[number].span.start].rstrip(" \t\n\"'“”«»‘’([—–-")
    return not before or before[-1] in ".!?:…"


def _capitalised_runs(passage: Passage) -> Iterable[tuple[int, int]]:
    """First and last word of runs of capitalised words, with small connectors inside (bin, de, von)."""
    words = passage.words
    glued = [False, *(not passage.text[a.span.end : b.span.start].strip(" .'’-") for a, b in pairwise(words))]
    number = 0
    while number < len(words):
        if not words[number].text[:1].isupper():
            number += 1
            continue
        last = number
        while last + 1 < len(words) and glued[last + 1] and not re.search(r"['’]s$", words[last].text):
            if words[last + 1].text[:1].isupper() and not _ends_sentence(passage, last):
                last += 1
            elif (
                words[last + 1].key in _CONNECTORS
                and last + 2 < len(words)
                and glued[last + 2]
                and words[last + 2].text[:1].isupper()
            ):
                last += 2
            else:
                break
        yield number, last
        number = last + 1


def _ends_sentence(passage: Passage, number: int) -> bool:
    """Whether a full stop after the word ends a sentence rather than an initial or a title."""
    word = passage.words[number]
    after = passage.text[word.span.end : word.span.end + 1]
    return after == "." and len(word.text) > 3


@lru_cache(maxsize=65536)
def _may_match(latin: str, arabic: str) -> bool:
    """Cheap test before the model: half of the consonants must agree, sibilants, stops and affricates taken as one."""
    return agreement(latin, arabic) >= 0.5


@lru_cache(maxsize=8192)
def _english_letters(token: str) -> str:
    """A German spelling as English would write the same sounds."""
    for german, english in _GERMAN:
        token = token.replace(german, english)
    return token
