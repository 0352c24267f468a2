"""Units of measure and currencies."""

from __future__ import annotations

from mt_audit.checks.base import Check
from mt_audit.checks.unit.basis import CHECK as BASIS
from mt_audit.checks.unit.changed import CHECK as CHANGED

CHECKS: tuple[Check, ...] = (CHANGED, BASIS)
