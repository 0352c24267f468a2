"""Characters broken by a wrong encoding.

What it catches: remains of UTF-8 read as Latin-1 («â€œ», «2025.â.»), replacement characters, Arabic read as Latin
(«Ø§Ù„»).
Why: prints as rubbish; sometimes a mark that carried meaning (a quotation, a dash) is lost.
When wrong: a French or Portuguese word with such a letter; a single letter counts only next to digits, marks or
spaces.
Source: check 29 of the field's common list (corrupt characters).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.core import Category, Hit, Severity, Span

_BROKEN = re.compile(
    r"\ufffd+|(?:[ØÙÚÛ][\u0080-\u00bf\u2018-\u2122§„‡ˆ‰Š‹ŒŽ]){2,}|â(?:€[\u0080-\u2122\"“”˜™¦œ]?|[\u0080-\u009f]{1,2})"
    r"|(?<![A-Za-zÀ-ÿ])[âÂÃ](?![A-Za-zÀ-ÿ])\.?"
)


def find(view: View) -> Iterator[Hit]:
    """Byte patterns that only a wrong decoding leaves."""
    for match in _BROKEN.finditer(view.ar.text):
        yield Hit(
            Span(match.start(), match.end()),
            "Broken characters: the text was decoded with the wrong character set.",
            suggestion="",
            confidence=0.95,
        )


check = Check(
    id="TYP101",
    name="broken-characters",
    category=Category.TYPOGRAPHY,
    severity=Severity.MINOR,
    scope="sentence",
    find=find,
    doc=__doc__,
    bad=(
        Example("صدر القرار في 3 مايو 2025.⟦â.⟧"),
        Example("وقال ⟦â€œ⟧لن نقبل."),
    ),
    good=(Example("صدر القرار في 3 مايو 2025."), Example("زار مدينة Châlons الفرنسية.")),
)
