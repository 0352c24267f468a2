"""Somebody else says it: the speaker of the Arabic is not the original's.

What it catches: a verb of speech followed by one name in the Arabic, where the original's verb has another name beside it
and that name is not the Arabic speaker's.

Why it matters: a statement is put into the wrong mouth.

When it is wrong: a spokesman's organisation named in place of him, a name told by its office; titles and common nouns
are therefore passed over.

Source: our own reading of translated news.
"""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.attribution.speech import speaks
from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.linked import arabic_of, lexical, originals_of, sure
from mt_audit.core import Category, Hit, Severity

_PAUSE = re.compile('[،,:«»"“”؛.]')
_SAY = frozenset(
    "said says told added announced stated confirmed noted warned explained insisted wrote tweeted".split()
)
_TITLES = frozenset(
    "السيد السيده الرئيس الدكتور الدكتوره وزير رئيس المتحدث القس السير المدرب مدرب السيناتور لاعب المدير القائد الملازم المفتش النائب النائبه شركه وكاله وزاره منظمه صحيفه هيئه اداره شرطه حكومه قناه شبكه محطه مكتب موقع".split()
)
_NOT_NAMES = frozenset(
    "he she it they we i who that this the a an mr mrs ms monday tuesday wednesday thursday friday saturday sunday".split()
)


def find(view: View) -> Iterator[Hit]:
    """Speakers of the Arabic that do not answer the original's."""
    for i, key in enumerate(view.ar.keys):
        if not speaks(key):
            continue
        said = [j for j in originals_of(view, i, 0.35) if view.original.keys[j] in _SAY][:1]
        if not said:
            continue
        speakers = _speakers(view, said[0])
        if not speakers:
            continue
        name = next((k for k in range(i + 1, min(i + 4, len(view.ar.keys))) if view.ar.keys[k] not in _TITLES), None)
        if (
            name is None
            or name - i > 2
            or _PAUSE.search(view.ar.text, view.ar.words[i].span.end, view.ar.words[name].span.start)
        ):
            continue
        linked = originals_of(view, name, 0.3)
        if not linked and _replaced(view, name, speakers):
            yield _hit(view, name, speakers, None, 0.66)
            continue
        faint = bool(linked) and linked[0] in speakers and sure(view, name) < 0.6
        if (
            faint
            and not any(lexical(view, view.ar.keys[name], j) >= 0.2 for j in speakers)
            and _unlike(view, name, speakers)
        ):
            yield _hit(view, name, speakers, None, 0.66)
            continue
        if not linked or any(j in speakers for j in linked):
            continue
        other = linked[0]
        latin = view.original.words[other].text
        answers = [k for j in speakers for k in arabic_of(view, j, 0.5)]
        if (
            not latin[0].isupper()
            or other == 0
            or any(abs(k - i) <= 2 for k in answers)
            or originals_of(view, name, 0.6) == []
        ):
            continue
        if min(abs(other - j) for j in speakers) <= 2:
            continue
        yield _hit(view, name, speakers, view.ar.words[answers[0]].text if answers else None, 0.72)


def _replaced(view: View, name: int, speakers: list[int]) -> bool:
    """Whether the original's speaker has no Arabic at all and the Arabic's no original, and they do not sound alike."""
    if any(arabic_of(view, j, 0.25) for j in speakers) or len(view.ar.keys[name]) < 4 or not view.ar.words[name].arabic:
        return False
    if view.ar.keys[name].startswith(("ال", "ان", "انه", "بان")) or view.ar.keys[name] in (
        "ايضا",
        "احد",
        "سابقا",
        "امس",
        "لاحقا",
    ):
        return False
    return _unlike(view, name, speakers)


def _unlike(view: View, name: int, speakers: list[int]) -> bool:
    """Whether the Arabic word is no spelling of any of the original's words."""
    text = view.ar.words[name].text
    if len(text) < 4 or text.startswith(("ال", "أيض")) or "\u064b" in text:
        return False
    return all(view.kit.names.score(text, view.original.words[j].text.removesuffix("'s")) < 0.2 for j in speakers)


def _hit(view: View, name: int, speakers: list[int], suggestion: str | None, confidence: float) -> Hit:
    return Hit(
        view.ar.words[name].span,
        f"In the Arabic {view.ar.words[name].text} says it; in the original it is "
        f"“{view.original.span_of(min(speakers), max(speakers)).of(view.original.text)}”.",
        original=view.original.span_of(min(speakers), max(speakers)),
        suggestion=suggestion,
        confidence=confidence,
    )


def _speakers(view: View, said: int) -> list[int]:
    """Indices of the name that stands as speaker beside the original's verb ``said``; empty when it is not plain."""
    words, text = view.original.words, view.original.text
    first = said
    while first and words[first - 1].text[0].isupper() and words[first - 1].key not in _NOT_NAMES:
        if first < said and text[words[first - 1].span.end : words[first].span.start].strip():
            break
        first -= 1
    if first < said:
        if text[words[said - 1].span.end : words[said].span.start].strip():
            return []
        lead = text[: words[first].span.start].rstrip()
        closing = said + 1 >= len(words) or text[words[said].span.end : words[said + 1].span.start].strip() != ""
        plain = (
            not lead
            or lead[-1] in '."”’'
            or (lead.endswith(",") and closing)
            or lead.endswith((" and", " but", " as", "Mr", "Ms", "Mr.", "Ms.", "Mrs."))
        )
        return list(range(first, said)) if plain else []
    lead = text[: words[said].span.start].rstrip()
    if not lead.endswith((",", "”", '"', "’", "'")):
        return []
    after = []
    for k in range(said + 1, min(said + 5, len(words))):
        if not words[k].text[0].isupper() or words[k].key in _NOT_NAMES:
            break
        after.append(k)
    return after


CHECK = Check(
    id="ATT103",
    name="speaker-changed",
    category=Category.ATTRIBUTION,
    severity=Severity.CRITICAL,
    scope="words",
    find=find,
    doc=__doc__ or "",
    bad=(
        Example(
            "وقال ⟦زيلينسكي⟧ إن المحادثات مع بوتين ستبدأ قريبا.",
            "The talks with Zelensky will begin soon, Putin said.",
        ),
    ),
    good=(
        Example(
            "وقال بوتين إن المحادثات مع زيلينسكي ستبدأ قريبا.", "The talks with Zelensky will begin soon, Putin said."
        ),
    ),
)
