"""What is asked of a news service: a few English words that the original must hold."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from mt_audit.core import Document, Language
from mt_audit.text.folding import fold
from mt_audit.text.words import words

if TYPE_CHECKING:
    from mt_audit.engine.kit import Kit

_LEAD = 6
"""Sentences the words are taken from."""
_MOST = 6
_DAYS = 5
"""Days before and after the Arabic article's date in which its original is looked for."""


@dataclass(frozen=True, slots=True)
class Query:
    """Words for a news service, the most telling first; dates when they are known."""

    words: tuple[str, ...]
    after: date | None = None
    before: date | None = None
    language: Language = "en"
    latin_title: str = ""
    """A headline that the Arabic page left in the original's language."""


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def _latin_title(document: Document) -> str:
    """A first line in Latin letters: syndication sites often leave the headline as it was."""
    line = next((line.strip() for line in document.article.text.splitlines() if line.strip()), "")
    latin = len(re.findall("[A-Za-z]", line))
    return line if latin > 0.6 * len(line) and len(line.split()) >= 4 else ""


def query_for(document: Document, kit: Kit) -> Query:
    """Names and telling words of the lead, in English, rare ones first.

    A word is put into English by the lexicon's likeliest rendering when that is sure enough; words in Latin letters
    stay as they are; figures of two digits and more that stand in the lead are kept, at most one.
    """
    counts: Counter[str] = Counter()
    weight: dict[str, float] = {}
    for position, sentence in enumerate(document.sentences[:_LEAD]):
        for word in words(document.text_of(sentence.index)):
            if not word.arabic:
                continue
            best = kit.lexicon.meanings(word.key, 2)
            if not best or best[0][1] < 0.3 or len(best[0][0]) < 4:
                continue
            english = best[0][0]
            counts[english] += 1
            rarity = max(0.0, 7.0 - kit.language.frequency(word.key))
            weight[english] = max(weight.get(english, 0.0), best[0][1] * (1.0 + rarity) / (1.0 + 0.15 * position))
    ranked = sorted(counts, key=lambda lemma: (-weight[lemma] * counts[lemma] ** 0.7, lemma))
    text = document.article.text
    latin = [found for found in dict.fromkeys(re.findall(r"\b[A-Z][a-z]{3,}\b", text)) if fold(found) not in ranked]
    figures = [f for f in re.findall(r"\b\d{2,3}(?![\d.,:/])\b", text[:1500]) if not f.startswith("0")]
    chosen = list(dict.fromkeys([*latin[:2], *ranked]))[: _MOST - 1] + figures[:1]
    published = _date(document.article.published)
    return Query(
        tuple(chosen),
        published - timedelta(days=_DAYS) if published else None,
        published + timedelta(days=1) if published else None,
        latin_title=_latin_title(document),
    )
