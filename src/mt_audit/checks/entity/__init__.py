"""Names of persons, places and bodies: left in Latin letters, garbled, spelt two ways, swapped, translated."""

from mt_audit.checks.base import Check
from mt_audit.checks.entity import (
    garbled,
    inconsistent,
    mistranslated,
    name_as_word,
    other_name,
    source_language,
    swapped,
    untranslated,
)

CHECKS: tuple[Check, ...] = (
    swapped.check,
    mistranslated.check,
    name_as_word.check,
    other_name.check,
    garbled.check,
    source_language.check,
    untranslated.check,
    inconsistent.check,
)
