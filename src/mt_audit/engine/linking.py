"""The word linker's protocol. Its implementation is a floor above the engine; the kit only carries it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from mt_audit.core import WordLink
from mt_audit.text.passage import Passage

if TYPE_CHECKING:
    from mt_audit.engine.kit import Kit


class Linker(Protocol):
    """Two aligned passages → word links."""

    def __call__(self, ar: Passage, original: Passage, kit: Kit, /) -> tuple[WordLink, ...]:
        """Links with probabilities, likeliest first for each Arabic word."""
