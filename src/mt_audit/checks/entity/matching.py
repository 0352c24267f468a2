"""What the checks of names share: the original's names, where the Arabic renders them, what stands there instead."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from mt_audit.checks.base import View
from mt_audit.engine.gazetteer import Entry, Place, arabic_forms
from mt_audit.engine.names import NameMention
from mt_audit.text.names import edit_distance, fold_arabic, fold_latin
from mt_audit.text.words import words

RENDERED = 0.5
"""Score from which an Arabic word counts as the rendering of a name's token."""
TITLES = frozenset(
    """president prime minister judge justice professor prof doctor dr king queen prince princess pope general colonel
    major captain lieutenant sergeant admiral senator sen representative rep governor gov mayor chancellor secretary
    sir lady lord dame mr mrs ms miss ambassador commissioner chief detective inspector officer bishop archbishop
    cardinal father sister brother imam sheikh ayatollah rabbi saint st reverend rev congressman congresswoman
    chairman chairwoman chair director coach striker defender goalkeeper midfielder analyst author actor actress
    former late vice deputy foreign interior finance defence defense health state treasury attorney speaker leader
    spokesman spokeswoman spokesperson envoy special the historian biologist investor director-general republican
    democrat democratic emperor empress sultan emir crown premier first""".split()
)
"""English words before a name that are rightly translated."""

AMBIGUOUS = frozenset(
    """مالي قطر عمان سول بنين مغرب المغرب برن نيس الخضر عاجي ديلي ماليه ماليون ماليين قمري قمريه نوك ماله سان ليما
    عاج الساحل الخليج
    الرياض سوفا توفي مجري المجري مجريات مجريه يمني يمنيه كيتو صوفيا تركي فارسي روما هنود نيجر
    جورجي كيني دكار ليبي""".split()
)
"""Folded Arabic forms that are also ordinary words: they may answer a name, they accuse nobody."""
METONYMS = {
    "kremlin": "RU", "white house": "US", "pentagon": "US", "capitol": "US", "congress": "US", "washington": "US",
    "downing street": "GB", "westminster": "GB", "whitehall": "GB", "elysee": "FR", "élysée": "FR", "knesset": "IL",
    "bundestag": "DE", "duma": "RU", "soviet": "RU", "soviet union": "RU", "ussr": "RU", "persian": "IR", "gulf": "",
    "europe": "EU", "wall street": "US", "fed": "US", "federal reserve": "US", "hague": "NL", "gaza": "PS",
    "west bank": "PS", "hamas": "PS", "taliban": "AF", "hezbollah": "LB", "houthi": "YE", "houthis": "YE",
}  # fmt: skip
"""Words of the original that may be rendered by a country or its people."""
SAME_CODES = (frozenset({"GB", "GB-ENG"}), frozenset({"BE", "EU"}), frozenset({"CD", "CG"}), frozenset({"IE", "GB"}))


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a name in the original and the Arabic word that renders it best (-1 for none)."""

    word: int
    text: str
    mention: NameMention
    ar: int
    score: float


@lru_cache(maxsize=32)
def names_of(view: View) -> tuple[NameMention, ...]:
    """Names of the original side."""
    return view.kit.names.mentions(view.original)


@lru_cache(maxsize=32)
def places_of(view: View) -> tuple[Place, ...]:
    """Gazetteer names of the Arabic side."""
    return tuple(view.kit.names.gazetteer.in_arabic(view.ar))


@lru_cache(maxsize=32)
def tokens_of(view: View) -> tuple[Token, ...]:
    """Words of the original's names (titles left out), each with its best Arabic word by the scorer."""
    wanted: list[tuple[int, str, NameMention]] = []
    for mention in names_of(view):
        for number in range(mention.first, mention.last + 1):
            text = view.original.words[number].text
            folded = fold_latin(text.removesuffix("'s").removesuffix("’s"))
            if len(folded) >= 3 and text[0].isupper() and folded not in TITLES:
                wanted.append((number, folded, mention))
    if not wanted:
        return ()
    forms: list[str] = []
    owners: list[int] = []
    for number, word in enumerate(view.ar.words):
        if word.arabic:
            for form in dict.fromkeys(fold_arabic(form) for form in forms_of(word.key)):
                if len(form) >= 2:
                    forms.append(form)
                    owners.append(number)
    if not forms:
        return tuple(Token(number, folded, mention, -1, 0.0) for number, folded, mention in wanted)
    latin = list(dict.fromkeys(folded for _, folded, _ in wanted))
    table = view.kit.names.token_scores(latin, forms)
    best = {name: (owners[int(row.argmax())], float(row.max())) for name, row in zip(latin, table, strict=True)}
    return tuple(Token(number, folded, mention, *best[folded]) for number, folded, mention in wanted)


def forms_of(key: str) -> tuple[str, ...]:
    """What a folded Arabic word may be: itself, and without one proclitic."""
    return tuple(dict.fromkeys(form for form in arabic_forms(key) if len(form) >= 3 or form == key))[:5]


def linked_to(view: View, original: int, least: float = 0.3) -> tuple[int, ...]:
    """Arabic words linked to a word of the original."""
    return tuple(link.ar for link in view.links if link.original == original and link.probability >= least)


@lru_cache(maxsize=32)
def headline_case(view: View) -> bool:
    """Whether the original writes most words with a capital, so that capitals say nothing."""
    texts = [word.text for word in view.original.words if len(word.text) > 3]
    return len(texts) > 3 and sum(text[0].isupper() for text in texts) > 0.6 * len(texts)


def rendered(view: View, entry: Entry) -> bool:
    """Whether an accepted Arabic form of the entry, or of one that shares its code, stands in the Arabic."""
    if any(phrase_at(view, tuple(word.key for word in words(spelling))) for spelling in entry.arabic):
        return True
    for place in places_of(view):
        for other in place.entries:
            if other is entry or (entry.code and same_code(other.code, entry.code)):
                return True
    return False


def same_code(left: str, right: str) -> bool:
    """Whether two country codes answer each other."""
    return left == right or any(left in group and right in group for group in SAME_CODES)


def phrase_at(view: View, keys: tuple[str, ...]) -> tuple[int, int, str] | None:
    """First and last word of a folded phrase in the Arabic, and the proclitic written before it."""
    there = view.ar.keys
    size = len(keys)
    for start in range(len(there) - size + 1):
        if there[start + 1 : start + size] != keys[1:]:
            continue
        for head in ("", "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "وب", "ول"):
            if there[start] == head + keys[0]:
                return start, start + size - 1, head
        if keys[0].startswith("ال") and there[start] in {"لل" + keys[0][2:], "ولل" + keys[0][2:]}:
            return start, start + size - 1, "لل"
    return None


def near_spelling(word: str, name: str) -> bool:
    """Whether ``word`` may be a slip for ``name``: one letter of five, two of eight, the first letter mostly kept."""
    if len(name) < 5 or word == name:
        return False
    distance = edit_distance(word, name, 2)
    return distance == 1 or (distance == 2 and len(name) >= 7)
