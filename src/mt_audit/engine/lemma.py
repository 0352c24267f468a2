"""English lemmas: what an inflected word may be the form of. Rules and tables of our own, no model.

A word can have several readings (*left*: leave, left; *leaves*: leave, leaf); ``readings`` gives them all, likeliest
first. Rules only propose: a proposal made by undoing *-ed*, *-ing*, *-er* counts when ``known`` says it is a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from mt_audit.engine.irregular import ADJECTIVES, INVARIABLE, NOUNS, VERBS


@dataclass(frozen=True, slots=True)
class Reading:
    """One lemma the word may be a form of. ``pos`` is ``v``, ``n``, ``adj`` or ``""`` when the form does not say.

    ``form`` is ``base``, ``s``, ``past``, ``ing``, ``comparative``, ``superlative`` or ``possessive``.
    """

    lemma: str
    pos: str
    form: str


_SHORT = re.compile("[^aeiou]*[aeiou][^aeiouwxy]")
_VOWELS = frozenset("aeiou")
_DOUBLED = frozenset("bdfgklmnprtvz")
_S_ENDINGS = ("ss", "us", "is", "ous", "'s")


def _undone(stem: str) -> Iterator[str]:
    """Spellings a verb may have had before *-ed* or *-ing* was put on ``stem``."""
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in _DOUBLED:
        if stem[-1] in "lzf":  # call-ed, but also travell-ed: the unknown one is dropped later
            yield stem
            yield stem[:-1]
        else:
            yield stem[:-1]
            yield stem
        return
    if stem.endswith("ck"):
        yield stem
        yield stem[:-1]  # panicked
        return
    if _SHORT.fullmatch(stem):  # a short vowel would have doubled the consonant: hop, hopped; hope, hoped
        yield f"{stem}e"
        yield stem
        return
    # With two letters or a final v, u, c, s, z, g after a vowel, the lost e is likelier than none.
    lost_e = stem[-1:] in "vuczs" and not stem.endswith("ss")
    lost_e = lost_e or stem.endswith(("at", "ir", "ag", "dg", "rg", "tl", "bl", "pl", "gl", "dl"))
    if stem[-1:] in _VOWELS and stem[-1:] not in "eo":
        lost_e = True
    yield from (f"{stem}e", stem) if lost_e else (stem, f"{stem}e")


def _plural(word: str) -> Iterator[str]:
    """Spellings a word may have had before *-s*."""
    if word.endswith("ies") and len(word) > 4:
        yield f"{word[:-3]}y"
        yield word[:-1]
    elif word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        yield word[:-2]
        yield word[:-1]
    elif word.endswith("ves") and len(word) > 4:
        yield word[:-1]
        yield f"{word[:-3]}f"
        yield f"{word[:-3]}fe"
    elif word.endswith("ses"):
        yield word[:-1]
        yield word[:-2]
        yield f"{word[:-2]}is"
    elif word.endswith("s") and not word.endswith(_S_ENDINGS) and len(word) > 2:
        yield word[:-1]


def _regular(word: str) -> Iterator[Reading]:
    """What the rules propose for ``word``, without asking whether it exists."""
    for base in _plural(word):
        yield Reading(base, "", "s")
    if word.endswith("ied") and len(word) > 4:
        yield Reading(f"{word[:-3]}y", "v", "past")
        yield Reading(word[:-1], "v", "past")
    elif word.endswith("eed"):
        pass
    elif word.endswith("ed") and len(word) > 3:
        for base in _undone(word[:-2]):
            yield Reading(base, "v", "past")
    elif word.endswith("ing") and len(word) > 4:
        if word.endswith("ying") and len(word) == 5:
            yield Reading(f"{word[:-4]}ie", "v", "ing")
        for base in _undone(word[:-3]):
            yield Reading(base, "v", "ing")
    for ending, form in (("est", "superlative"), ("er", "comparative")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            if stem.endswith("i"):
                yield Reading(f"{stem[:-1]}y", "adj", form)
            elif len(stem) > 3 and stem[-1] == stem[-2]:
                yield Reading(stem[:-1], "adj", form)
            yield Reading(stem, "adj", form)
            yield Reading(f"{stem}e", "adj", form)


def readings(
    word: str, known: Callable[[str], bool] = bool, adjective: Callable[[str], bool] | None = None
) -> tuple[Reading, ...]:
    """Every reading of a lower-case English word, likeliest first; the word itself is always among them.

    ``known`` says whether a spelling is a lemma; with the default every proposal of the rules counts, the best first.
    ``adjective`` guards *-er* and *-est*: without it only proposals that are ``known`` count.

    >>> [r.lemma for r in readings("struck")]
    ['strike', 'struck']
    >>> readings("leaves")[0].lemma
    'leave'
    """
    word = word.replace("’", "'")
    if word.endswith(("'s", "s'")):
        owner = word[:-2] if word.endswith("'s") else word[:-1]
        return (Reading(owner, "n", "possessive"), *readings(owner, known, adjective))
    found: list[Reading] = []
    for table, pos in ((VERBS, "v"), (NOUNS, "n"), (ADJECTIVES, "adj")):
        found += [Reading(lemma, pos, form) for lemma, form in table.get(word, ())]
    itself = Reading(word, "", "base")
    if found or word in INVARIABLE:
        return (*found, itself) if known is bool or not known(word) or found else (itself, *found)
    is_adjective = adjective or (known if known is not bool else lambda _: False)
    proposals = [r for r in _regular(word) if (is_adjective(r.lemma) if r.pos == "adj" else known(r.lemma))]
    if known is bool:
        return (*proposals[:1], itself)
    inflected = [r for r in proposals if r.pos != "adj"]
    compared = [r for r in proposals if r.pos == "adj"]
    if known(word):
        # "meeting", "building", "leader", "news": a word of its own first; a plain plural is a form first.
        if word.endswith("s") and inflected and not word.endswith(("ics", "ings")):
            return (*inflected, itself, *compared)
        if word.endswith("ed") and inflected:
            return (*inflected, itself, *compared)
        return (itself, *inflected, *compared)
    return (*inflected, *compared, itself)


_AMERICAN = (
    ("defence", "defense"), ("offence", "offense"), ("licence", "license"), ("pretence", "pretense"),
    ("practise", "practice"), ("programme", "program"), ("tonne", "ton"), ("cheque", "check"), ("grey", "gray"),
    ("storey", "story"), ("tyre", "tire"), ("kerb", "curb"), ("plough", "plow"), ("sceptic", "skeptic"),
    ("manoeuvre", "maneuver"), ("mould", "mold"), ("ageing", "aging"), ("judgement", "judgment"), ("enrol", "enroll"),
    ("isation", "ization"), ("iser", "izer"), ("ise", "ize"), ("yse", "yze"), ("our", "or"), ("ouri", "ori"),
    ("oura", "ora"), ("tre", "ter"), ("ogue", "og"), ("ller", "ler"), ("llor", "lor"), ("aemi", "emi"),
    ("paed", "ped"), ("oestr", "estr"), ("fulfil", "fulfill"),
)  # fmt: skip
_INNER = frozenset({"our", "oura", "ouri", "isation", "aemi", "paed", "oestr", "sceptic", "manoeuvre", "defence"})


def american(word: str) -> str:
    """The American spelling of a British one; empty when no rule applies.

    >>> [american(w) for w in ("defence", "organise", "theatre", "rumour", "table")]
    ['defense', 'organize', 'theater', 'rumor', '']
    """
    for british, us in _AMERICAN:
        if word.endswith(british):
            return word[: -len(british)] + us
        if british in _INNER and british in word[1:]:
            return word.replace(british, us)
    return ""


@lru_cache(maxsize=65536)
def lemma(word: str) -> str:
    """Likeliest lemma of one English word by rules alone, lower-case.

    >>> [lemma(w) for w in ("strikes", "Said", "countries", "stopped", "leaders'")]
    ['strike', 'say', 'country', 'stop', 'leader']
    """
    found = readings(word.lower())
    first = found[0]
    if first.form == "possessive":
        return lemma(first.lemma)
    return first.lemma
