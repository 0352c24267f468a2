"""How a report is told: width, colour and how much of it."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from typing import TextIO

WIDEST = 110
"""Lines longer than this are hard to read, however wide the window."""
NARROWEST = 40


@dataclass(frozen=True, slots=True)
class Style:
    """``verbosity``: -1 the verdict line only, 0 what matters, 1 everything. ``width`` in terminal columns."""

    width: int = 100
    color: bool = False
    verbosity: int = 0

    @classmethod
    def of(cls, stream: TextIO, verbosity: int = 0) -> Style:
        """The style that suits ``stream``: colour only on a terminal, and never against ``NO_COLOR``.

        ``FORCE_COLOR`` colours a pipe too. See https://no-color.org and https://force-color.org.
        """
        terminal = stream.isatty()
        wanted = bool(os.environ.get("FORCE_COLOR")) or (terminal and os.environ.get("TERM") != "dumb")
        width = shutil.get_terminal_size((100, 24)).columns if terminal else int_of(os.environ.get("COLUMNS"), 100)
        return cls(
            width=min(max(width, NARROWEST), WIDEST),
            color=wanted and not os.environ.get("NO_COLOR"),
            verbosity=verbosity,
        )


def int_of(value: str | None, default: int) -> int:
    """``value`` as a whole number, or ``default`` when it is none."""
    return int(value) if value and value.isdecimal() else default
