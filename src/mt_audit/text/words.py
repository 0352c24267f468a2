"""Words with spans, and what an Arabic word may be made of: clitics, stem, bases."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mt_audit.core import Span
from mt_audit.text.folding import fold

_WORD = re.compile(
    r"[^\W\d_](?:[^\W\d_]|[\u064b-\u065f\u0640\u0670])*"  # letters with their marks
    r"(?:['’ʼ.&-](?=[^\W\d_])[^\W\d_][\u064b-\u065f\u0640\u0670]*(?:[^\W\d_]|[\u064b-\u065f\u0640\u0670])*)*"
    r"(?:(?<=[A-Za-z])-?\d+)?"
    r"|\d+(?:[.,٫٬]\d+)*"
)
_ARABIC = re.compile("[\u0621-\u064a\u066e-\u06d3]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or figure. ``key`` is its folded spelling; ``span`` is relative to the text it was cut from."""

    text: str
    key: str
    span: Span

    @property
    def arabic(self) -> bool:
        """Whether it is written in Arabic letters."""
        return bool(_ARABIC.match(self.text))


def words(text: str) -> tuple[Word, ...]:
    """All words and figures of ``text`` in order; punctuation is left out.

    >>> [w.text for w in words("U.S.-led F-16s: ٣٠ يومًا.")]
    ['U.S', 'led', 'F-16', 's', '٣٠', 'يومًا']
    """
    return tuple(Word(m[0], fold(m[0]), Span(m.start(), m.end())) for m in _WORD.finditer(text))


_PROCLITICS = ("وبال", "فبال", "وكال", "وال", "فال", "بال", "كال", "ولل", "فلل", "لل", "ال")
_PARTICLES = ("و", "ف", "ب", "ك", "ل", "س")
_PRONOUNS = ("هما", "كما", "هم", "هن", "كم", "نا", "ها", "ني", "ه", "ك", "ي")


@lru_cache(maxsize=131072)
def bases(key: str) -> tuple[str, ...]:
    """Folded spellings the word may be once clitics are taken off, the likeliest first.

    The word itself always leads. A ta marbuta hidden by a pronoun comes back (``وقفتها`` → ``وقفه``).

    >>> bases("وللهدنه")[-1]
    'هدنه'
    """
    found = [key]

    def add(base: str) -> None:
        if len(base) >= 2 and base not in found:
            found.append(base)

    heads = [key]
    for article in _PROCLITICS:
        if key.startswith(article) and len(key) - len(article) >= 2:
            heads.append(key[len(article) :])
            break
    for first in _PARTICLES:
        if key.startswith(first) and len(key) >= 4:
            rest = key[1:]
            heads.append(rest)
            if rest[0] in "بكلس" and first in "وف" and len(rest) >= 4:
                heads.append(rest[1:])
            if rest.startswith("ال") and len(rest) >= 4:
                heads.append(rest[2:])
    for head in heads:
        add(head)
    for head in heads:
        if head.startswith("ال"):
            continue
        for pronoun in _PRONOUNS:
            if head.endswith(pronoun) and len(head) - len(pronoun) >= 3:
                bare = head[: -len(pronoun)]
                add(bare)
                if bare.endswith("ت"):
                    add(bare[:-1] + "ه")
    return tuple(found)


_SUFFIXES = ("تان", "تين", "يات", "ون", "ين", "ان", "ات", "وا", "يه", "ية", "ه", "ي", "ا")


@lru_cache(maxsize=131072)
def stem(key: str) -> str:
    """Light stem of a folded Arabic word: article, conjunction and common endings off; never under three letters.

    >>> stem("والمحادثات") == stem("محادثه")
    True
    """
    for head in _PROCLITICS:
        if key.startswith(head) and len(key) - len(head) >= 3:
            key = key[len(head) :]
            break
    else:
        if key.startswith("و") and len(key) >= 5:
            key = key[1:]
    for pronoun in ("هما", "هم", "هن", "كم", "ها", "نا"):
        if key.endswith(pronoun) and len(key) - len(pronoun) >= 3:
            key = key[: -len(pronoun)]
            break
    for ending in _SUFFIXES:
        if key.endswith(ending) and len(key) - len(ending) >= 3:
            return key[: -len(ending)]
    return key[:-1] if key.endswith("ت") and len(key) >= 4 else key
