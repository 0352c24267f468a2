"""What denies in a sentence: negative words, words that deny by their meaning, and fixed phrases that only look negative."""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from mt_audit.core import Language
from mt_audit.text.passage import Passage

Strength = Literal["negative", "lexical"]


@dataclass(frozen=True, slots=True)
class Denial:
    """A word that denies. ``word``: its index; ``last``: index of the last word of the expression; ``head``: index of
    the word it bears on, or ``word`` itself when it is lexical."""

    word: int
    last: int
    head: int
    strength: Strength
    kind: str


_AR_PROCLITIC = re.compile(
    "^(?:و|ف)?(لا|لن)$|^و?(ليس|ليست|ليسوا|لسنا)$|^(?:ف)?(لم)$|^(?:و|ف)?(لست|لستم)$|^(?:و|ف)?(?:ب|ل|ال|بال|لل)?(غير|عدم)$|^(?:و|ف)?(?:ب|من)?(دون|بدون|بلا)$"
)
_AR_STILL = re.compile("^(?:[يتن]زال(?:ون|ان|وا)?|زال|زالت|زالوا|[يت]زل)$")
_AR_FIXED = {
    "لا": frozenset(
        "سيما بد شك محاله مفر غير باس مناص غني جرم باس غرو يقل تقل يتجاوز تتجاوز يزيد تزيد يتعدي تتعدي".split()
    ),
    "غير": frozenset("ان انه انها انهم".split()),
    "ليس": frozenset("فقط الا".split()),
    "دون": frozenset("سن ال".split()),
}
_AR_LEXICAL = re.compile(
    "^(?:و|ف)?(?:س|ل)?(?:"
    "نف(?:ي|ت|وا|ا|اه|اها|ته)|[يتن]نف(?:ي|ون|ين|ي?ه|يها)|(?:ال|ل|ب)?نفي(?:ه|ها|هم)?|ناف(?:يا|يه|ين)|"
    "[ايتن]?نكر(?:ت|وا|ون)?|(?:ال)?انكار(?:ه|ها)?|"
    "(?:[ايتن])?رفض(?:ت|وا|ون|ه|ها|هم|نا|وه)?|(?:ال|ب|ل)?رافض(?:ا|ه|ين|ون)?|مرفوض(?:ه)?|"
    "[يتن]?فشل(?:ت|وا|ون)?|(?:ال|ب|ل)?فشل(?:ه|ها|هم)?|فاشل(?:ه|ا)?|(?:ا|[يتن])?خفق(?:ت|وا|ون)?|(?:ال)?اخفاق(?:ه|ها)?|"
    "[يتن]?عجز(?:ت|وا|ون)?|(?:ال)?عاجز(?:ه|ين|ون|ا)?|[يت]?تعذر(?:ت)?|(?:ال)?تعذر|"
    "[اي]ستبعد(?:ت|وا|ون)?|تستبعد|(?:ال)?استبعاد|مستبعد(?:ا|ه)?|(?:ال)?مستحيل(?:ا|ه)?|استحال(?:ه|ت)?|يستحيل|"
    "امتنع(?:ت|وا)?|[يتن]متنع(?:ون)?|(?:ال)?امتناع(?:ه|ها)?|ممنوع(?:ه|ا)?|"
    "[يتن]?حظر(?:ت|وا)?|(?:ال|ب|ل)?حظر|محظور(?:ه|ا)?|[يتن]?منع(?:ت|وا|ها|ه|هم)?|(?:ال|ل|ب)?منع(?:ه|ها|هم)?|"
    "[يتا]فتقر(?:ت|ون|وا)?|(?:ال)?افتقار(?:ه|ها)?|(?:ال|ل|ب)?انعدام|(?:ال|ل|ب)?غياب|(?:ال|ل|ب)?نقص|"
    "[يتن]?حرم(?:ت|وا)?|حرمان|محروم(?:ين|ون|ه)?|[يتن]?تجنب(?:ت|وا|ون)?|تجنبا|[يت]?تفادي|لتفادي|"
    "(?:ال)?قليل(?:ون|ين|ه|ا)?|قله|نادر(?:ا|ه)?|بالكاد|يكاد|تكاد|كاد|كادت|سوي|فقط|مجرد|"
    "خال(?:يا|يه|ي)?|خلو|لولا|عديم(?:ه)?|خلافا|بدلا|عوضا|اقل|باستثناء|عدا|"
    "[يتن]?جهل(?:ت|ون|وا)?|[يتن]?نس(?:ي|ت|وا|ون)|[يتن]?توقف(?:ت|وا|ون)?|[يت]كف|كف(?:ت|وا)?|تراجع(?:ت|وا)?|"
    "صعب(?:ه|ا)?|(?:ال)?صعوبه|تعارض(?:ت|ه)?|[يتن]?عارض(?:ت|وا|ون)?|الغ(?:ي|ت|يت|اء)|[يت]لغي|"
    "بعيد(?:ا|ه)?|عكس|ضد|بمناي|اللا.*|لا[بتنسمع]..+|لاانساني.*|كذب(?:ت|وا)?|ينقص.*|تنقص.*|يخلو|تخلو|يغيب|تغيب|غاب(?:ت)?|انتف(?:ي|ت)|"
    "استنكر.*|سيء.*|ضعيف.*|ضعف|مجهول.*|مفقود.*|متعذر.*|مستعص.*|انقطع.*|انقطاع|حال|حالت|يحول|تحول|اخرج.*|الا|والا|فقد(?:ت|وا)?|تبقي|بقي|ابقي|ابقت|خسائر|براء.*|بريء.*|بريئ.*|خارج|معلق.*|حذر.*|[يتن]حذر.*|نزه"
    ")$"
)
_AR_MA = re.compile("^(?:و|ف)?ما$")

_EN_NEGATIVE = frozenset(
    "not no never none nobody nothing neither nor nowhere without cannot n't noone ain't aint non kein keine keinen keiner "
    "keinem nicht nie niemals nichts niemand ohne weder".split()
)
_EN_LEXICAL = re.compile(
    "^(?:fail(?:s|ed|ing|ure|ures)?|refus\\w*|den(?:y|ies|ied|ying|ial|ials)|reject\\w*|lack\\w*|absen\\w*|avoid\\w*|prevent\\w*|"
    "prohibit\\w*|ban(?:s|ned|ning)?|stop(?:s|ped|ping)?|unable|unlikely|impossib\\w*|only|barely|hardly|scarcely|rarely|seldom|"
    "few|fewer|little|unless|except\\w*|instead|rather|free|doubt\\w*|far|yet|least|until|till|"
    "miss(?:es|ed|ing)?|forb\\w+|disagree\\w*|dismiss\\w*|rule|ruled|decline[ds]?|declining|neglect\\w*|ignor\\w*|exclud\\w*|"
    "escape[ds]?|spare[ds]?|resist\\w*|oppos\\w*|block\\w*|restrain\\w*|cancel\\w*|abandon\\w*|other|others|otherwise|bar|barred|"
    "un[a-z]{4,}|(?:in|im|ir|il)[a-z]{4,}(?:able|ible|ably|ibly)|infinite\\w*|in(?:ability|active|adequate|appropriate|capable|complete|consistent|correct|decent|definite\\w*|direct\\w*|"
    "effective|evitabl\\w+|experienced|explicable|formal|sufficient|tolerab\\w+|valid|visible|voluntary|accessible|accurate|human\\w*)|"
    "im(?:mortal|balance|material|measurabl\\w+|mobile|patient|perfect|plausible|possible|probable|proper\\w*)|"
    "ir(?:rational|regular\\w*|relevan\\w+|replaceable|responsib\\w+|reversib\\w+)|il(?:legal\\w*|licit|literate|logical)|"
    "dis(?:abled|advantage\\w*|appear\\w*|approv\\w*|believ\\w*|content\\w*|honest\\w*|like\\w*|obey\\w*|order\\w*|qualif\\w*|"
    "respect\\w*|satisf\\w*|similar|trust\\w*|connect\\w*|continu\\w*|courag\\w*|prov\\w*|regard\\w*|suad\\w*)|"
    "non\\w+|mis\\w{4,}|[a-z]+less|[a-z]+-free|limited|merely|mere|too|hard|difficult|tough|"
    "halt\\w*|quit|stuck|trapped|short|without|zero|nil|empty|vain|minus|stranger\\w*|shortage|lost|lose[sr]?|losing|"
    "contrary|against|beyond|never-\\w+|no-\\w+|not-\\w+|anonym\\w*|unknown|secret\\w*|"
    "nur|kaum|wenige?|verweiger\\w*|lehnt\\w*|abgelehnt|un\\w{4,}|\\w+los(?:e[nrms]?)?|ausser|außer)$"
)
_FALSE_UN = re.compile(
    "^(?:under\\w*|union\\w*|unite\\w*|uniti\\w*|unity|unit|units|univers\\w*|unique\\w*|uncle\\w*|until|unveil\\w*|unif\\w*|unfold\\w*|unleash\\w*|unter\\w*|unse\\w*)$"
)


@lru_cache(maxsize=65536)
def ar_lexical(key: str) -> bool:
    """Whether a folded Arabic word can answer for a negation of the original by its meaning."""
    return bool(_AR_LEXICAL.match(key))


@lru_cache(maxsize=65536)
def en_lexical(key: str) -> bool:
    """Whether a folded English word can answer for an Arabic negation by its meaning."""
    return bool(_EN_LEXICAL.match(key)) and not _FALSE_UN.match(key)


@lru_cache(maxsize=65536)
def _ar_negative(key: str) -> str:
    match = _AR_PROCLITIC.match(key)
    return next((group for group in match.groups() if group), "") if match else ""


_EN_SOFT = re.compile(
    "^(?:stop\\w*|only|rather|free|far|anything|yet|still|remain\\w*|continu\\w*|least|until|till|miss\\w*|rule|ruled|"
    "other|others|otherwise|but|limited|just|merely|mere|too|hard|difficult|tough|bad|poor\\w*|weak\\w*|wrong|halt\\w*|"
    "end(?:s|ed|ing)?|quit|zero|nil|stranger\\w*|loss|lost|lose[sr]?|losing|different|despite|against|beyond|out|off|away|"
    "under\\w+|mis\\w+|little|few|fewer|instead|except\\w*|escape[ds]?|spare[ds]?|cancel\\w*|block\\w*|oppos\\w*|anonym\\w*|"
    "secret\\w*|minus|shortage|drought|direct\\w*)$"
)


@lru_cache(maxsize=65536)
def soft(key: str) -> bool:
    """Whether an English word denies so faintly that it answers for a negation only where it stands close by."""
    return bool(_EN_SOFT.match(key))


def denials(passage: Passage) -> tuple[Denial, ...]:
    """All denials of a passage, in order; fixed phrases that only look negative are left out."""
    return _denials(passage.keys, passage.language)


@lru_cache(maxsize=4096)
def _denials(keys: tuple[str, ...], language: Language) -> tuple[Denial, ...]:
    return tuple(_arabic(keys) if language == "ar" else _other(keys))


def _arabic(keys: tuple[str, ...]) -> list[Denial]:
    found: list[Denial] = []
    skip = -1
    for i, key in enumerate(keys):
        if i <= skip:
            continue
        following = keys[i + 1] if i + 1 < len(keys) else ""
        negative = _ar_negative(key)
        if key == "ولم" and following[:1] in ("ي", "ت", "ن", "ا"):
            negative = "لم"  # bare ولم is also the verb of "reunite" (لم شمل)
        if negative:
            if _AR_STILL.match(following):
                skip = i + 1
                continue
            if following in _AR_FIXED.get("ليس" if negative.startswith("لي") else negative, ()):
                found.append(Denial(i, i, i, "lexical", "fixed"))
                continue
            if key in ("لا", "دون", "ولا") and following.isdigit():
                continue
            if negative == "لا" and i and keys[i - 1] in ("ام", "او", "وان", "والا"):
                continue
            if negative == "لم" and i and keys[i - 1] in ("اذا", "واذا", "فاذا", "ما", "ان", "وان"):
                found.append(Denial(i, i, i, "lexical", "unless"))
                continue
            found.append(Denial(i, i, min(i + 1, len(keys) - 1), "negative", negative))
        elif _AR_MA.match(key) and _AR_STILL.match(following):
            skip = i + 1
        elif key == "الا" and following[:1] in ("ي", "ت", "ن") and len(following) > 3:
            found.append(Denial(i, i, i + 1, "negative", "لا"))  # ألا, of أن لا or of أ لا
        elif key in ("الا", "والا") or ar_lexical(key):
            found.append(Denial(i, i, i, "lexical", key))
        elif (
            _AR_MA.match(key)
            and following
            and (
                following in ("ان", "من", "كان", "كانت") or following.endswith("ت") or keys[i + 1 : i + 4].count("الا")
            )
        ):
            found.append(Denial(i, i, min(i + 1, len(keys) - 1), "lexical", "ما"))
    return [_exception(denial, found) for denial in found if not _of_exception(denial, found)]


_EXCEPTIONS = frozenset(("الا", "سوي"))


def _exception(denial: Denial, found: list[Denial]) -> Denial:
    """لم … سوى says "only": the pair counts as one word that denies by its meaning."""
    if denial.strength == "negative" and any(0 < d.word - denial.word <= 7 and d.kind in _EXCEPTIONS for d in found):
        return Denial(denial.word, denial.last, denial.head, "lexical", "only")
    return denial


def _of_exception(denial: Denial, found: list[Denial]) -> bool:
    return denial.kind in _EXCEPTIONS and any(0 < denial.word - d.word <= 7 and d.strength == "negative" for d in found)


def _other(keys: tuple[str, ...]) -> list[Denial]:
    found: list[Denial] = []
    for i, key in enumerate(keys):
        if key in _EN_NEGATIVE or key.endswith("n't"):
            following = keys[i + 1] if i + 1 < len(keys) else ""
            if key == "never" and following in ("more", "before", "again", "ending"):
                found.append(Denial(i, i, i, "lexical", key))
            elif key == "no" and (
                following.isdigit()
                or following in ("doubt", "matter", "less", "fewer", "more", "wonder", "later", "change", "changes")
            ):
                found.append(Denial(i, i, i, "lexical", key))
            elif key == "not" and following in ("only", "just", "least", "merely", "simply"):
                found.append(Denial(i, i, i, "lexical", key))
            else:
                found.append(Denial(i, i, _head(keys, i), "negative", key))
        elif en_lexical(key):
            found.append(Denial(i, i, i, "lexical", key))
    return found


_SKIPPED = frozenset(
    "be been being have has had do does did to the a an any one of all even ever yet longer really very so much i we he she it "
    "they you will would can could may might should must is are was were going able".split()
)


_PREPOSITIONS = frozenset("in on at by for from with of about as and or but because if that this these those".split())


def _head(keys: tuple[str, ...], i: int) -> int:
    for j in range(i + 1, min(i + 6, len(keys))):
        if keys[j] in ("and", "or", "but", "because"):
            return i
        if keys[j] not in _SKIPPED and keys[j] not in _PREPOSITIONS:
            return j
    return i
