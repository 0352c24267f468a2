"""Sentences with spans. Arabic by rules of our own, other languages by sentencex; a line break always ends one.

pysbd and ICU split Arabic at colons, after «د.» or inside «أ.ف.ب.»; see the tests for the cases that decided.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.core import Language, Span

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
# A stop, its repetitions, what may close after it, then white space or the end of the line.
_STOP = re.compile(r"""[.!?؟…]+["'”’“»)\]]*(?:\s+["”“](?=\s|$))?(?=\s|$)""")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(«“\"])"
    r"(?:د|أ|م|ص|ج|ب|ق\.م|ه|هـ|ت|ط|أ\.ف\.ب|أ\.ب|د\.ب\.أ|ا\.ف\.ب|[A-Z]|Mr|Mrs|Ms|Dr|St|No|vs|U\.S|[\u0621-\u064a])"
    r"\.$"
)


def _arabic(line: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _STOP.finditer(line):
        head = line[start : stop.end()]
        if stop[0] == "." and _ABBREVIATION.search(head):
            continue
        yield start, stop.end()
        start = stop.end()
    yield start, len(line)


def _by_library(line: str, language: Language) -> Iterator[tuple[int, int]]:
    import sentencex

    start = 0
    for boundary in sentencex.get_sentence_boundaries(language, line):
        end = int(boundary["end_index"])
        yield start, end
        start = end
    yield start, len(line)


def sentences(text: str, language: Language) -> tuple[Span, ...]:
    """Sentence spans of ``text`` without surrounding white space, in order; blank lines give none.

    >>> [s.of("قال د. أحمد. نعم!") for s in sentences("قال د. أحمد. نعم!", "ar")]
    ['قال د. أحمد.', 'نعم!']
    """
    found: list[Span] = []
    for line in _LINE.finditer(text):
        cuts = _arabic(line[0]) if language == "ar" else _by_library(line[0], language)
        for start, end in cuts:
            piece = line[0][start:end]
            bare = piece.strip()
            if any(character.isalnum() for character in bare):
                first = line.start() + start + piece.index(bare)
                found.append(Span(first, first + len(bare)))
            elif bare and found and found[-1].end <= line.start() + start and found[-1].start >= line.start():
                # A closing mark left alone belongs to the sentence before it.
                found[-1] = Span(found[-1].start, line.start() + start + piece.index(bare) + len(bare))
    return tuple(found)
