"""Plants one known distortion into a correct translation.

Twelve kinds, each an operation on the Arabic text that a careless machine or a tired editor might have made. The
operations know the original only through word links (to tell which Arabic word names whom); what they change is found in
the Arabic. They share no tables with the checks except inflection (``text.antonyms.turned``) and the number reader, which
are needed to keep the sentence grammatical.
"""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from mt_audit.checks.base import View
from mt_audit.checks.linked import originals_of
from mt_audit.checks.role.places import names, sounds
from mt_audit.core import Span
from mt_audit.text.antonyms import arabic_forms, family_of, turned
from mt_audit.text.dates import MONTHS_AR, WEEKDAYS_AR, dates
from mt_audit.text.folding import fold
from mt_audit.text.numbers import Quantity, numbers
from mt_audit.text.units import units_of


@dataclass(frozen=True, slots=True)
class Planted:
    """A distorted sentence. ``span``: what was changed, in ``text``; for an omission the words on both sides of the gap."""

    kind: str
    text: str
    span: Span
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Stock:
    """Material from the other sentences of the file: clauses to add and names to put in."""

    clauses: tuple[str, ...]
    names: tuple[str, ...]


Operation = Callable[[View, Stock, Random], Planted | None]


def _put(kind: str, text: str, span: Span, now: str) -> Planted:
    return Planted(
        kind, text[: span.start] + now + text[span.end :], Span(span.start, span.start + len(now)), span.of(text), now
    )


def _first(options: Iterator[Planted] | Sequence[Planted], random: Random) -> Planted | None:
    found = list(options)
    return random.choice(found) if found else None


# ── number ───────────────────────────────────────────────────────────────────────────────────────────────────────────

_SCALES = (("مليون", "مليار"), ("ملايين", "مليارات"), ("ألف", "مليون"), ("آلاف", "ملايين"))
_WORDS = (
    ("ثلاثة", "خمسة", "سبعة", "أربعة", "ستة", "ثمانية", "تسعة"),
    ("ثلاث", "خمس", "سبع", "أربع", "ست", "تسع"),
    ("عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"),
    ("عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"),
)


def number(view: View, stock: Stock, random: Random) -> Planted | None:
    """Another digit, another scale, or another number word."""
    text = view.ar.text
    taken = [when.span for when in dates(text, "ar")]
    options: list[Planted] = []
    for quantity in numbers(text, "ar"):
        if quantity.weak or quantity.kind in ("time", "vague") or any(quantity.span.overlaps(span) for span in taken):
            continue
        options.extend(_other_number(quantity, text, random))
    return _first(options, random)


def _other_number(quantity: Quantity, text: str, random: Random) -> Iterator[Planted]:
    written = quantity.span.of(text)
    digits = [i for i, character in enumerate(written) if character.isdigit()]
    if digits:
        i = random.choice(digits[:2])
        zero = ord("٠") if ord(written[i]) >= 0x660 else ord("0")
        old = ord(written[i]) - zero
        new = random.choice([d for d in range(1, 10) if d != old])
        yield _put("number", text, quantity.span, written[:i] + chr(zero + new) + written[i + 1 :])
    for pair in _SCALES:
        for old_word, new_word in (pair, pair[::-1]):
            if match := re.search(rf"(?<!\w){old_word}(?!\w)", written):
                span = Span(quantity.span.start + match.start(), quantity.span.start + match.end())
                yield _put("number", text, span, new_word)
    for row in _WORDS:
        for word in row:
            if match := re.search(rf"(?<!\w)[وبل]?({word})(?!\w)", written):
                span = Span(quantity.span.start + match.start(1), quantity.span.start + match.end(1))
                yield _put("number", text, span, random.choice([other for other in row if other != word]))


# ── date, unit ───────────────────────────────────────────────────────────────────────────────────────────────────────


def date(view: View, stock: Stock, random: Random) -> Planted | None:
    """Another weekday, month or year."""
    text = view.ar.text
    options = []
    for when in dates(text, "ar"):
        written = when.span.of(text)
        if when.part == "weekday":
            now = random.choice([day for n, day in enumerate(WEEKDAYS_AR) if n != when.value])
            options.append(_put("date", text, when.span, now if written.startswith("ال") else now[2:]))
        elif when.part == "month":
            options.append(
                _put(
                    "date",
                    text,
                    when.span,
                    random.choice([m[0] for n, m in enumerate(MONTHS_AR, 1) if n != when.value]),
                )
            )
        elif when.part == "year" and written.isascii():
            options.append(_put("date", text, when.span, str(when.value + random.choice((-10, -3, -2, 2, 3, 10)))))
    return _first(options, random)


_SWAPS = {
    "money": ("دولار", "يورو", "جنيه إسترليني", "ين", "روبل"),
    "length": ("كيلومتر", "ميل", "متر", "قدم"),
    "mass": ("كيلوغرام", "رطل", "طن"),
    "time": ("ساعات", "أيام", "أسابيع", "أشهر", "سنوات"),
    "temperature": ("درجة مئوية", "درجة فهرنهايت"),
    "area": ("هكتار", "فدان"),
    "volume": ("لتر", "برميل", "غالون"),
    "speed": ("كيلومتر في الساعة", "ميل في الساعة"),
}


def unit(view: View, stock: Stock, random: Random) -> Planted | None:
    """Another unit or currency behind the same figure."""
    text = view.ar.text
    options = []
    for quantity in numbers(text, "ar"):
        if quantity.unit is None or quantity.unit_span is None or quantity.unit.dimension not in _SWAPS:
            continue
        written = quantity.unit_span.of(text)
        if written.startswith("ال") or quantity.value < 3:
            continue
        keys = {unit.key for unit in quantity.alternatives}
        others = [
            word
            for word in _SWAPS[quantity.unit.dimension]
            if not keys & {unit.key for unit in units_of(fold(word).replace(" ", "_"), True)}
        ]
        if quantity.unit.dimension == "money" and keys & {"pound", "sterling"}:
            others = [word for word in others if not word.startswith("جنيه")]
        if others:
            options.append(_put("unit", text, quantity.unit_span, random.choice(others)))
    return _first(options, random)


# ── entity, role, attribution ────────────────────────────────────────────────────────────────────────────────────────

_COUNTRIES = (
    "فرنسا", "روسيا", "الصين", "ألمانيا", "إيران", "تركيا", "مصر", "العراق", "سوريا", "إسرائيل", "أوكرانيا", "بريطانيا", "إيطاليا",
    "إسبانيا", "اليابان", "الهند", "باكستان", "السعودية", "قطر", "كندا", "المكسيك", "البرازيل", "أستراليا", "السويد", "النرويج",
)  # fmt: skip
_PREFIXED = re.compile("^(?:[وفبلك]|لل|بال|وال|ال)")


def name_words(view: View) -> list[tuple[int, int]]:
    """Arabic words that render a capitalised word of the original (not the first word), with that word's index."""
    found = []
    for i, word in enumerate(view.ar.words):
        if not word.arabic or len(word.key) < 4:
            continue
        for j in originals_of(view, i, 0.6)[:1]:
            latin = view.original.words[j].text
            if j > 0 and latin[0].isupper() and len(latin) > 2 and latin.lower() not in _NO_NAMES:
                found.append((i, j))
    return found


_NO_NAMES = frozenset(
    "the and but for mr mrs ms dr sir president minister senator sen gov rep judge monday tuesday wednesday thursday friday saturday "
    "sunday january february march april may june july august september october november december house court party".split()
)


def entity(view: View, stock: Stock, random: Random) -> Planted | None:
    """Another name in place of a name: a country for a country, else a name of another story."""
    text = view.ar.text
    options = []
    for name in names(view):
        word = view.ar.words[name.first]
        if name.first != name.last or _clitic(word.text) or not sounds(view, name):
            continue
        if any(fold(country) == word.key for country in _COUNTRIES):
            options.append(
                _put("entity", text, word.span, random.choice([c for c in _COUNTRIES if fold(c) != word.key]))
            )
        elif others := [n for n in stock.names if fold(n)[:2] != word.key[:2] and fold(n) not in view.ar.keys]:
            options.append(_put("entity", text, word.span, random.choice(others)))
    return _first(options, random)


def _runs(view: View) -> list[tuple[int, int]]:
    """Neighbouring name words as one name each."""
    runs: list[tuple[int, int]] = []
    for i, _ in name_words(view):
        if (
            runs
            and runs[-1][1] == i - 1
            and view.ar.text[view.ar.words[i - 1].span.end : view.ar.words[i].span.start] == " "
        ):
            runs[-1] = (runs[-1][0], i)
        else:
            runs.append((i, i))
    return runs


def role(view: View, stock: Stock, random: Random) -> Planted | None:
    """Two names of one kind that play different parts in one clause change places."""
    text = view.ar.text
    options = []
    runs = [
        name
        for name in names(view)
        if not _clitic(view.ar.words[name.first].text)
        and not _clitic(view.ar.words[name.last].text)
        and not set(view.ar.keys[name.first : name.last + 1]) & _SMALL
    ]
    for i, one in enumerate(runs):
        for other in runs[i + 1 : i + 3]:
            left, right = one.span(view), other.span(view)
            between = text[left.end : right.start]
            low, high = sorted((one, other), key=lambda name: min(name.originals))
            apart = view.original.keys[max(low.originals) + 1 : min(high.originals)]
            if one.kind != other.kind or not 3 <= len(between) <= 80 or re.search(r"[.؛:«»\"“”()]", between):
                continue
            if (re.match(r"\s*،?\s*و", between) and len(between) < 8) or set(apart) <= _TOGETHER:
                continue
            if set(one.originals) & set(other.originals):
                continue
            if not sounds(view, one) or not sounds(view, other):
                continue
            options.append(_put("role", text, Span(left.start, right.end), right.of(text) + between + left.of(text)))
    return _first(options, random)


_SMALL = frozenset("في من علي الي مع عن ان و يوم نحو".split())
_TOGETHER = frozenset(
    "of in at and or the a an near for s mr mrs ms president minister senator coach keeper manager".split()
)


def _clitic(word: str) -> bool:
    return bool(re.match("^(?:و(?!ا)|ب(?=ال)|ل(?=ل)|لل|بال|وال)", word))


_SAY = re.compile(
    r"(?<!\w)(و?)(قال|قالت|أكد|أكدت|أضاف|أضافت|ذكر|ذكرت|أعلن|أعلنت|صرح|صرحت|أوضح|أوضحت|أفاد|أفادت|أشار|أشارت)(?= )"
)
_DENY = {"ت": "نفت", "": "نفى"}
_SOURCE = re.compile(
    r"[،,]?\s*(?:وفقا|وفقًا|وفقاً|بحسب|حسب|طبقا|طبقًا|نقلا عن|نقلًا عن|حسبما (?:ذكر|ذكرت|أفاد|أفادت|قال|قالت)|وفق)\s+(?:ل\w*|ما \w+|\w+)(?:\s+[^\s،.,؛\"»]+){0,5}(?=[،.,؛\"»]|$)"
)
_LEAD = re.compile(
    r"^(و?(?:قال|قالت|أكد|أكدت|أضاف|أضافت|ذكر|ذكرت|أعلن|أعلنت|صرح|صرحت|أوضح|أوضحت) [^\"«»،.:]{3,60}? (?:إن|أن|بأن|إنه|أنه|إنها|أنها)(?= ))"
)


def attribution(view: View, stock: Stock, random: Random) -> Planted | None:
    """Somebody else says it, it is denied instead of said, or nobody says it any more."""
    text = view.ar.text
    options: list[Planted] = []
    for match in _SAY.finditer(text):
        options.append(
            _put("attribution", text, Span(match.start(2), match.end(2)), _DENY["ت" if match[2].endswith("ت") else ""])
        )
        speaker = [run for run in _runs(view) if 0 <= view.ar.words[run[0]].span.start - match.end() <= 2]
        for first, last in speaker[:1]:
            span = view.ar.span_of(first, last)
            others = [name for name in stock.names if fold(name) not in view.ar.keys]
            if others and not _clitic(span.of(text)):
                options.append(_put("attribution", text, span, random.choice(others)))
    for pattern in (_SOURCE, _LEAD):
        for match in pattern.finditer(text):
            rest = text[: match.start()] + text[match.end() :]
            if len(rest.split()) >= 5:
                options.append(_gap("attribution", text, Span(match.start(), match.end())))
    return _first(options, random)


def _gap(kind: str, text: str, span: Span) -> Planted:
    """Words taken out; the span covers the words that now stand on both sides of the gap."""
    left, right = text[: span.start].rstrip(), text[span.end :].lstrip(" ")
    joint = "" if not left or right[:1] in '،.,؛"»' else " "
    now = left + joint + right
    start = max(left.rfind(" ", 0, len(left)) + 1, 0)
    end = now.find(" ", len(left) + 1)
    return Planted(kind, now, Span(start, end if end > 0 else len(now)), span.of(text), "")


# ── negation, modality, quantifier, direction ────────────────────────────────────────────────────────────────────────

_PRESENT = re.compile("^ي[\u0621-\u064a]{3,}$")
_FUTURE = re.compile("^(و?)س([يت][\u0621-\u064a]{3,})$")
_NOT = re.compile(r"(?<!\w)(و?)(لا|لم|لن|ليس|ليست) (?=[\u0621-\u064a]{3})")
_BLOCKED = frozenset("لا لم لن ليس ليست ما ان أن لا ولا ولم ولن قد وقد فلا الا لكي كي حتي لولا".split())


def negation(view: View, stock: Stock, random: Random) -> Planted | None:
    """A negative word put in before a verb, or taken out."""
    text = view.ar.text
    options = [
        _put("negation", text, Span(match.start(), match.end()), match[1] + ("سوف " if match[2] == "لن" else ""))
        for match in _NOT.finditer(text)
        if not re.match(r"[يت]زال|يزل|بد |شك |سيما", text[match.end() :])
    ]
    options = [
        Planted(p.kind, p.text, Span(p.span.start, _word_end(p.text, p.span.end)), p.was, p.now) for p in options
    ]
    for i, word in enumerate(view.ar.words):
        if i and view.ar.keys[i - 1] in _BLOCKED:
            continue
        verb = originals_of(view, i, 0.5)[:1]
        if not verb or view.original.words[verb[0]].text[0].isupper():
            continue
        if match := _FUTURE.match(word.text):
            options.append(_put("negation", text, word.span, f"{match[1]}لن {match[2]}"))
        elif _PRESENT.match(word.text) and _english_verb(view, verb[0]):
            options.append(_put("negation", text, word.span, f"لا {word.text}"))
    return _first(options, random)


def _word_end(text: str, start: int) -> int:
    match = re.compile(r"[^\s،.,؛:\"»]+").match(text, start)
    return match.end() if match else start


def _english_verb(view: View, j: int) -> bool:
    key = view.original.keys[j]
    before = view.original.keys[j - 1] if j else ""
    return (key.endswith(("s", "ed", "ing")) and not key.endswith(("ss", "'s"))) or before in (
        "will would can could may to should must they we he she it who which that".split()
    )


_MODAL = (
    ("ربما", "بالتأكيد"),
    ("من المحتمل", "من المؤكد"),
    ("من المرجح", "من المؤكد"),
    ("من الممكن", "من المؤكد"),
    ("من المتوقع", "من المؤكد"),
    ("يمكن", "يجب"),
    ("يجب", "يمكن"),
    ("ينبغي", "يمكن"),
    ("يتعين", "يمكن"),
    ("لا بد", "من الممكن"),
    ("يُزعم أن", "ثبت أن"),
    ("يزعم أن", "ثبت أن"),
    ("المزعوم", "المؤكد"),
    ("المزعومة", "المؤكدة"),
)
_MAY = re.compile(r"(?<!\w)(و?)قد (ي[\u0621-\u064a]{3,})")


def modality(view: View, stock: Stock, random: Random) -> Planted | None:
    """Possible made certain, must made may, may made must, alleged made proven."""
    text = view.ar.text
    options = []
    for old, new in _MODAL:
        for match in re.finditer(rf"(?<!\w)(?:[وف])?({old})(?!\w)", text):
            if text[: match.start(1)].endswith(("لا ", "لم ", "لن ", "غير ")):
                continue
            options.append(_put("modality", text, Span(match.start(1), match.end(1)), new))
    options.extend(
        _put("modality", text, Span(may.start(), may.end()), f"{may[1]}سوف {may[2]}") for may in _MAY.finditer(text)
    )
    for i, word in enumerate(view.ar.words):
        linked = originals_of(view, i, 0.5)
        if (ahead := _FUTURE.match(word.text)) and linked and not view.original.words[linked[0]].text[0].isupper():
            options.append(_put("modality", text, word.span, f"{ahead[1]}قد {ahead[2]}"))
    return _first(options, random)


_QUANTITY = (
    ("جميع", "بعض"),
    ("كل", "بعض"),
    ("كافة", "بعض"),
    ("بعض", "جميع"),
    ("معظم", "قليل من"),
    ("غالبية", "قلة من"),
    ("أغلب", "قليل من"),
    ("أكثر من", "أقل من"),
    ("أقل من", "أكثر من"),
    ("على الأقل", "على الأكثر"),
    ("ما لا يقل عن", "ما لا يزيد على"),
    ("العديد من", "القليل من"),
    ("الكثير من", "القليل من"),
    ("عدد من", "جميع"),
)


def quantifier(view: View, stock: Stock, random: Random) -> Planted | None:
    """All for some, most for few, more than for less than."""
    text = view.ar.text
    options = []
    for old, new in _QUANTITY:
        for match in re.finditer(rf"(?<!\w)(?:[وبفل])?({old})(?!\w)", text):
            if not _renders(view, match.start(1)):
                continue
            if old == "كل" and re.match(r" (?:من|ما|شيء|عام|يوم|مرة)\b", text[match.end() :]):
                continue
            options.append(_put("quantifier", text, Span(match.start(1), match.end(1)), new))
    return _first(options, random)


def _renders(view: View, at: int) -> bool:
    """Whether the Arabic word at an offset surely renders a word of the original."""
    return any(
        word.span.start <= at < word.span.end and originals_of(view, i, 0.4) for i, word in enumerate(view.ar.words)
    )


def direction(view: View, stock: Stock, random: Random) -> Planted | None:
    """A word of direction turned into its contrary, inflection kept."""
    text = view.ar.text
    options = []
    for i, word in enumerate(view.ar.words):
        forms = [form for form in arabic_forms(word.key) if family_of(form.pole) == "direction"]
        linked = [j for j in originals_of(view, i, 0.6) if len(view.original.keys[j]) > 3]
        if not forms or not linked or (i and view.ar.keys[i - 1] in _BLOCKED):
            continue
        if re.search("[\u064b\u0651-\u0652]", word.text) and forms[0].slot in ("past", "word"):
            continue  # أبدًا is not a verb
        now = turned(forms[0], word.text)
        if now and now != word.text:
            options.append(_put("direction", text, word.span, now))
    return _first(options, random)


# ── omission, addition ───────────────────────────────────────────────────────────────────────────────────────────────

_CLAUSE = re.compile(r"[،؛,]\s+")
_OPENERS = re.compile(
    r"(?<= )(?:الذي|التي|الذين|حيث|بعد أن|بعدما|قبل أن|عندما|مما|بسبب|من أجل|على الرغم|رغم|بينما|وكان|وكانت|وهو|وهي|فيما|إذ|إذا|لأن|خلال|ولكن|لكن|وذلك)(?= )"
)


def clauses(text: str) -> list[Span]:
    """Stretches of 5 to 16 words that begin at a comma or a conjunction and end at a comma or the end of the sentence."""
    end = len(text.rstrip(' .؟!"»”'))
    starts = [m.end() for m in _CLAUSE.finditer(text)] + [m.start() for m in _OPENERS.finditer(text)]
    stops = sorted({m.start() for m in _CLAUSE.finditer(text)} | {end})
    found = []
    for start in sorted(set(starts)):
        stop = next((s for s in stops if s > start), None)
        if stop is None:
            continue
        words = len(text[start:stop].split())
        quotes = len(re.findall('["«»“”()]', text[start:stop]))
        if 5 <= words <= 16 and quotes % 2 == 0:
            found.append(Span(start, stop))
    return found


def omission(view: View, stock: Stock, random: Random) -> Planted | None:
    """A clause is left out."""
    text = view.ar.text
    words = len(text.split())
    options = []
    for span in clauses(text):
        if len(span.of(text).split()) > 0.6 * words or span.start < 8:
            continue
        lead = len(text[: span.start]) - len(text[: span.start].rstrip(" ،؛,"))
        options.append(_gap("omission", text, Span(span.start - lead, span.end)))
    return _first(options, random)


def addition(view: View, stock: Stock, random: Random) -> Planted | None:
    """A clause of another story is put in."""
    text = view.ar.text
    if not stock.clauses or len(text.split()) < 6:
        return None
    clause = random.choice(stock.clauses)
    stops = [m.start() for m in _CLAUSE.finditer(text)] + [len(text.rstrip(' .؟!"»”'))]
    at = random.choice(stops)
    now = f"، {clause}"
    planted = _put("addition", text, Span(at, at), now)
    return Planted(planted.kind, planted.text, Span(at + 2, at + len(now)), "", clause)


OPERATIONS: dict[str, Operation] = {
    "number": number,
    "date": date,
    "unit": unit,
    "entity": entity,
    "negation": negation,
    "modality": modality,
    "attribution": attribution,
    "role": role,
    "quantifier": quantifier,
    "direction": direction,
    "omission": omission,
    "addition": addition,
}
"""The twelve kinds in report order."""


def stock_of(views: Sequence[View]) -> Stock:
    """Clauses and single-word names of a file's sentences."""
    material = [clause.of(view.ar.text) for view in views for clause in clauses(view.ar.text)]
    found = {
        name.span(view).of(view.ar.text)
        for view in views
        for name in names(view)
        if name.first == name.last and not _PREFIXED.match(view.ar.words[name.first].text) and sounds(view, name)
    }
    return Stock(tuple(dict.fromkeys(material)), tuple(sorted(text for text in found if len(fold(text)) >= 4)))


def plant(view: View, stock: Stock, random: Random, counts: dict[str, int]) -> Planted | None:
    """One distortion in one sentence, of the kind planted least so far among those that fit; ``counts`` is kept up."""
    for kind in sorted(OPERATIONS, key=lambda kind: (counts.get(kind, 0), kind)):
        planted = OPERATIONS[kind](view, stock, random)
        if planted is not None and planted.text != view.ar.text:
            counts[kind] = counts.get(kind, 0) + 1
            return planted
    return None
