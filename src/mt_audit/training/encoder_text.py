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
            yield Entry(inflected(row.en, row.pos), row.ar, 1.0 / (1.0 + rank / 1500.0), "lexicon")
    for name in corpora.news_names(shared):
        yield Entry(name.en, name.ar, 0.8, "news-name")
    grouped: dict[str, set[str]] = {}
    for en, ar in corpora.open_dictionary(shared):
        if len(en.split()) <= 3 and len(ar.split()) <= 4:
            grouped.setdefault(en, set()).add(ar)
    for en in sorted(grouped):
        yield Entry((en,), tuple(sorted(grouped[en])), 0.05, "dictionary")
    persons: dict[str, list[str]] = {}
    for en, ar, count in corpora.name_tokens(shared):
        persons.setdefault(en, []).extend([ar] * min(count, 5))
    for en in sorted(persons):
        yield Entry((en,), tuple(sorted(persons[en])), 0.03 + 0.01 * min(len(persons[en]), 20), "person")
    phrases: dict[str, set[str]] = {}
    for en, ar in corpora.name_phrases(shared):
        phrases.setdefault(en, set()).add(ar)
    for en in sorted(phrases):
        yield Entry((en,), tuple(sorted(phrases[en])), 0.05, "phrase")
