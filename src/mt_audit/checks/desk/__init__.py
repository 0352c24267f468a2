"""The desk's own rules: glossaries, preferred spellings, words to leave alone, and rules of one's own.

They are read from the user's files when an audit starts, so they are not among the checks of the package.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mt_audit.checks.base import Check
from mt_audit.checks.desk.glossary import Term, glossary_checks, read_glossary
from mt_audit.checks.desk.rules import read_rules
from mt_audit.errors import UsageError


def desk_checks(files: Sequence[Path]) -> tuple[Check, ...]:
    """Checks from glossaries (CSV, TSV, TBX) and rule tables (TOML). UsageError names the file and what is wrong."""
    terms: list[Term] = []
    rules: list[Check] = []
    for path in files:
        match path.suffix.lower():
            case ".toml":
                rules.extend(read_rules(path))
            case ".csv" | ".tsv" | ".tbx" | ".xml":
                terms.extend(read_glossary(path))
            case _:
                raise UsageError(f"{path} is no glossary and no rule table.", "Give CSV, TSV, TBX or TOML files.")
    seen: dict[str, Check] = {}
    for rule in rules:
        if rule.id in seen:
            raise UsageError(f"Two rules are called {rule.id}.", "Give each rule an id of its own.")
        seen[rule.id] = rule
    return (*glossary_checks(tuple(terms)), *rules)
