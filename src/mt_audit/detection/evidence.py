"""What in an Arabic article speaks for a machine: counts by sentence, of six kinds, with the spans they rest on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from mt_audit.core import Category, Span
from mt_audit.detection.rhythm import TURNS
from mt_audit.text.folding import fold
from mt_audit.text.passage import Passage

if TYPE_CHECKING:
    from mt_audit.detection.style import Style
    from mt_audit.engine.kit import Kit

KINDS = ("typography", "names", "grammar", "sense", "style", "rhythm")
COUNTS: tuple[tuple[str, str], ...] = (
    ("typography", "spaced-mark"),
    ("typography", "broken-mark"),
    ("typography", "spelling"),
    ("names", "latin-name"),
    ("names", "name-spelt-twice"),
    ("names", "foreign-passage"),
    ("grammar", "agreement"),
    ("grammar", "malformed"),
    ("grammar", "non-word"),
    ("grammar", "doubled"),
    ("sense", "wrong-phrase"),
    ("sense", "strange"),
    ("sense", "stranger"),
    ("sense", "strangest"),
    ("sense", "oddness"),
    ("style", "style"),
    *(("rhythm", turn.name) for turn in TURNS),
)
"""Kind and name of every count, in the order of the columns."""
COLUMN = {name: place for place, (_, name) in enumerate(COUNTS)}
SURPRISES = (2.0, 2.5, 3.0)

_SPACED = re.compile(r"(?<=\S)[ \u00a0]+(?=[،؛,.:؟!](?:\s|$))")
_BROKEN = re.compile(r"\[[A-Za-z][^\]]*\]|[âÃ][\u0080-\u00bf€™œ\x80-\xbf.]|\ufffd")
_LATIN = re.compile(r"(?<![\w@/.])[A-Z][a-zà-öø-ÿß'’-]{2,}(?:\s+(?:[A-Z][a-zà-öø-ÿß'’-]+|of|the|de|van|von))*")
_ARABIC_LETTER = re.compile("[\u0621-\u064a]")
_LAM_LETTERS = 15
_NAME_SURPRISE = 1.5
"""A name may stand anywhere: it is never stranger than this."""


@dataclass(frozen=True, slots=True)
class Trace:
    """One thing found: which count it belongs to, where it stands in the article, and why it counts."""

    name: str
    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Counts float32 [sentences, len(COUNTS)], words by sentence [sentences], and what they rest on."""

    counts: NDArray[np.float32]
    words: NDArray[np.float32]
    traces: tuple[Trace, ...]


_GRAMMAR = {
    Category.AGREEMENT: "agreement",
    Category.VERB_FORM: "agreement",
    Category.WORD_ORDER: "agreement",
    Category.MORPHOLOGY: "malformed",
    Category.DUPLICATION: "doubled",
    Category.SENSE: "wrong-phrase",
    Category.CALQUE: "wrong-phrase",
    Category.UNTRANSLATED: "foreign-passage",
}
"""Which count a check's hit of that category adds to; hits of other categories say nothing about the writer."""


def count_of(category: Category) -> str | None:
    """Name of the count that hits of ``category`` add to, None when they do not count."""
    return _GRAMMAR.get(category)


def _typography(passage: Passage) -> Iterator[Trace]:
    for match in _SPACED.finditer(passage.text):
        # A figure and its unit, or a list mark, is not meant: only a mark that follows a word.
        yield Trace("spaced-mark", Span(match.start(), match.end() + 1), "A space stands before the mark.")
    for match in _BROKEN.finditer(passage.text):
        bracketed = match[0][0] == "["
        why = "An English insertion was left in brackets." if bracketed else "A character was broken on the way."
        yield Trace("broken-mark", Span(match.start(), match.end()), why)


def _latin(passage: Passage) -> Iterator[Trace]:
    if len(_ARABIC_LETTER.findall(passage.text)) < _LAM_LETTERS:
        return
    for match in _LATIN.finditer(passage.text):
        yield Trace("latin-name", Span(match.start(), match.end()), f"The name {match[0]} was left in Latin letters.")


def _rhythm(passage: Passage) -> Iterator[Trace]:
    for turn in TURNS:
        for match in turn.pattern.finditer(passage.text):
            yield Trace(turn.name, Span(match.start(), match.end()), turn.why)


def _strange(passage: Passage, kit: Kit, row: NDArray[np.float32], scores: NDArray[np.float32]) -> Iterator[Trace]:
    model = kit.language
    named = np.array([model.spellings.named(key) for key in passage.keys], bool)
    scores = np.where(named, np.minimum(scores, _NAME_SURPRISE), scores)
    for name, level in zip(("strange", "stranger", "strangest"), SURPRISES, strict=True):
        row[COLUMN[name]] = float((scores >= level).sum())
    row[COLUMN["oddness"]] = float(scores.sum())
    for word, score in zip(passage.words, scores, strict=True):
        if score >= SURPRISES[-1]:
            why = f"«{word.text}» is hardly met in such company: fewer than one word in 1,000 of human news is as odd."
            yield Trace("strangest", word.span, why)
    unknown = [word for word in passage.words if word.arabic and len(word.key) > 3 and not model.known(word.key)]
    row[COLUMN["non-word"]] = float(len(unknown))
    for word in unknown:
        yield Trace("non-word", word.span, f"«{word.text}» is no word or name that people write.")


def _names_spelt_twice(passages: Sequence[Passage], kit: Kit) -> Iterator[tuple[int, Trace]]:
    """Latin names whose Arabic form stands elsewhere in the article."""
    latin = [(i, trace) for i, passage in enumerate(passages) for trace in _latin(passage)]
    if not latin:
        return
    arabic = {word.text for passage in passages for word in passage.words if word.arabic and len(word.key) >= 4}
    model = kit.language
    likely = sorted(word for word in arabic if model.spellings.name(fold(word)) or not model.known(fold(word)))
    for i, trace in latin:
        for part in trace.span.of(passages[i].text).split():
            twin = next((word for word in likely if len(part) > 3 and kit.names.score(word, part) >= 0.7), None)
            if twin:
                why = f"{part} is left in Latin letters here and written «{twin}» elsewhere."
                yield i, Trace("name-spelt-twice", trace.span, why)
                break


def gather(passages: Sequence[Passage], kit: Kit, style: Style | None, hits: Mapping[int, Sequence[Trace]]) -> Evidence:
    """Evidence of the sentences ``passages``; ``hits``: what checks found, by sentence, relative to the sentence."""
    counts = np.zeros((len(passages), len(COUNTS)), np.float32)
    sizes = np.array([len(passage.words) for passage in passages], np.float32)
    traces: list[Trace] = []

    def note(i: int, found: Trace, *, count: bool = True) -> None:
        if count:
            counts[i, COLUMN[found.name]] += 1
        traces.append(Trace(found.name, found.span.shifted(passages[i].start), found.why))

    surprises = kit.language.surprises([passage.keys for passage in passages])
    for i, passage in enumerate(passages):
        for finder in (_typography, _latin, _rhythm):
            for trace in finder(passage):
                note(i, trace)
        for trace in _strange(passage, kit, counts[i], surprises[i]):
            note(i, trace, count=False)
        for trace in hits.get(i, ()):
            note(i, trace)
        if style is not None:
            counts[i, COLUMN["style"]], counts[i, COLUMN["spelling"]] = style.odds(passage.text)
    for i, trace in _names_spelt_twice(passages, kit):
        note(i, trace)
    return Evidence(counts, sizes, tuple(sorted(traces, key=lambda t: (t.span, t.name))))


SHRINK_WORDS = 40.0
SHRINK_SENTENCES = 2.0
_BY_SENTENCE = [COLUMN["style"], COLUMN["spelling"]]


def window(counts: NDArray[np.float32], words: NDArray[np.float32]) -> NDArray[np.float32]:
    """Features of a run of sentences: the root of each count by 100 words, style by sentence; near 0 in short text.

    The root keeps chance variation even, and lets the first of a kind weigh more than the tenth.
    """
    rates = np.sqrt(100.0 * counts.clip(0.0).sum(0) / (words.sum() + SHRINK_WORDS))
    rates[_BY_SENTENCE] = counts[:, _BY_SENTENCE].sum(0) / (len(counts) + SHRINK_SENTENCES)
    return np.asarray(rates, np.float32)
