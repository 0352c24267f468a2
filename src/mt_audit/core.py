"""The nouns: frozen values that travel between the stages. Standard library only; everything pickles.

Offsets are Python code points, half-open: ``text[start:end] == quote`` always holds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Literal

Language = Literal["ar", "en", "de"] | str
"""ISO 639-1 code."""

Label = Literal["machine", "human", "undecided"]
Grade = Literal["publish", "correct", "reject"]
RunStatus = Literal["ran", "skipped", "failed"]
Scope = Literal["document", "sentence", "pair", "words"]
Status = Literal["preview", "stable"]


class Severity(StrEnum):
    """How much harm a finding does to a reader (MQM levels).

    ``critical``: a reader would believe something false; ``major``: wrong or unintelligible;
    ``minor``: reads badly, meaning recoverable.
    """

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 for minor, 1 for major, 2 for critical: severities compare by rank, not by spelling."""
        return ("minor", "major", "critical").index(self.value)

    def at_least(self, other: Severity) -> bool:
        """Whether this severity is ``other`` or worse."""
        return self.rank >= other.rank


class Category(StrEnum):
    """The kind of fault, as the JSON report names it."""

    SENSE = "mistranslation.sense"
    CALQUE = "mistranslation.calque"
    POLARITY = "mistranslation.polarity"
    ROLE = "mistranslation.role"
    NUMBER = "mistranslation.number"
    DATE = "mistranslation.date"
    UNIT = "mistranslation.unit"
    MODALITY = "mistranslation.modality"
    ATTRIBUTION = "mistranslation.attribution"
    TENSE = "mistranslation.tense"
    ENTITY_GARBLED = "entity.garbled"
    ENTITY_UNTRANSLATED = "entity.untranslated"
    ENTITY_MISTRANSLATED = "entity.mistranslated"
    ENTITY_INCONSISTENT = "entity.inconsistent"
    ENTITY_WRONG_SOURCE = "entity.wrong-source-language"
    AGREEMENT = "grammar.agreement"
    MORPHOLOGY = "grammar.morphology"
    VERB_FORM = "grammar.verb-form"
    WORD_ORDER = "grammar.word-order"
    ADDITION = "addition"
    OMISSION = "omission"
    UNTRANSLATED = "untranslated"
    DUPLICATION = "fluency.duplication"
    TYPOGRAPHY = "typography"
    QUOTE_BROKEN = "quote.broken"
    BOILERPLATE = "boilerplate"


_MISTRANSLATION = "accuracy/mistranslation"
_GRAMMAR = "linguistic conventions/grammar"

MQM: Mapping[Category, str] = MappingProxyType(
    {
        Category.SENSE: f"{_MISTRANSLATION}/ambiguous term",
        Category.CALQUE: f"{_MISTRANSLATION}/overly literal",
        Category.POLARITY: f"{_MISTRANSLATION}/polarity",
        Category.ROLE: f"{_MISTRANSLATION}/role",
        Category.NUMBER: f"{_MISTRANSLATION}/number",
        Category.DATE: f"{_MISTRANSLATION}/date-time",
        Category.UNIT: f"{_MISTRANSLATION}/unit conversion",
        Category.MODALITY: f"{_MISTRANSLATION}/modality",
        Category.ATTRIBUTION: f"{_MISTRANSLATION}/attribution",
        Category.TENSE: f"{_MISTRANSLATION}/tense",
        Category.ENTITY_GARBLED: f"{_MISTRANSLATION}/entity",
        Category.ENTITY_UNTRANSLATED: "accuracy/untranslated",
        Category.ENTITY_MISTRANSLATED: f"{_MISTRANSLATION}/entity",
        Category.ENTITY_INCONSISTENT: "terminology/inconsistent use of terminology",
        Category.ENTITY_WRONG_SOURCE: f"{_MISTRANSLATION}/entity",
        Category.AGREEMENT: f"{_GRAMMAR}/agreement",
        Category.MORPHOLOGY: f"{_GRAMMAR}/word form",
        Category.VERB_FORM: f"{_GRAMMAR}/tense-mood-aspect",
        Category.WORD_ORDER: f"{_GRAMMAR}/word order",
        Category.ADDITION: "accuracy/addition",
        Category.OMISSION: "accuracy/omission",
        Category.UNTRANSLATED: "accuracy/untranslated",
        Category.DUPLICATION: "linguistic conventions/duplication",
        Category.TYPOGRAPHY: "linguistic conventions/punctuation",
        Category.QUOTE_BROKEN: "linguistic conventions/unpaired quote",
        Category.BOILERPLATE: "design and markup/site chrome",
    }
)
"""The MQM path of each category (MQM core typology, https://themqm.org)."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}…{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The text under the span."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """The same span, ``by`` code points further on."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def shared(self, other: Span) -> int:
        """How many code points the two share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


@dataclass(frozen=True, slots=True)
class Article:
    """One text as it was read. ``text`` is raw: nothing is stripped, so offsets hold everywhere."""

    id: str
    language: Language
    title: str
    text: str
    url: str | None = None
    published: str | None = None
    """ISO 8601 date or date-time."""

    @property
    def sha256(self) -> str:
        """Hex digest of the raw text."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Chrome:
    """A stretch of site furniture (advertisement label, share bar, list of other stories) kept out of the audit."""

    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a document; ``headline`` for a title line."""

    index: int
    span: Span
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """An article cut into sentences, with its chrome told apart."""

    article: Article
    sentences: tuple[Sentence, ...]
    chrome: tuple[Chrome, ...] = ()

    def text_of(self, index: int) -> str:
        """Raw text of sentence ``index``."""
        return self.sentences[index].span.of(self.article.text)


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that gives machine translation away, with its weight in the probability (log-odds)."""

    span: Span
    why: str
    kind: str = ""
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class SuspectPassage:
    """A run of sentences and how likely it is that a machine wrote it (0…1)."""

    span: Span
    probability: float


@dataclass(frozen=True, slots=True)
class Suspicion:
    """How machine-translated an article reads, from the Arabic alone."""

    probability: float
    label: Label
    source_language: Language | None
    passages: tuple[SuspectPassage, ...] = ()
    signs: tuple[Sign, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """One archived article that might be the original; ``score`` 0…1, calibrated."""

    id: str
    title: str
    score: float
    url: str | None = None
    language: Language = "en"
    evidence: tuple[str, ...] = ()
    """Short reasons an editor can check: shared names, numbers, aligned sentences."""


@dataclass(frozen=True, slots=True)
class Original:
    """The original that was found or given. ``truncated``: the stored text is known or seen to be cut."""

    document: Document
    score: float
    margin: float
    candidates: tuple[Candidate, ...] = ()
    given: bool = False
    truncated: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class NoOriginal:
    """No archived article is good enough, and why."""

    reason: str
    best_score: float = 0.0
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class WordLink:
    """Arabic word ``ar`` renders original word ``original`` (indices into the pair's word lists)."""

    ar: int
    original: int
    probability: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Aligned sentences, by index into the two documents. An empty side is an omission or an addition.

    ``score`` 0…1: how sure the link is.
    """

    ar: tuple[int, ...]
    original: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check returns: spans relative to the passage it was given."""

    span: Span
    message: str
    """What the Arabic now says and why it matters, in one or two plain English sentences."""
    original: Span | None = None
    suggestion: str | None = None
    """Arabic to put in place of the span; ``""`` deletes it; ``None`` when there is no safe wording."""
    confidence: float = 0.8
    """Probability that an editor would agree."""
    severity: Severity | None = None
    """When this hit is worse or milder than its check usually is."""
    category: Category | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit placed in the article."""

    check: str
    name: str
    category: Category
    severity: Severity
    confidence: float
    span: Span
    quote: str
    message: str
    original_span: Span | None = None
    original_quote: str | None = None
    suggestion: str | None = None
    source: str = "mt-audit"
    """Who says so: ``mt-audit``, or the name of a second opinion."""

    @property
    def mqm(self) -> str:
        """MQM path of the category."""
        return MQM[self.category]


@dataclass(frozen=True, slots=True)
class CheckRun:
    """Whether a check ran; "no findings" is never confused with "not looked"."""

    check: str
    status: RunStatus
    reason: str = ""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """One signed number. ``value`` is None when it could not be computed; ``reason`` says why."""

    name: str
    value: float | None
    signature: str
    low: float | None = None
    high: float | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an editor should do, with the reasons that decided it; ``score`` 0…100."""

    grade: Grade
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything one audit found."""

    document: Document
    suspicion: Suspicion
    original: Original | NoOriginal
    pairs: tuple[Pair, ...]
    runs: tuple[CheckRun, ...]
    scores: tuple[Score, ...]
    verdict: Verdict
    findings: tuple[Finding, ...]
    """The findings of all runs after merging, in text order."""
    provenance: Mapping[str, str]
    accepted: tuple[tuple[Finding, str], ...] = ()
    """Findings that the desk's suppressions or baseline leave out, with the reason for each."""

    @property
    def article(self) -> Article:
        """The audited article."""
        return self.document.article
