"""What Arabic words have in common under their inflection: candidate stems, comparison, clitics carried over."""

from __future__ import annotations

from functools import lru_cache

from mt_audit.text.folding import fold
from mt_audit.text.words import bases

_NOUN_ENDINGS = ("تان", "تين", "يات", "يون", "يين", "ات", "ون", "ين", "ان", "ته", "يا", "ه", "ا", "ي")
_VERB_HEADS = ("ي", "ت", "ن", "ا")
_VERB_ENDINGS = ("تما", "وا", "ون", "ين", "ان", "تا", "نا", "ت", "ن", "ا")
_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")


@lru_cache(maxsize=131072)
def stems(key: str) -> frozenset[str]:
    """Spellings the folded word may be once clitics and inflection are taken off; three letters at least.

    Two words of one lexeme share a member as a rule; broken plurals and hollow verbs do not.

    >>> bool(stems("الاضرابات") & stems("اضراب"))
    True
    >>> bool(stems("ستزعم") & stems("زعم"))
    True
    """
    found: set[str] = set()
    for base in bases(key):
        _add_stems(base, found)
    return frozenset(found) or frozenset((key,))


def _add_stems(base: str, found: set[str]) -> None:
    if len(base) >= 3:
        found.add(base)
    for ending in _NOUN_ENDINGS:
        if base.endswith(ending) and len(base) - len(ending) >= 3:
            found.add(base[: -len(ending)])
    if len(base) >= 4 and base[0] in _VERB_HEADS and not base.startswith("ال"):
        rest = base[1:]
        found.add(rest)
        for ending in _VERB_ENDINGS:
            if rest.endswith(ending) and len(rest) - len(ending) >= 3:
                found.add(rest[: -len(ending)])
    for ending in _VERB_ENDINGS:
        if base.endswith(ending) and len(base) - len(ending) >= 3:
            found.add(base[: -len(ending)])
            if base[0] == "ا" and len(base) - len(ending) >= 4:
                found.add(base[1 : -len(ending)])


@lru_cache(maxsize=65536)
def core(key: str) -> frozenset[str]:
    """Stems of a dictionary form: as ``stems``, but no clitic is taken off except the article."""
    found: set[str] = set()
    _add_stems(key[2:] if key.startswith("ال") and len(key) >= 5 else key, found)
    found.add(key)
    return frozenset(found)


@lru_cache(maxsize=65536)
def same_lexeme(key: str, form: str) -> bool:
    """Whether the folded word ``key`` may be an inflected ``form`` (a folded dictionary form)."""
    return not stems(key).isdisjoint(core(form))


def proclitics(word: str, form: str) -> str:
    """The conjunction, preposition and article that ``word`` wears before ``form`` (folded keys): ``"و"``, ``"بال"`` …

    Empty when the word does not begin so.
    """
    key = fold(word)
    targets = core(form)
    heads = [""]
    for conjunction in ("", *_CONJUNCTIONS):
        for preposition in ("", *_PREPOSITIONS):
            heads += [conjunction + preposition, conjunction + preposition + "ال"]
        heads.append(conjunction + "لل")
    for head in sorted(set(heads), key=len):
        if not key.startswith(head) or len(key) - len(head) < 2:
            continue
        rest: set[str] = set()
        _add_stems(key[len(head) :], rest)
        rest.add(key[len(head) :])
        if not targets.isdisjoint(rest):
            return head
    return ""


def wear(head: str, word: str) -> str:
    """``word`` (raw spelling) with the proclitics ``head`` put on, the article not doubled.

    >>> wear("وال", "غارة"), wear("لل", "غارة"), wear("ب", "الغارة")
    ('والغارة', 'للغارة', 'بالغارة')
    """
    definite = word.startswith("ال")
    if head.endswith("ال"):
        return head[:-2] + (word if definite else "ال" + word)
    if head.endswith("لل"):
        return head[:-2] + "لل" + (word[2:] if definite else word)
    if head.endswith("ل") and definite:
        return head + word[1:]
    return head + word
