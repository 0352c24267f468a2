"""Text of the original that was left as it was."""

from mt_audit.checks.base import Check
from mt_audit.checks.untranslated import bracketed_insertion, passage

CHECKS: tuple[Check, ...] = (bracketed_insertion.check, passage.check)
