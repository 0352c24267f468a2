"""What the encoder learns from: weighted sentence pairs, dictionary entries, and sentences made of entries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mt_audit.training import corpora


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase with its translations and how likely news is to use it."""

    en: tuple[str, ...]
    ar: tuple[str, ...]
    weight: float
    kind: str
    cues: tuple[str, ...] = ()


def inflected(lemma: str, pos: str) -> tuple[str, ...]:
    """Regular English forms of a lemma, itself first; the first word of a multiword verb is inflected."""
    head, space, tail = lemma.partition(" ")
    forms = [head]
    last = head[-1:].lower()
    vowel = head[-2:-1].lower() in "aeiou"
    if pos.startswith(("v", "n")):
        if last == "y" and not vowel:
            forms.append(f"{head[:-1]}ies")
        else:
            forms.append(f"{head}es" if head.endswith(("s", "x", "z", "ch", "sh")) else f"{head}s")
    if pos.startswith("v"):
        short = len(head) <= 4 and vowel and last not in "aeiouwxy" and head[-3:-2].lower() not in "aeiou"
        stem = head + last if short else head
        forms.append(f"{head}d" if last == "e" else f"{head[:-1]}ied" if last == "y" and not vowel else f"{stem}ed")
        forms.append(f"{head[:-1]}ing" if last == "e" and not head.endswith("ee") else f"{stem}ing")
    forms += (
        [form for form in _IRREGULAR.get(head.lower(), ()) if form not in forms] if pos.startswith(("v", "n")) else []
    )
    if pos.startswith("n") and space:
        return (lemma, f"{lemma}s")
    return tuple(form + space + tail for form in forms)


def _irregular() -> dict[str, tuple[str, ...]]:
    from mt_audit.engine.irregular import NOUNS, VERBS

    found: dict[str, list[str]] = {}
    for table in (VERBS, NOUNS):
        for form, readings in table.items():
            for lemma, _ in readings:
                found.setdefault(lemma, []).append(form)
    return {lemma: tuple(forms) for lemma, forms in found.items()}


_IRREGULAR = _irregular()


def entries(shared: Path) -> Iterator[Entry]:
    """Every dictionary entry and name with its weight: our lexicon by rank, open dictionaries and names lighter."""
    for rank, row in enumerate(corpora.lexicon_rows(shared)):
        if row.ar:
            yield Entry(inflected(row.en, row.pos), row.ar, 1.0 / (1.0 + rank / 1500.0), "lexicon", row.cues)
    for name in corpora.news_names(shared):
        yield Entry(name.en, name.ar, 0.8, "news-name")
    grouped: dict[str, set[str]] = {}
    for en, ar in corpora.open_dictionary(shared):
        if len(en.split()) <= 3 and len(ar.split()) <= 4:
            grouped.setdefault(en, set()).add(ar)
    for en in sorted(grouped):
        yield Entry((en,), tuple(sorted(grouped[en])), 0.03, "dictionary")
    persons: dict[str, list[str]] = {}
    for en, ar, count in corpora.name_tokens(shared):
        persons.setdefault(en, []).extend([ar] * min(count, 5))
    for en in sorted(persons):
        yield Entry((en,), tuple(sorted(persons[en])), 0.03 + 0.01 * min(len(persons[en]), 20), "person")
    phrases: dict[str, set[str]] = {}
    for en, ar in corpora.name_phrases(shared):
        phrases.setdefault(en, set()).add(ar)
    for en in sorted(phrases):
        yield Entry((en,), tuple(sorted(phrases[en])), 0.02, "phrase")
    yield from conjugated(shared)
    yield from number_entries()
    yield from german_entries(shared)


def conjugated(shared: Path, verbs: int = 1500) -> Iterator[Entry]:
    """Persons, tenses and negation of the commonest verbs: *we say* نقول, *they will not say* لن يقولوا."""
    taken: set[str] = set()
    for rank, row in enumerate(corpora.lexicon_rows(shared)):
        if row.pos != "v" or " " in row.en or row.en in taken or len(row.ar) < 2 or len(taken) >= verbs:
            continue
        past, present = row.ar[:2]
        if present.startswith("ي") and " " not in past + present:
            taken.add(row.en)
            weight = 0.05 / (1.0 + rank / 1500.0)
            for en, ar in _conjugations(inflected(row.en, "v"), past, present):
                yield Entry((en,), (ar,), weight, "verb")


def _conjugations(forms: tuple[str, ...], past: str, present: str) -> Iterator[tuple[str, str]]:
    """English and Arabic phrases of one verb; forms that change the Arabic stem (weak verbs) are left out."""
    base, third, before, ing = forms[0], forms[1], forms[4] if len(forms) > 4 else forms[2], forms[3]
    rest = present[1:]
    yield from ((f"I {base}", f"أ{rest}"), (f"we {base}", f"ن{rest}"), (f"you {base}", f"ت{rest}"))
    yield from ((f"he {third}", present), (f"she {third}", f"ت{rest}"), (f"he is {ing}", present))
    yield from ((f"he will {base}", f"س{present}"), (f"she will {base}", f"ست{rest}"), (f"we will {base}", f"سن{rest}"))
    yield from ((f"he does not {base}", f"لا {present}"), (f"I don't {base}", f"لا أ{rest}"), (f"he {before}", past))
    if rest[-1] not in "ىيوءا":
        yield from ((f"they {base}", f"{present}ون"), (f"they will {base}", f"س{present}ون"))
        yield from ((f"he did not {base}", f"لم {present}"), (f"he will not {base}", f"لن {present}"))
        yield (f"they did not {base}", f"لم {present}وا")
    if past[-1] not in "ىيا" and not (len(past) == 3 and past[1] == "ا"):
        yield from ((f"she {before}", f"{past}ت"), (f"I {before}", f"{past}ت"))
        yield from ((f"we {before}", f"{past}نا"), (f"they {before}", f"{past}وا"))


_UNITS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_ARABIC_UNITS = (
    "صفر واحد|واحدة اثنان|اثنين|اثنتان|اثنتين ثلاثة|ثلاث أربعة|أربع خمسة|خمس ستة|ست سبعة|سبع "
    "ثمانية|ثماني|ثمان تسعة|تسع عشرة|عشر "
    "أحد#عشر|إحدى#عشرة اثني#عشر|اثنا#عشر"
).split()
_TENS = {
    "twenty": "عشرون|عشرين", "thirty": "ثلاثون|ثلاثين", "forty": "أربعون|أربعين", "fifty": "خمسون|خمسين",
    "sixty": "ستون|ستين", "seventy": "سبعون|سبعين", "eighty": "ثمانون|ثمانين", "ninety": "تسعون|تسعين",
    "hundred": "مئة|مائة|مئات", "thousand": "ألف|آلاف", "million": "مليون|ملايين", "billion": "مليار|مليارات|بليون",
    "trillion": "تريليون|تريليونات", "dozen": "دزينة|عشرات", "half": "نصف", "third": "ثالث|ثالثة|ثلث", "quarter": "ربع",
    "first": "أول|أولى", "second": "ثان|ثاني|ثانية", "fourth": "رابع|رابعة", "fifth": "خامس|خامسة",
    "sixth": "سادس|سادسة",
    "seventh": "سابع|سابعة", "eighth": "ثامن|ثامنة", "ninth": "تاسع|تاسعة", "tenth": "عاشر|عاشرة", "twice": "مرتين",
    "January|Jan": "يناير|كانون الثاني|جانفي", "February|Feb": "فبراير|شباط|فيفري", "March": "مارس|آذار",
    "April|Apr": "أبريل|إبريل|نيسان|أفريل", "May": "مايو|أيار|ماي", "June|Jun": "يونيو|حزيران|جوان",
    "July|Jul": "يوليو|تموز|جويلية", "August|Aug": "أغسطس|آب|أوت", "September|Sept|Sep": "سبتمبر|أيلول",
    "October|Oct": "أكتوبر|تشرين الأول", "November|Nov": "نوفمبر|تشرين الثاني", "December|Dec": "ديسمبر|كانون الأول",
    "Monday|Mon": "الاثنين|الإثنين", "Tuesday|Tue": "الثلاثاء", "Wednesday|Wed": "الأربعاء", "Thursday|Thu": "الخميس",
    "Friday|Fri": "الجمعة", "Saturday|Sat": "السبت", "Sunday|Sun": "الأحد", "mph": "ميل في الساعة",
    "km": "كيلومتر|كلم|كم",
    "percent|per cent": "بالمئة|في المئة|بالمائة|في المائة|%", "$": "دولار", "€": "يورو", "£": "جنيه إسترليني",
}  # fmt: skip


def number_entries() -> Iterator[Entry]:
    """Figures, number words, months, days: what both languages write alike or by a closed list."""
    for value, (en, ar) in enumerate(zip(_UNITS, _ARABIC_UNITS, strict=True)):
        forms = tuple(ar.replace("#", " ").split("|"))
        yield Entry((en, str(value)), (*forms, str(value)), 0.6, "number")
    for en, ar in _TENS.items():
        yield Entry(tuple(en.split("|")), tuple(ar.split("|")), 0.6, "number")
    for number in (*range(1, 100), *range(100, 1000, 50), *range(1900, 2036), *range(1000, 10_000, 500)):
        yield Entry((str(number),), (str(number),), 0.06, "number")
    for thousands in (*range(1, 30), *range(30, 1000, 10)):
        yield Entry(
            (f"{thousands},000",), (f"{thousands} ألف", f"{thousands},000", f"{thousands} آلاف"), 0.03, "number"
        )


def german_entries(shared: Path) -> Iterator[Entry]:
    """German news words with the Arabic of their English meaning; words that English also has are left out."""
    from importlib.resources import files

    meanings: dict[str, tuple[str, ...]] = {}
    english: set[str] = set()
    for row in corpora.lexicon_rows(shared):
        meanings.setdefault(row.en.lower(), row.ar)
        english.update(form.lower() for form in inflected(row.en, row.pos))
    table = files("mt_audit.engine") / "assets" / "german" / "words.tsv"
    for line in table.read_text(encoding="utf-8").splitlines():
        word, _, translations = line.partition("\t")
        ar = tuple(form for lemma in corpora.split_bar(translations) for form in meanings.get(lemma, ())[:4])
        if ar and word not in english:
            yield Entry((word, word + "en", word + "e", word + "er", word + "s"), ar, 0.4, "german")
