"""A name spelt by the letters of a third language.

What: «سيلنسكيج» (German *Selenskyj* read letter by letter), «لاورو» for لافروف (German *Lawrow*), «موسكاو» for موسكو.
Why: an Arabic reader does not recognise the person or place; it shows that the text came through another language.
When wrong: the word must be none that people write, must fit the German letters of a listed name, and must not fit its
English or Arabic spellings.
Source: news translated from German.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.entity.matching import forms_of
from mt_audit.core import Category, Hit, Severity
from mt_audit.engine.gazetteer import Entry
from mt_audit.engine.names import Names
from mt_audit.text.folding import fold
from mt_audit.text.names import fold_arabic, fold_latin, tokens

_FITS, _FITS_NOT = 0.7, 0.4


@lru_cache(maxsize=4)
def _german(names: Names) -> tuple[tuple[str, ...], tuple[Entry, ...]]:
    """Folded one-word German spellings and their entries."""
    rows = [
        (fold_latin(spelling), entry)
        for entry in names.gazetteer.entries
        for spelling in entry.german
        if " " not in spelling and len(spelling) >= 5
    ]
    return tuple(row[0] for row in rows), tuple(row[1] for row in rows)


def find(view: View) -> Iterator[Hit]:
    """Strange words that read like the German spelling of a listed name and unlike its own."""
    names = view.kit.names
    spellings, entries = _german(names)
    for word in view.ar.words:
        if not word.arabic or len(word.key) < 5 or _usual(view, word.key):
            continue
        for form in forms_of(word.key):
            key = fold_arabic(form)
            if len(key) < 5:
                continue
            scores = names.token_scores(spellings, [key])[:, 0]
            best = int(np.argmax(scores))
            entry = entries[best]
            listed = [spelling for spelling in entry.wrong if fold(spelling) == form and entry.german]
            if scores[best] < _FITS and not listed:
                continue
            own = {token for spelling in entry.latin for token in tokens(spelling)}
            if not listed and max(float(names.token_scores([token], [key])[0, 0]) for token in own) >= _FITS_NOT:
                continue
            right = entry.arabic[0].split()[-1] if entry.kind == "person" else entry.arabic[0]
            head = word.text[: len(word.text) - len(form)] if form != word.key else ""
            yield Hit(
                word.span,
                f"«{word.text}» spells {entry.latin[0]} by the letters of German ({entry.german[0]}); "
                f"Arabic writes {right}.",
                suggestion=head + right,
                confidence=0.9,
            )
            break


def _usual(view: View, key: str) -> bool:
    names = view.kit.names
    if view.kit.language.known(key):
        return True
    return any((form,) in names.gazetteer.arabic or names.persons_called(fold_arabic(form)) for form in forms_of(key))


check = Check(
    id="ENT104",
    name="name-by-foreign-letters",
    category=Category.ENTITY_WRONG_SOURCE,
    severity=Severity.MAJOR,
    scope="sentence",
    find=find,
    doc=__doc__,
    bad=(Example("وأعلن ⟦سيلنسكيج⟧ أن بلاده لن تتراجع."),),
    good=(
        Example("وأعلن زيلينسكي أن بلاده لن تتراجع."),
        Example("وقال لافروف في موسكو إن الحوار مستمر."),
    ),
)
