"""What the program says besides its reports: errors to standard error, and as JSON where JSON was asked for."""

from __future__ import annotations

import sys

from mt_audit.errors import MtAuditError

_as_json = False


def answer_in_json(wanted: bool) -> None:
    """From now on errors are also printed to standard output as the report contract's error object."""
    global _as_json
    _as_json = wanted


def fail(error: MtAuditError) -> int:
    """Say what went wrong; returns the exit code."""
    sys.stderr.write(f"mt-audit: {error}\n" + (f"  {error.hint}\n" if error.hint else ""))
    if _as_json:
        from mt_audit.report.json import render_json_error

        sys.stdout.write(render_json_error(error, indent=None))
    return error.exit_code
