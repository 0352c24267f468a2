"""Nobody says it any more: the source of a statement is left out.

What it catches: said, told, according to … in the original where the Arabic sentence has no verb or phrase of speech or
source at all.

Why it matters: the paper itself now asserts what a party to the conflict claims.

When it is wrong: an interview or a quotation whose speaker was named in the sentence before; then the Arabic usually keeps
its quotation marks, and the finding is minor.

Source: our own reading of translated news.
"""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.attribution.speech import arabic_speech, english_speech
from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.linked import arabic_of, place_in_arabic
from mt_audit.core import Category, Hit, Severity

_MARKS = re.compile('["«»“”]')


def find(view: View) -> Iterator[Hit]:
    """A source in the original, none in the Arabic."""
    said = english_speech(view.original)
    if not said or len(view.ar.words) < 4 or any(len(key) > 13 for key in view.ar.keys):
        return  # words run together may hide the verb
    spoken = arabic_speech(view.ar)
    if not spoken:
        yield _hit(view, said[0], alone=True)
    elif len(spoken) < len(said):
        for j in said:
            speaker = [k for k in _speaker(view, j) if view.original.words[k].text[0].isupper()]
            if speaker and not arabic_of(view, j, 0.3) and not any(arabic_of(view, k, 0.3) for k in speaker):
                yield _hit(view, j, alone=False)
                return


def _hit(view: View, j: int, *, alone: bool) -> Hit:
    speaker = _speaker(view, j)
    named = any(arabic_of(view, k, 0.5) for k in speaker)
    quoted = bool(_MARKS.search(view.ar.text)) and view.original.keys[j] not in ("according",)
    first, last = min([j, *speaker]), max([j, *speaker])
    pronoun = any(view.original.keys[k] in ("he", "she", "they", "it", "i", "we") for k in speaker) or not speaker
    mild = named or (quoted and pronoun) or not alone
    at = max(0, min(len(view.ar.words) - 1, round(place_in_arabic(view, first))))
    return Hit(
        view.ar.words[at].span,
        f"The original names a source (“{view.original.span_of(first, last).of(view.original.text)}”); in the Arabic nobody says it.",
        original=view.original.span_of(first, last),
        confidence=0.5 if mild else 0.75,
        severity=Severity.MINOR if named or (quoted and pronoun) else None,
    )


def _speaker(view: View, j: int) -> list[int]:
    """Capitalised words and pronoun-free heads beside the verb of speech."""
    words = view.original.words
    if words[j].key == "according":
        return [k for k in range(j + 2, min(j + 6, len(words))) if k < j + 4 or words[k].text[0].isupper()]
    before = [k for k in range(max(0, j - 3), j) if words[k].text[0].isupper() or k == j - 1]
    return before or [k for k in range(j + 1, min(j + 3, len(words))) if words[k].text[0].isupper()]


CHECK = Check(
    id="ATT101",
    name="source-lost",
    category=Category.ATTRIBUTION,
    severity=Severity.MAJOR,
    scope="words",
    find=find,
    doc=__doc__ or "",
    bad=(
        Example(
            "⟦مصدر⟧ النفط حطام سفينة غرقت العام الماضي.", "Divers said the oil came from a ship that sank last year."
        ),
    ),
    good=(
        Example(
            "قال غواصون إن مصدر النفط سفينة غرقت العام الماضي.",
            "Divers said the oil came from a ship that sank last year.",
        ),
        Example("مصدر النفط سفينة غارقة، وفقا لغواصين.", "Divers said the oil came from a sunken ship."),
    ),
)
