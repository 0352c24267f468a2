"""What lexicon entry an Arabic word may be a form of: clitics, number and gender endings, imperfect prefixes.

All spellings are folded (see ``text.folding``). A *base* is the word without clitics; a *stem* (written with a leading
``~``) is shared by the regular inflections of one entry: مسؤول مسؤولون مسؤولة. Broken plurals are rows of the lexicon.
"""

from __future__ import annotations

from functools import lru_cache

STEM = "~"
"""Mark of a stem among the lexicon's Arabic units."""

_ARTICLED = ("وبال", "فبال", "وكال", "وال", "فال", "بال", "كال", "ولل", "فلل", "لل", "ال")
_BARE = ("وب", "ول", "وك", "فب", "فل", "فس", "وس", "و", "ف", "ب", "ل", "ك", "س")
_PRONOUNS = ("هما", "كما", "هم", "هن", "كم", "نا", "ها", "ني", "ه", "ك", "ي")
_ENDINGS = ("تان", "تين", "ات", "ون", "ين", "ان", "وا", "ه", "ت", "ا")
_PERSONS = "يتنا"


@lru_cache(maxsize=131072)
def bases(key: str) -> tuple[tuple[str, float], ...]:
    """Spellings ``key`` may be once clitics are off, each with a weight 0…1; ``key`` itself first, weight 1.

    >>> dict(bases("وللهدنه"))["هدنه"] > 0.9
    True
    """
    found: dict[str, float] = {key: 1.0}

    def add(base: str, weight: float, least: int = 2) -> None:
        if len(base) >= least and weight > found.get(base, 0.0):
            found[base] = weight

    heads = [(key, 1.0)]
    for article in _ARTICLED:
        if key.startswith(article) and len(key) - len(article) >= 2:
            rest = key[len(article) :]
            heads.append((rest, 0.98))
            if article.endswith("لل"):
                heads.append((f"ل{rest}", 0.6))
            break
    for particle in _BARE:
        if key.startswith(particle) and len(key) - len(particle) >= 2:
            rest = key[len(particle) :]
            short = 0.1 if len(rest) < 3 else 0.0
            heads.append((rest, (0.93 if particle in "وف" else 0.86) - short))
    for head, weight in heads:
        add(head, weight)
    for head, weight in heads:
        if head.startswith("ال") and head != key:
            continue
        for pronoun in _PRONOUNS:
            if head.endswith(pronoun) and len(head) - len(pronoun) >= 2:
                bare = head[: -len(pronoun)]
                off = weight * (0.93 if len(pronoun) > 1 else 0.8) * (1.0 if len(bare) > 2 else 0.8)
                add(bare, off)
                if bare.endswith("ت"):
                    add(f"{bare[:-1]}ه", off)
                elif bare.endswith("ا"):
                    add(f"{bare[:-1]}ي", off * 0.95)
                elif bare.endswith("و"):
                    add(f"{bare}ا", off * 0.95)  # قتلوهم → قتلوا
                elif bare.endswith(("ئ", "ؤ")):
                    add(f"{bare[:-1]}ء", off * 0.95)
    return tuple(sorted(found.items(), key=lambda item: (-item[1], item[0])))


@lru_cache(maxsize=131072)
def stem(base: str) -> str:
    """A base without number, gender and person endings; never under three letters (two for hollow pairs).

    >>> stem("مسوولون") == stem("مسووله") == stem("مسوول")
    True
    """
    for ending in _ENDINGS:
        if base.endswith(ending) and len(base) - len(ending) >= 3:
            return base[: -len(ending)]
    return base


@lru_cache(maxsize=131072)
def imperfect(base: str) -> tuple[str, ...]:
    """The third person masculine imperfect spelling a verb form may belong to (تعلن, نعلن, اعلن → يعلن); may be empty."""
    if len(base) >= 3 and base[0] in _PERSONS and base[0] != "ي":
        return (f"ي{base[1:]}",)
    return ()


@lru_cache(maxsize=131072)
def units(key: str) -> tuple[tuple[str, float], ...]:
    """Lexicon units ``key`` may match, each with a weight 0…1: bases, then stems of bases, then imperfect stems."""
    found: dict[str, float] = {}
    for base, weight in bases(key):
        found[base] = max(found.get(base, 0.0), weight)
        stemmed = STEM + stem(base)
        found[stemmed] = max(found.get(stemmed, 0.0), weight * 0.75)
        for third in imperfect(base):
            found[third] = max(found.get(third, 0.0), weight * 0.8)
            stemmed = STEM + stem(third)
            found[stemmed] = max(found.get(stemmed, 0.0), weight * 0.7)
    return tuple(found.items())
