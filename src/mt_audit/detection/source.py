"""From which language a text was translated: leftovers in Latin letters, and names as that language reads them."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from mt_audit.core import Language

if TYPE_CHECKING:
    from mt_audit.engine.kit import Kit

_LATIN_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿĀ-žſ]{2,}")
_CYRILLIC = re.compile("[\u0400-\u04ff]{3,}")
_WORDS: dict[Language, frozenset[str]] = {
    "en": frozenset(
        "the of and to in is are was were for that with on by has have said will from at as an it its link source "
        "read more comments share news says editor photo image week year against after over house union".split()
    ),
    "de": frozenset(
        "der die das und nicht ist ein eine mit von für auf den dem zu im sich wird wurde nach bei aus über oder "
        "quelle quellen ort kommentare uhr artikel lesen mehr teilen bild russland moskau ukraine vereinigte staaten "
        "deutschland frankreich polen krieg regierung präsident kanzler jahr jahre".split()
    ),
    "fr": frozenset(
        "le la les des et est une du dans pour sur avec par selon après aux ce cette lire aussi partager moscou russie "
        "allemagne guerre gouvernement président".split()
    ),
    "es": frozenset(
        "el los las y una del por según después leer más fuente compartir moscú rusia alemania guerra gobierno "
        "presidente año".split()
    ),
    "tr": frozenset("ve bir bu için ile olarak daha çok gibi kaynak haber rusya almanya savaş hükümet".split()),
    "it": frozenset("il gli della delle che per con dopo secondo leggi fonte condividi mosca russia governo".split()),
}
_LETTERS: dict[Language, str] = {"de": "äöüß", "fr": "éèêçàùœ", "es": "ñáíóú¿", "tr": "şğıİ"}
_GERMAN_NAME = re.compile(r"(?<![\u0621-\u064a])[\u0621-\u064a]{2,}(?:سكيج|نيج|كيج)(?![\u0621-\u064a])")
"""Slavic names in -skyj or -nij, whose j a machine read as an English j."""
_SLAVIC_S = re.compile(r"(?<![\u0621-\u064a])سيلينسكي|(?<![\u0621-\u064a])سيلنسكي")
PRIOR: dict[Language, float] = {"en": 2.0}


def source_language(text: str, kit: Kit) -> Language:
    """The likeliest source language of a machine-translated Arabic ``text`` (the whole page, furniture included).

    English unless something speaks for another, as most news that is machine-translated into Arabic is English.
    """
    votes: dict[Language, float] = defaultdict(float, PRIOR)
    for match in _LATIN_WORD.finditer(text):
        word = match[0].lower()
        homes = [language for language, known in _WORDS.items() if word in known]
        for language in homes:
            votes[language] += 1.0 / len(homes)
        for language, letters in _LETTERS.items():
            if any(letter in letters for letter in word):
                votes[language] += 0.5
    votes["de"] += 1.5 * sum(not kit.language.known(_key(m[0])) for m in _GERMAN_NAME.finditer(text))
    votes["de"] += 0.7 * len(_SLAVIC_S.findall(text))
    if _CYRILLIC.search(text):
        votes["ru"] += 3.0
    return max(sorted(votes), key=lambda language: votes[language])


def _key(word: str) -> str:
    from mt_audit.text.folding import fold

    return fold(word)
