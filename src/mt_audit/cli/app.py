"""The commands, put together."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from mt_audit import __version__
from mt_audit.cli import audit as audit_command
from mt_audit.cli.align import align
from mt_audit.cli.archive import app as archive_app
from mt_audit.cli.checks import checks, explain
from mt_audit.cli.detect import detect
from mt_audit.cli.find import find
from mt_audit.cli.handbook import handbook
from mt_audit.cli.options import SETTINGS
from mt_audit.cli.score import score
from mt_audit.cli.settings import defaults

app = typer.Typer(
    name="mt-audit",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Audits Arabic news for machine translation: finds the original, aligns the two, flags changes of meaning.",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"mt-audit {__version__}")
        raise typer.Exit


@app.callback()
def common(
    context: typer.Context,
    _version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Read the settings file, so that its values are the options' defaults."""
    if context.invoked_subcommand == "audit" and not os.environ.get("MT_AUDIT_NO_SETTINGS"):
        context.default_map = {"audit": defaults(set(SETTINGS), Path.cwd())}


app.command("audit")(audit_command.audit)
app.command("detect")(detect)
app.command("find")(find)
app.command("align")(align)
app.add_typer(archive_app, name="archive")
app.command("score")(score)
app.command("checks")(checks)
app.command("explain")(explain)
app.command("handbook")(handbook)
if sys.argv[1:2] not in (["audit"], ["detect"]):
    # The suites' modules take longer to import than all commands together; these two are waited for.
    from mt_audit.cli.evaluate import app as evaluate_app

    app.add_typer(evaluate_app, name="evaluate")
