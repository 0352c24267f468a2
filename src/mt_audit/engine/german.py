"""German words → English lemmas, so that German originals can use the English–Arabic lexicon.

A list of frequent news words, endings taken off by rule, compounds cut at known words (*Friedensverhandlungen* → peace,
negotiation), and words that are spelt nearly alike in both languages (*Konflikt* → conflict).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from mt_audit.core import Language
from mt_audit.errors import EngineError
from mt_audit.text.folding import fold

if TYPE_CHECKING:
    from mt_audit.engine.kit import Kit

ASSETS = Path(__file__).parent / "assets" / "german"
_ENDINGS = (
    "",
    "en",
    "e",
    "n",
    "er",
    "es",
    "s",
    "em",
    "ern",
    "te",
    "ten",
    "t",
    "st",
    "et",
    "ete",
    "eten",
    "ungen",
    "innen",
    "in",
)
_LINKS = ("", "s", "es", "n", "en", "er", "e")
_UMLAUT = str.maketrans("äöü", "aou")
_ALIKE = (
    ("isch", "ic"),
    ("isch", "ical"),
    ("tät", "ty"),
    ("ieren", "e"),
    ("ieren", "ate"),
    ("ion", "ion"),
    ("k", "c"),
    ("z", "c"),
    ("sch", "sh"),
    ("iv", "ive"),
    ("ell", "al"),
    ("ie", "y"),
    ("ik", "ic"),
    ("ik", "ics"),
    ("är", "ary"),
)


@cache
def words() -> Mapping[str, tuple[str, ...]]:
    """The list: folded German base form → English lemmas."""
    try:
        lines = (ASSETS / "words.tsv").read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise EngineError(f"The German word list cannot be read: {error}.", "Reinstall mt-audit.") from error
    return {fold(german): tuple(english.split("|")) for german, english in (line.split("\t") for line in lines)}


def _listed(word: str) -> tuple[str, ...]:
    table = words()
    for ending in _ENDINGS:
        if not word.endswith(ending) or len(word) - len(ending) < 3:
            continue
        stem = word[: len(word) - len(ending)]
        for base in (stem, f"{stem}en", f"{stem}e", f"{stem}ung" if ending == "ungen" else stem):
            if base in table:
                return table[base]
        plain = stem.translate(_UMLAUT)
        if plain in table:
            return table[plain]
        if stem.startswith("ge") and len(stem) > 5 and f"{stem[2:]}en" in table:
            return table[f"{stem[2:]}en"]
    return ()


def _compound(word: str) -> tuple[str, ...]:
    for cut in range(len(word) - 4, 3, -1):
        tail = _listed(word[cut:])
        if not tail:
            continue
        for link in _LINKS:
            head = word[:cut]
            if head.endswith(link) and len(head) - len(link) >= 3 and (found := _listed(head[: len(head) - len(link)])):
                return tuple(dict.fromkeys((*found, *tail)))
    return ()


@lru_cache(maxsize=65536)
def english_of(word: str, known: Callable[[str], bool]) -> tuple[str, ...]:
    """English lemmas a German word may stand for, none when nothing is known; ``known`` says what is an English lemma.

    >>> english_of("Waffenruhen", lambda lemma: True)
    ('ceasefire', 'truce')
    """
    key = fold(word)
    found = _listed(key) or (_compound(key) if len(key) > 8 else ())
    if found or len(key) < 5:
        return found
    plain = key.translate(_UMLAUT)
    for ending in ("", "e", "en", "er", "es", "s", "n"):
        stem = plain.removesuffix(ending) if ending else plain
        if len(stem) < 5:
            continue
        options = [stem, stem + "e", stem.replace("k", "c"), stem.replace("k", "c") + "e"]
        options += [stem.removesuffix(de) + en for de, en in _ALIKE if stem.endswith(de)]
        for option in options:
            if known(option):
                return (option,)
    return ()


_WORD = re.compile(r"[^\W\d_]+")


def gloss(text: str, known: Callable[[str], bool]) -> str:
    """The text with every word that is known put into English, the others as they are: for an encoder without German.

    >>> gloss("Die Waffenruhe in Kursk", lambda lemma: False)
    'Die ceasefire in Kursk'
    """
    return _WORD.sub(lambda word: next(iter(english_of(word[0], known)), word[0]), text)


def for_encoder(text: str, language: Language, kit: Kit) -> str:
    """``text`` as the kit's encoder should read it: German goes to the embedded English–Arabic model as a gloss."""
    if language != "de" or kit.encoder_name not in (None, "embedded"):
        return text
    return gloss(text, kit.lexicon.known)
