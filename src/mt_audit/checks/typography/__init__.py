"""Marks and characters."""

from mt_audit.checks.base import Check
from mt_audit.checks.typography import mojibake, space_before_mark, stray_quote

CHECKS: tuple[Check, ...] = (mojibake.check, space_before_mark.check, stray_quote.check)
