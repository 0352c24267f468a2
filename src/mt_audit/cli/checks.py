"""``mt-audit checks`` and ``mt-audit explain``: what is looked for, and why."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer


def checks(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
) -> None:
    """List every check: id, name, category, severity, what it looks at."""
    from mt_audit.checks import all_checks

    listed = all_checks()
    if as_json:
        rows = [
            {"id": c.id, "name": c.name, "category": c.category.value, "severity": c.severity.value, "scope": c.scope,
             "since": c.since, "status": c.status}
            for c in listed
        ]  # fmt: skip
        sys.stdout.write(json.dumps(rows, ensure_ascii=False) + "\n")
        return
    from rich.console import Console
    from rich.table import Table

    table = Table("id", "name", "category", "severity", "looks at")
    for check in listed:
        table.add_row(check.id, check.name, check.category.value, check.severity.value, check.scope)
    Console().print(table)


def explain(check: Annotated[str, typer.Argument(help="Id or name of a check, e.g. NUM101.")]) -> None:
    """Explain one check: what it catches, why it matters, when it is wrong, with examples."""
    from mt_audit.checks import matching
    from mt_audit.report.handbook import in_terminal

    for found in matching((check,)):
        in_terminal(found)
