"""What an English sentence says of a person's gender, and what its Arabic says: counts, and the words that say it."""

from __future__ import annotations

import re
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
NOUN_PAIRS = tuple(
    tuple(pair.split("/"))
    for pair in """woman/man women/men girl/boy girls/boys mother/father mothers/fathers daughter/son
    daughters/sons sister/brother
    sisters/brothers wife/husband wives/husbands queen/king queens/kings princess/prince princesses/princes
    actress/actor
    actresses/actors aunt/uncle lady/gentleman ladies/gentlemen grandmother/grandfather niece/nephew widow/widower
    spokeswoman/spokesman businesswoman/businessman chairwoman/chairman congresswoman/congressman mrs/mr ms/mr miss/mr
    bride/groom heiress/heir duchess/duke duchesses/dukes empress/emperor goddess/god waitress/waiter waitresses/waiters
    hostess/host nun/monk nuns/monks mom/dad mum/dad female/male females/males saleswoman/salesman policewoman/policeman
    girlfriend/boyfriend granddaughter/grandson grandmothers/grandfathers stepmother/stepfather baroness/baron
    countess/count
    sportswoman/sportsman maiden/lad madam/sir feminine/masculine priestess/priest ancestress/ancestor mistress/master
    godmother/godfather motherhood/fatherhood stewardess/steward lady/lord sorceress/sorcerer witch/wizard abbess/abbot
    heroine/hero seamstress/tailor girl/guy gal/guy daughter-in-law/son-in-law sister-in-law/brother-in-law
    mother-in-law/father-in-law""".split()
)
"""English nouns of a woman and of a man."""
_BOTH = frozenset(
    "host steward ancestor master god gods hero tailor count guru heir miss witch wizard actor actors guys".split()
)
"""Words that say little of gender, or have other senses."""
_NOUNS: dict[str, Gender] = {
    **{pair[0]: "f" for pair in NOUN_PAIRS if pair[0] not in _BOTH},
    **{pair[1]: "m" for pair in NOUN_PAIRS if pair[1] not in _BOTH},
}
_PERSON_NOUNS = """رئيس وزير نائب كاتب مؤلف طالب معلم مدرس مدير لاعب مغني فنان محامي طبيب ممرض عضو صحفي
    صحافي ممثل متحدث ناطق
    حاكم قاضي ملك امير دوق كونت بارون امبراطور سفير مستشار باحث عالم استاذ موظف عامل مواطن سباح عداء بطل نجم مخرج منتج
    مصور مصمم مهندس محرر ناشط سياسي مرشح فائز مطرب راقص شاعر رسام موسيقي عازف مدرب قائد سكرتير مساعد مراسل مذيع
    شاب طفل صديق زميل جار رفيق شريك خادم ضيف مهاجر لاجئ سجين متهم ضحيه ابن شقيق عم خال جد حفيد والد ارمل كاهن راهب
    اله بابا وريث ساحر اسير مقاتل جندي ضابط شرطي حارس مالك مؤسس مبتكر مكتشف متسابق رياضي دراج ملاكم متزلج عاشق حبيب
    خطيب سيد مزارع طباخ بائع تاجر رسول نبي امين مفوض مبعوث محلل خبير""".split()
_FEMALE_NOUNS = frozenset(
    """امراه المراه نساء النساء فتاه الفتاه فتيات الفتيات ام الام امها والده الوالده والدتها والدته ابنتها ابنته
    بنت بنات البنت البنات
    اخت الاخت اخوات شقيقه زوجه الزوجه زوجته زوجات سيده السيده سيدات السيدات جده الجده ارمله الارمله عروس العروس راهبات
    انثي الاناث اناث انثويه ممثلات ملكات اميرات ربه الام""".split()
)
_MALE_NOUNS = frozenset(
    """رجل الرجل رجال الرجال صبي الصبي فتي الفتي فتيان الفتيان اولاد الاولاد اب الاب ابيه ابيها والده والدها الوالد
    ابنها ابنه اخ
    الاخ اخوه الاخوه اخوات شقيقه زوج الزوج زوجها ازواج السيد سيد الساده جد الجد ارمل الارمل عريس العريس ذكر الذكور ذكور
    ذكوري رهبان ابناء الابناء ملوك امراء""".split()
) - {"والده", "شقيقه", "ابنه", "اخوات"}
_SKIPPED = frozenset(
    """also then later often never always still now once soon first finally eventually subsequently has had have was is
    were be been will would could can may might must should did does do not just only even already recently ever again
    own very most more two three first second""".split()
)
_AUXILIARY = frozenset(
    "has had have was is were be been will would could can may might must should did does do".split()
)
_DATIVE = ("ل", "ب", "من", "عن", "في", "مع", "علي", "الي", "لدي", "عند", "حول", "ضد", "بين", "نحو", "تجاه", "اثناء")
_PARTICLES = ("ان", "بان", "لان", "لكن", "كان", "فان", "كون", "لعل", "ليت", "اذ", "وان", "ولكن", "كونـ")
_KEPT = frozenset(
    """هذه هذا الله وجه مياه تجاه اتجاه فيه كره شبه نزيه وجيه فقيه مكروه توجيه تنبيه تشويه تنويه انتباه اشتباه منتبه
    متجه اتجه توجه واجه نبه شبه منه طه عبدالله نتنياهو""".split()
)
_SAYING = frozenset("قال اكد اعلن زعم اضاف صرح اوضح ذكر اشار شدد اعرب كتب لاحظ تذكر علق اجاب رد تحدث".split())
KINDS = ("verb", "saying", "object", "suffix", "particle", "dative", "pronoun", "relative", "noun")
_QUOTED = re.compile(r"[«“\"][^«»“”\"]{8,}[»”\"]")


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
    words: tuple[int, ...]
    """Word numbers of all words of gender."""
    things: int
    """it, its, they, their, them: other owners and subjects."""

    @property
    def model(self) -> str:
        """Which weights judge it: those of sentences with pronouns, or (``n``) of those with nouns only."""
        return f"{self.gender}{'' if self.pronouns else 'n'}"

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
    places: list[int] = []
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
        places.append(number)
        counts[gender] += 1
        following = [n for n in range(number + 1, min(number + 5, len(keys))) if keys[n] not in _SKIPPED]
        if key in _POSSESSIVE:
            possessed.extend((n, gender) for n in following[:2])
        elif key in _SUBJECT and following:
            verbs.append((following[0], gender))
            if following[0] > number + 1:
                verbs.extend((n, gender) for n in range(number + 1, following[0]) if keys[n] in _AUXILIARY)
    return Claim(
        counts["f"],
        counts["m"],
        pronouns,
        tuple(possessed),
        tuple(verbs),
        places[0] if places else -1,
        tuple(places),
        things,
    )


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
        said = _noun_gender(word.text, key)
        if said is not None:
            yield Sign(number, "noun", said)
        readings = verbs.readings(key)
        genders = {reading.gender for reading in readings}
        if len(genders) == 1 and not ("f" in genders and _thing_follows(ar, number)):
            kind = "saying" if readings[0].past and readings[0].stem in _SAYING else "verb"
            yield Sign(number, kind, genders.pop())
        if ending is not None and (not readings or all(reading.object for reading in readings)):
            yield Sign(number, "object" if readings else "suffix", ending)


def _thing_follows(ar: Passage, number: int) -> bool:
    """Whether a feminine noun that names no person comes next, as the subject: أعربت عائلته, جاءت النتيجة."""
    if number + 1 >= len(ar.words) or ar.text[ar.words[number].span.end : ar.words[number + 1].span.start].strip():
        return False
    word = ar.words[number + 1]
    if _noun_gender(word.text, word.key) is not None:
        return False
    return word.text.endswith(("ة", "ات", "ته", "تها", "تهم"))


def _noun_gender(text: str, key: str) -> Gender | None:
    """Gender of a noun that names a person: رئيسة, المتحدث, ابنتها."""
    bare = key[1:] if key[:1] in "وفبلك" and len(key) > 4 else key
    for form in (key, bare, key.replace("لل", "ال", 1) if key.startswith("لل") else key):
        if form in _FEMALE_NOUNS or (text.endswith("ة") and _stem(form) in _FEMALE_NOUNS):
            return "f"
        if form in _MALE_NOUNS:
            return "m"
        plain = form.removeprefix("ال")
        if text.endswith("ة") and plain[:-1] in _PERSONS:
            return "f"
        if plain in _PERSONS or (plain.endswith("ا") and plain[:-1] in _PERSONS):
            return "m"
        if plain.endswith("ات") and plain[:-2] in _PERSONS:
            return "f"
    return _owned_noun(bare)


def _owned_noun(key: str) -> Gender | None:
    """Gender of a person noun with a pronoun on it: مديرتها, أختي."""
    for pronoun in ("هما", "ها", "هم", "نا", "ه", "ي"):
        if key.endswith(pronoun) and len(key) - len(pronoun) >= 2:
            base = key[: -len(pronoun)]
            hidden = base[:-1] + "ه" if base.endswith("ت") else ""
            if hidden in _FEMALE_NOUNS or base in {"ام", "اخت", "بنت", "زوجات", "بنات"} or hidden[:-1] in _PERSONS:
                return "f"
            if base in _PERSONS or base in {"اب", "اخ", "زوج"}:
                return "m"
    return None


def _stem(form: str) -> str:
    return form.removeprefix("ال")


_PERSONS = frozenset(_PERSON_NOUNS)


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
    *(f"{kind}.only" for kind in KINDS),
    "first_verb.same", "first_verb.other", "linked_possessed.same", "linked_possessed.other",
    "linked_verb.same", "linked_verb.other", "pronouns", "things", "claims", "length", "none_same", "few_same", "one",
)  # fmt: skip


def outside_quotes(ar: Passage, signs: tuple[Sign, ...], original: Passage, claim: Claim) -> tuple[Sign, ...]:
    """Signs without those inside quotation marks, when the original speaks of the person outside them only."""
    quoted = [match.span() for match in _QUOTED.finditer(original.text)]
    if not quoted or any(a <= original.words[word].span.start < b for word in claim.words for a, b in quoted):
        return signs
    inside = [match.span() for match in _QUOTED.finditer(ar.text)]
    return tuple(s for s in signs if not any(a <= ar.words[s.word].span.start < b for a, b in inside))


def features(claim: Claim, gender: Gender, signs: tuple[Sign, ...], view: View) -> list[float]:
    """Figures of :data:`FEATURES` for an English sentence that names only ``gender``."""
    signs = outside_quotes(view.ar, signs, view.original, claim)
    counts = {(kind, side): 0 for kind in KINDS for side in (True, False)}
    for sign in signs:
        counts[sign.kind, sign.gender == gender] += 1
    row = [float(min(counts[kind, side], 3)) for kind in KINDS for side in (True, False)]
    same = sum(sign.gender == gender for sign in signs)
    row += [float(counts[kind, False] > 0 and same == 0) for kind in KINDS]
    first = next((sign for sign in signs if sign.kind in {"verb", "saying"}), None)
    leading = 0 <= claim.first <= 1
    row += [float(leading and first is not None and (first.gender == gender) == side) for side in (True, False)]
    by_word: dict[int, list[Sign]] = {}
    for sign in signs:
        by_word.setdefault(sign.word, []).append(sign)
    linked: dict[int, list[int]] = {}
    for link in view.links:
        if link.probability >= 0.35:
            linked.setdefault(link.original, []).append(link.ar)
    for places, kinds in ((claim.possessed, {"suffix", "dative"}), (claim.verbs, {"verb", "saying", "particle"})):
        found = [
            sign.gender == gender
            for word, _ in places
            for ar in linked.get(word, ())
            for sign in by_word.get(ar, ())
            if sign.kind in kinds
        ]
        row += [float(min(found.count(True), 2)), float(min(found.count(False), 2))]
    row += [
        float(min(claim.pronouns, 3)),
        float(min(claim.things, 2)),
        float(min(claim.feminine + claim.masculine, 4)),
        min(len(view.ar.words), 60) / 20,
        float(same == 0),
        float(same == 1),
        1.0,
    ]
    return row
