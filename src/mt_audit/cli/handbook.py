"""``mt-audit handbook``: one page for each check, written or compared."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from mt_audit.errors import UsageError

STALE = 1
"""Exit code of ``--check`` when pages differ from the checks."""


def handbook(
    folder: Annotated[Path, typer.Argument(help="Where the pages are: index.html and one page for each check.")],
    check: Annotated[bool, typer.Option("--check", help="Write nothing; say which pages are stale.")] = False,
) -> None:
    """Write the handbook of all checks as HTML, or say which of its pages are out of date."""
    from mt_audit.checks import all_checks
    from mt_audit.report.handbook import stale, write

    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is not a folder.", "Name a folder for the pages.")
    changed = stale(all_checks(), folder) if check else write(all_checks(), folder)
    for name in changed:
        sys.stdout.write(f"{name}\n")
    if check and changed:
        sys.stderr.write(f"mt-audit: {len(changed)} pages are stale; mt-audit handbook {folder} writes them.\n")
        raise typer.Exit(STALE)
