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


CLOSED = frozenset(
    """
    التي الذي الذين اللذان اللذين اللتان اللتين اللاتي اللواتي الي الا اذا اذ
    ان انه انها انهم لان لانه لانها لكن لكنه لكنها
    كان كانت كانوا كانا كنت كنا كما كل كلا كلتا كلها كله كلهم ليس ليست ليسوا هذا هذه هذان هؤلاء ذلك تلك اولئك
    هو هي هم هما هن نحن انا انت لا لم لن ما من عن علي في مع بين بعد قبل عند لدي منذ حتي حول دون ضد فوق تحت
    امام خلف خلال قد لقد سوف بل او ام ثم هل كيف لماذا متي اين حيث بينما كذلك ايضا فقط بعض غير اي ايه كي لكي
    عليه عليها عليهم اليه اليها اليهم
    فيه فيها فيهم منه منها منهم عنه عنها عنهم لديه لديها لديهم معه معها معهم بينهم
    بينها به بها بهم له لها لهم لك لي لنا وفق وفقا وسط وقت واحد واحده وجود وصول وضع وزير وزاره فتره فوز فرد
    فرق بدون بلا بما مما فيما عما ممن لما كلما
    """.split()
)
"""Words whose first or last letters are their own, however much they look like clitics."""


@lru_cache(maxsize=131072)
def bases(key: str) -> tuple[tuple[str, float], ...]:
    """Spellings ``key`` may be once clitics are off, each with a weight 0…1; ``key`` itself first, weight 1.

    >>> dict(bases("وللهدنه"))["هدنه"] > 0.9
    True
    """
    if key in CLOSED:
        return ((key, 1.0),)
    if key[:1] in "وف" and key[1:] in CLOSED and len(key) > 2:
        return ((key, 1.0), (key[1:], 0.99))
    found: dict[str, float] = {key: 1.0}
    heads = _without_heads(key)
    for base, weight in (*heads, *(pair for head in heads for pair in _without_pronouns(*head, key))):
        if len(base) >= 2 and weight > found.get(base, 0.0):
            found[base] = weight
    return tuple(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _without_heads(key: str) -> list[tuple[str, float]]:
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
    return heads


def _without_pronouns(head: str, weight: float, key: str) -> list[tuple[str, float]]:
    if head.startswith("ال") and head != key:
        return []
    found: list[tuple[str, float]] = []
    for pronoun in _PRONOUNS:
        if not head.endswith(pronoun) or len(head) - len(pronoun) < 2:
            continue
        bare = head[: -len(pronoun)]
        off = weight * (0.93 if len(pronoun) > 1 else 0.8) * (1.0 if len(bare) > 2 else 0.8)
        found.append((bare, off))
        if bare.endswith("ت"):
            found.append((f"{bare[:-1]}ه", off))
        elif bare.endswith("ا"):
            found.append((f"{bare[:-1]}ي", off * 0.95))
        elif bare.endswith("و"):
            found.append((f"{bare}ا", off * 0.95))  # قتلوهم → قتلوا
        elif bare.endswith(("ئ", "ؤ")):
            found.append((f"{bare[:-1]}ء", off * 0.95))
    return found


@lru_cache(maxsize=65536)
def spellings(key: str) -> frozenset[str]:
    """All spellings of ``bases``: what a word of a multiword entry is compared with."""
    return frozenset(base for base, _ in bases(key))


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
    """Third person masculine imperfect that a verb form may belong to (تعلن, نعلن, اعلن → يعلن); may be empty."""
    if len(base) >= 3 and base[0] in _PERSONS and base[0] != "ي":
        return (f"ي{base[1:]}",)
    return ()


def _past(base: str) -> list[tuple[str, float]]:
    """Third person masculine past of a form with a past ending: شجعت → شجع, راوا → راي, بقيت → بقي."""
    found: list[tuple[str, float]] = []
    for ending, weight in (("وا", 0.9), ("تم", 0.7), ("نا", 0.75), ("ت", 0.88), ("ن", 0.6), ("تا", 0.8), ("ا", 0.8)):
        if base.endswith(ending) and len(base) - len(ending) >= 2:
            bare = base[: -len(ending)]
            if len(bare) >= 3:
                found.append((bare, weight))
            if ending in ("وا", "ت", "تا"):
                found += [(f"{bare}ي", weight * 0.85), (f"{bare}ا", weight * 0.8)]
    return found


@lru_cache(maxsize=131072)
def units(key: str) -> tuple[tuple[str, float], ...]:
    """Lexicon units ``key`` may match, each with a weight 0…1: bases, then past and imperfect forms, then stems."""
    found: dict[str, float] = {}

    def add(unit: str, weight: float) -> None:
        if weight > found.get(unit, 0.0):
            found[unit] = weight

    for base, weight in bases(key):
        add(base, weight)
        add(STEM + stem(base), weight * 0.8)
        if base in CLOSED:
            continue
        for past, share in _past(base):
            add(past, weight * share)
        for third in imperfect(base):
            add(third, weight * 0.8)
            add(STEM + stem(third), weight * 0.7)
    return tuple(found.items())
