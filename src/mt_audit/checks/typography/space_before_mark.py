"""A space before the Arabic comma, semicolon or question mark.

What it catches: «موسكو ، روسيا»: Arabic writes its marks close to the word before.
Why: a habit of some engines and some sites, never proof of either; an editor closes it up.
When wrong: hardly ever; it is one finding an article, at the first place, with the number of places.
Source: Arabic typography; check 22 of the field's common list (punctuation spacing).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.core import Category, Hit, Severity, Span

_SPACED = re.compile(r"(\S+)[ \u00a0]+([،؛؟])")


def find(view: View) -> Iterator[Hit]:
    """The first such place of the article; the message counts the others."""
    places = list(_SPACED.finditer(view.ar.text))
    if places:
        first = places[0]
        more = f" ({len(places)} places in this article)" if len(places) > 1 else ""
        yield Hit(
            Span(first.start(), first.end()),
            f"A space stands before «{first[2]}»{more}.",
            suggestion=first[1] + first[2],
            confidence=0.95,
        )


check = Check(
    id="TYP102",
    name="space-before-mark",
    category=Category.TYPOGRAPHY,
    severity=Severity.MINOR,
    scope="document",
    find=find,
    doc=__doc__,
    bad=(Example("وصل الوفد إلى ⟦الدوحة ،⟧ ثم غادر مساء."),),
    good=(Example("وصل الوفد إلى الدوحة، ثم غادر مساء."),),
)
