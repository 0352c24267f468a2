"""The command line's front door: every failure is one sentence and an exit code, never a traceback."""

from __future__ import annotations

import gc
import os
import sys

from mt_audit.errors import MtAuditError

INTERRUPTED = 130


def main() -> None:
    """Run ``mt-audit``.

    Exit codes: 0 clean, 1 findings, 2 wrong use, 3 could not audit, 4 internal error, 130 interrupted.
    """
    from mt_audit.cli.app import app
    from mt_audit.cli.speak import fail

    # The engine's tables are hundreds of thousands of small objects that live to the end; looking through them for
    # garbage while they are made costs an eighth of a first audit.
    gc.set_threshold(200_000, 20, 50)
    try:
        app()
    except MtAuditError as error:
        sys.exit(fail(error))
    except KeyboardInterrupt:
        sys.stderr.write("mt-audit: interrupted\n")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # The reader went away (mt-audit … | head): not a fault of ours. Silence the flush at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:
        if os.environ.get("MT_AUDIT_DEBUG"):
            raise
        message = f"internal error: {type(error).__name__}: {error}"
        sys.exit(fail(MtAuditError(message, "Set MT_AUDIT_DEBUG=1 for the traceback, and please report it.")))
