"""Rules of one's own, in TOML, each with its examples; a rule whose examples do not behave is refused.

::

    [[rule]]
    id = "DSK501"
    name = "occupied-west-bank"
    pattern = "(?<!المحتلة )الضفة الغربية(?! المحتلة)"     # a regular expression over the Arabic
    original = "occupied West Bank"                        # optional: only beside an original that says this
    message = "The original says occupied."
    suggestion = "الضفة الغربية المحتلة"                   # optional
    severity = "major"                                     # critical, major or minor (default)
    bad = ["زار الوفد ⟦الضفة الغربية⟧ أمس."]
    good = ["زار الوفد الضفة الغربية المحتلة أمس."]
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mt_audit.checks.base import Check, Example, View
from mt_audit.core import Category, Hit, Scope, Severity, Span
from mt_audit.errors import UsageError

_KNOWN = {"id", "name", "pattern", "original", "message", "suggestion", "severity", "category", "bad", "good"}


def read_rules(path: Path) -> tuple[Check, ...]:
    """The rules of a TOML file, their examples run. UsageError names the rule and the example that fails."""
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path} cannot be read as TOML: {error}", "Mend the file.") from error
    rows = table.get("rule")
    if not isinstance(rows, list) or not rows:
        raise UsageError(f"{path} has no [[rule]].", "Write at least one rule.")
    return tuple(_rule(row, f"{path}, rule {row.get('id', number)}") for number, row in enumerate(rows, 1))


def _rule(row: dict[str, Any], where: str) -> Check:
    unknown = sorted(set(row) - _KNOWN)
    missing = sorted({"id", "name", "pattern", "message", "bad", "good"} - set(row))
    if unknown or missing:
        what = f"no field is called {unknown[0]!r}" if unknown else f"the field {missing[0]!r} is missing"
        raise UsageError(f"{where}: {what}.", f"Fields: {', '.join(sorted(_KNOWN))}.")
    try:
        pattern = re.compile(row["pattern"])
        source = re.compile(row["original"], re.I) if "original" in row else None
        severity = Severity(row.get("severity", "minor"))
        category = Category(row.get("category", Category.SENSE.value))
    except (re.error, ValueError, TypeError) as error:
        raise UsageError(f"{where}: {error}.", "Mend the rule.") from error
    message, suggestion = str(row["message"]), row.get("suggestion")

    def find(view: View) -> Iterator[Hit]:
        at: Span | None = None
        if source is not None:
            match = source.search(view.original.text)
            if match is None:
                return
            at = Span(match.start(), match.end())
        for match in pattern.finditer(view.ar.text):
            if match.end() > match.start():
                yield Hit(Span(match.start(), match.end()), message, at, suggestion, 0.9)

    plain = row.get("original", "")
    bad = tuple(Example(text, plain) for text in row["bad"])
    good = tuple(Example(text, plain) for text in row["good"])
    try:
        scope: Scope = "pair" if source is not None else "sentence"
        check = Check(row["id"], row["name"], category, severity, scope, find, bad, good, doc=message)
    except ValueError as error:
        raise UsageError(f"{where}: {error}.", "Ids look like DSK501; a rule has bad and good examples.") from error
    for example in (*bad, *good):
        found = [(match.start(), match.end()) for match in pattern.finditer(example.text)]
        if found != [(span.start, span.end) for span in example.spans]:
            shown = [example.text[start:end] for start, end in found]
            raise UsageError(f"{where}: the example «{example.ar}» is matched at {shown}.", "Mark what must be found.")
    return check
