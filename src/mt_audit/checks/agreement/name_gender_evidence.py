"""What an English sentence says of a person's gender, and what its Arabic says: counts, and the words that say it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mt_audit.checks.base import View
from mt_audit.engine.gazetteer import Gender
from mt_audit.text.passage import Passage
from mt_audit.text.verbs import Verbs

_SUBJECT: dict[str, Gender] = {"he": "m", "she": "f"}
_POSSESSIVE: dict[str, Gender] = {"his": "m", "her": "f"}
_OTHER_PRONOUNS: dict[str, Gender] = {"him": "m", "himself": "m", "herself": "f", "hers": "f"}
_NOUNS: dict[str, Gender] = {
    **dict.fromkeys(
        """woman women girl girls mother mothers daughter daughters sister sisters wife wives queen princess actress aunt
        lady ladies grandmother niece widow spokeswoman businesswoman chairwoman congresswoman mrs ms miss bride heiress
        duchess empress goddess waitress hostess nun nuns mom mum female females saleswoman policewoman girlfriend
        granddaughter stepmother baroness countess actresses stewardess sportswoman matron maiden madam feminine
        priestess ancestress mistress godmother motherhood housewife queens princesses widows""".split(),
        "f",
    ),
    **dict.fromkeys(
        """man men boy boys father fathers son sons brother brothers husband husbands king prince actor uncle gentleman
        gentlemen grandfather nephew widower spokesman businessman congressman mr sir groom duke emperor god
        waiter monk monks dad male males salesman policeman boyfriend grandson stepfather baron count sportsman
        masculine priest godfather fatherhood kings princes lord guys guy lad""".split(),
        "m",
    ),
}
_SKIPPED = frozenset(
    """also then later often never always still now once soon first finally eventually subsequently has had have was is
    were be been will would could can may might must should did does do not just only even already recently ever again
    own very most more two three first second""".split()
)
_AUXILIARY = frozenset("has had have was is were be been will would could can may might must should did does do".split())
_DATIVE = ("ل", "ب", "من", "عن", "في", "مع", "علي", "الي", "لدي", "عند", "حول", "ضد", "بين", "نحو", "تجاه", "اثناء")
_PARTICLES = ("ان", "بان", "لان", "لكن", "كان", "فان", "كون", "لعل", "ليت", "اذ", "وان", "ولكن", "كونـ")
_KEPT = frozenset(
    """هذه هذا الله وجه مياه تجاه اتجاه فيه كره شبه نزيه وجيه فقيه مكروه توجيه تنبيه تشويه تنويه انتباه اشتباه منتبه
    متجه اتجه توجه واجه نبه شبه منه طه عبدالله نتنياهو""".split()
)
KINDS = ("verb", "suffix", "particle", "dative", "pronoun", "relative")


@dataclass(frozen=True, slots=True)
class Claim:
    """What the English says: how often each gender is named, and the words that bind it to one place."""

    feminine: int
    masculine: int
    pronouns: int
    """Pronouns among them."""
    possessed: tuple[tuple[int, Gender], ...]
    """Word number of what somebody has (her career) and the owner's gender."""
    verbs: tuple[tuple[int, Gender], ...]
    """Word number of the verb whose subject is he or she."""
    first: int
    """Word number of the first word of gender."""
    things: int
    """it, its, they, their, them: other owners and subjects."""

    @property
    def gender(self) -> Gender | None:
        """The only gender named, or None."""
        if bool(self.feminine) == bool(self.masculine):
            return None
        return "f" if self.feminine else "m"


def claim_of(original: Passage) -> Claim:
    """Read the genders of an English passage."""
    return _claim(original.keys)


@lru_cache(maxsize=4096)
def _claim(keys: tuple[str, ...]) -> Claim:
    counts = {"f": 0, "m": 0}
    possessed: list[tuple[int, Gender]] = []
    verbs: list[tuple[int, Gender]] = []
    pronouns = things = 0
    first = -1
    for number, raw in enumerate(keys):
        key = raw.removesuffix("'s").removesuffix("'d").removesuffix("'ll")
        gender = _SUBJECT.get(key) or _POSSESSIVE.get(key) or _OTHER_PRONOUNS.get(key)
        if gender:
            pronouns += 1
        gender = gender or _NOUNS.get(key)
        if key in {"it", "its", "they", "their", "them", "itself"}:
            things += 1
        if gender is None:
            continue
        if first < 0:
            first = number
        counts[gender] += 1
        following = [n for n in range(number + 1, min(number + 5, len(keys))) if keys[n] not in _SKIPPED]
        if key in _POSSESSIVE:
            possessed.extend((n, gender) for n in following[:2])
        elif key in _SUBJECT and following:
            verbs.append((following[0], gender))
            if following[0] > number + 1:
                verbs.extend((n, gender) for n in range(number + 1, following[0]) if keys[n] in _AUXILIARY)
    return Claim(counts["f"], counts["m"], pronouns, tuple(possessed), tuple(verbs), first, things)


@dataclass(frozen=True, slots=True)
class Sign:
    """A word of the Arabic that shows a gender."""

    word: int
    kind: str
    gender: Gender


def signs_of(ar: Passage, verbs: Verbs) -> tuple[Sign, ...]:
    """Every word that agrees with, or refers back to, a man or a woman (or a masculine or feminine thing)."""
    return tuple(_signs(ar, verbs))


def _signs(ar: Passage, verbs: Verbs) -> Iterator[Sign]:
    for number, word in enumerate(ar.words):
        if not word.arabic:
            continue
        key = word.key
        bare = key[1:] if key[:1] in "وف" and len(key) > 3 else key
        if bare in {"هو", "هي", "وهو", "وهي"} or key in {"هو", "هي", "وهو", "وهي"}:
            yield Sign(number, "pronoun", "m" if key.endswith("هو") else "f")
            continue
        if bare in {"الذي", "التي", "للذي", "للتي", "بالذي", "بالتي"}:
            yield Sign(number, "relative", "m" if key.endswith("ذي") else "f")
            continue
        ending = _pronoun_ending(word.text, key)
        if ending is not None:
            stem = key[: -1 if ending == "m" else -2]
            without = stem[1:] if stem[:1] in "وف" and len(stem) > 2 else stem
            if without in _PARTICLES:
                yield Sign(number, "particle", ending)
                continue
            if without in _DATIVE:
                yield Sign(number, "dative", ending)
                continue
        readings = verbs.readings(key)
        genders = {reading.gender for reading in readings}
        if len(genders) == 1:
            yield Sign(number, "verb", genders.pop())
        if ending is not None and (not readings or all(reading.object for reading in readings)):
            yield Sign(number, "suffix", ending)


def _pronoun_ending(text: str, key: str) -> Gender | None:
    """ه or ها at the end as a pronoun; ة is none."""
    plain = text.rstrip("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")
    bare = key[1:] if key[:1] in "وفلب" and len(key) > 4 else key
    if key in _KEPT or bare in _KEPT or bare.removeprefix("ال") in _KEPT or key.startswith(("ال", "وال", "بال", "لل")):
        return None
    if key.endswith("ها") and len(key) >= 3:
        return "f"
    if plain.endswith("ه") and len(key) >= 2:
        return "m"
    return None


FEATURES = (
    *(f"{kind}.{side}" for kind in KINDS for side in ("same", "other")),
    "first_verb.same", "first_verb.other", "linked_possessed.same", "linked_possessed.other",
    "linked_verb.same", "linked_verb.other", "pronouns", "things", "claims", "length", "none_same", "one",
)  # fmt: skip


def features(claim: Claim, gender: Gender, signs: tuple[Sign, ...], view: View) -> list[float]:
    """Figures of :data:`FEATURES` for an English sentence that names only ``gender``."""
    counts = {(kind, side): 0 for kind in KINDS for side in (True, False)}
    for sign in signs:
        counts[sign.kind, sign.gender == gender] += 1
    row = [float(min(counts[kind, side], 3)) for kind in KINDS for side in (True, False)]
    first = next((sign for sign in signs if sign.kind == "verb"), None)
    leading = claim.first >= 0 and claim.first <= 1
    row += [float(leading and first is not None and (first.gender == gender) == side) for side in (True, False)]
    by_word: dict[int, list[Sign]] = {}
    for sign in signs:
        by_word.setdefault(sign.word, []).append(sign)
    linked: dict[int, list[int]] = {}
    for link in view.links:
        if link.probability >= 0.35:
            linked.setdefault(link.original, []).append(link.ar)
    for places, kinds in ((claim.possessed, {"suffix", "dative"}), (claim.verbs, {"verb", "particle"})):
        found = [
            sign.gender == gender
            for word, _ in places
            for ar in linked.get(word, ())
            for sign in by_word.get(ar, ())
            if sign.kind in kinds
        ]
        row += [float(min(found.count(True), 2)), float(min(found.count(False), 2))]
    same = sum(sign.gender == gender for sign in signs)
    row += [
        float(min(claim.pronouns, 3)),
        float(min(claim.things, 2)),
        float(min(claim.feminine + claim.masculine, 4)),
        min(len(view.ar.words), 60) / 20,
        float(same == 0),
        1.0,
    ]
    return row
