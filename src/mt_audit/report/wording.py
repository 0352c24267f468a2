"""The words every report shares: names of severities, categories, grades and languages, and how figures are put."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from types import MappingProxyType

from mt_audit.core import Category, Finding, Grade, Label, Report, Severity

WORST_FIRST = (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR)

SIGN = MappingProxyType({Severity.CRITICAL: "▲", Severity.MAJOR: "◆", Severity.MINOR: "●"})
"""A shape beside every colour, for readers who cannot tell the colours apart."""

HARM = MappingProxyType(
    {
        Severity.CRITICAL: "a reader would believe something false",
        Severity.MAJOR: "wrong or unintelligible",
        Severity.MINOR: "reads badly, meaning recoverable",
    }
)

CATEGORY = MappingProxyType(
    {
        Category.SENSE: "wrong sense of a word",
        Category.CALQUE: "word-for-word rendering",
        Category.POLARITY: "meaning turned round",
        Category.ROLE: "who did what to whom",
        Category.NUMBER: "number",
        Category.DATE: "date or time",
        Category.UNIT: "unit",
        Category.MODALITY: "certainty",
        Category.ATTRIBUTION: "attribution",
        Category.TENSE: "tense",
        Category.ENTITY_GARBLED: "garbled name",
        Category.ENTITY_UNTRANSLATED: "name left in foreign script",
        Category.ENTITY_MISTRANSLATED: "mistranslated name",
        Category.ENTITY_INCONSISTENT: "inconsistent name",
        Category.ENTITY_WRONG_SOURCE: "name read in the wrong language",
        Category.AGREEMENT: "agreement",
        Category.MORPHOLOGY: "word form",
        Category.VERB_FORM: "verb form",
        Category.WORD_ORDER: "word order",
        Category.ADDITION: "addition",
        Category.OMISSION: "omission",
        Category.UNTRANSLATED: "left untranslated",
        Category.DUPLICATION: "repetition",
        Category.TYPOGRAPHY: "typography",
        Category.QUOTE_BROKEN: "broken quotation",
        Category.BOILERPLATE: "site boilerplate",
    }
)
"""What a category is called in front of an editor."""

GRADE: MappingProxyType[Grade, str] = MappingProxyType(
    {"publish": "Fit to publish", "correct": "Correct before publishing", "reject": "Do not publish"}
)

LABEL: MappingProxyType[Label, str] = MappingProxyType(
    {"machine": "machine translation", "human": "human writing", "undecided": "undecided"}
)

_LANGUAGE = MappingProxyType(
    {
        "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French",
        "he": "Hebrew", "it": "Italian", "pt": "Portuguese", "ru": "Russian", "tr": "Turkish", "uk": "Ukrainian",
        "zh": "Chinese",
    }
)  # fmt: skip


def language(code: str | None) -> str:
    """English name of a language; the code itself when it is not a common one, "unknown" for none."""
    return _LANGUAGE.get(code, code) if code else "unknown"


def percent(value: float) -> str:
    """A probability as a whole percentage that never rounds up to certainty.

    >>> percent(0.934), percent(0.999), percent(1.0), percent(0.001)
    ('93%', '>99%', '100%', '<1%')
    """
    if 0.995 <= value < 1:
        return ">99%"
    if 0 < value < 0.005:
        return "<1%"
    return f"{value:.0%}"


def count(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun.

    >>> count(1, "finding"), count(1340, "word")
    ('1 finding', '1,340 words')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def by_severity(findings: Sequence[Finding]) -> dict[Severity, int]:
    """How many findings of each severity, the worst first; every severity is there."""
    counted = Counter(finding.severity for finding in findings)
    return {severity: counted[severity] for severity in WORST_FIRST}


def tally(findings: Sequence[Finding]) -> str:
    """The counts in words, the worst first: ``"2 critical, 3 major"``; ``"no findings"`` for none."""
    parts = [f"{number} {severity}" for severity, number in by_severity(findings).items() if number]
    return ", ".join(parts) or "no findings"


def runs_by_status(report: Report) -> dict[str, int]:
    """How many checks ran, were skipped and failed."""
    counted = Counter(run.status for run in report.runs)
    return {status: counted[status] for status in ("ran", "skipped", "failed")}


_MARKS = MappingProxyType(
    {
        "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
        "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
        "\u200b": "ZWSP", "\u00ad": "SHY", "\ufeff": "BOM", "\u2028": "LS", "\u2029": "PS", "\x7f": "DEL",
    }
)  # fmt: skip
# LRM, RLM, ALM and the joiners are left alone: honest Arabic copy holds them and they turn nothing round.
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff\ud800-\udfff]"
)
"""Characters that would act on a page or terminal unseen: direction overrides, control codes, lone surrogates."""


def mark_of(character: str) -> str:
    """Short name of a hidden character.

    >>> mark_of("\\u202e"), mark_of("\\x1b")
    ('RLO', 'U+001B')
    """
    return _MARKS.get(character, f"U+{ord(character):04X}")


def visible(text: str) -> str:
    """``text`` with every hidden character spelt out, so that it cannot act.

    >>> visible("a\\u202eb")
    'a‹RLO›b'
    """
    return HIDDEN.sub(lambda found: f"‹{mark_of(found[0])}›", text)


def one_line(text: str) -> str:
    """``visible`` text with runs of white space made one space."""
    return visible(" ".join(text.split()))
