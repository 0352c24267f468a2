"""Numbers: values, scales, percent and points, multiples."""

from __future__ import annotations

from mt_audit.checks.base import Check
from mt_audit.checks.number.changed import CHECK as CHANGED
from mt_audit.checks.number.lost import CHECK as LOST
from mt_audit.checks.number.multiple import CHECK as MULTIPLE
from mt_audit.checks.number.points import CHECK as POINTS

CHECKS: tuple[Check, ...] = (CHANGED, POINTS, LOST, MULTIPLE)
