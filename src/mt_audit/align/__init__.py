"""Two texts side by side: sentences, then words."""

from __future__ import annotations

from mt_audit.engine.kit import Kit


def full_kit(encoder_name: str | None = None) -> Kit:
    """A kit whose ``link`` works: the engine's parts plus the word linker of this floor."""
    from mt_audit.align.words import link

    kit = Kit(encoder_name)
    kit.linker = link
    return kit
