"""``mt-audit evaluate SUITE``: measure the engine and the checks on files of your own."""

from __future__ import annotations

import typer

from mt_audit.evaluate import load_suites
from mt_audit.evaluate.base import SUITES

app = typer.Typer(no_args_is_help=True, help="Measure against annotated data; one JSON object on standard output.")

load_suites()
for _name, _command in SUITES.items():
    app.command(_name)(_command)
