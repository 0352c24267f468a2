"""What can go wrong, as types.

::

    MtAuditError                 one clear sentence, a hint, and the exit code of the command line
    ├── UsageError               2  wrong use or wrong settings
    │   └── MissingExtraError    2  an optional part is not installed; the hint names the extra
    ├── IngestError              3  an article could not be read
    ├── ArchiveError             3  the archive of originals could not be read or written
    ├── FetchError               3  something on the network did not answer, or was refused
    └── EngineError              4  a shipped asset is missing or damaged
"""

from __future__ import annotations

from typing import ClassVar


class MtAuditError(Exception):
    """Any failure that mt-audit explains in one sentence, without a traceback.

    ``str(error)`` is the sentence; ``hint`` says what to do next.
    """

    exit_code: ClassVar[int] = 4
    kind: ClassVar[str] = "internal"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class UsageError(MtAuditError):
    """The command, an option or a settings file is wrong."""

    exit_code = 2
    kind = "usage"


class MissingExtraError(UsageError):
    """An optional library is needed and is not installed."""

    kind = "missing-extra"

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(
            f"{what} needs the '{extra}' extra, which is not installed.",
            f"pip install 'mt-audit[{extra}]'",
        )
        self.extra = extra


class IngestError(MtAuditError):
    """An article could not be read, or holds nothing to audit."""

    exit_code = 3
    kind = "ingest"


class ArchiveError(MtAuditError):
    """An archive of originals is missing, damaged or cannot be written."""

    exit_code = 3
    kind = "archive"


class FetchError(MtAuditError):
    """An address could not be fetched, or fetching it was refused."""

    exit_code = 3
    kind = "fetch"


class EngineError(MtAuditError):
    """A shipped asset is missing, damaged or of another version."""

    exit_code = 4
    kind = "engine"
