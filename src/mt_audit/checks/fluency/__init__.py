"""Words printed twice."""

from mt_audit.checks.base import Check
from mt_audit.checks.fluency import doubled

CHECKS: tuple[Check, ...] = (doubled.check,)
