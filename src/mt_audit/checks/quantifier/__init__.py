"""Quantifiers and bounds."""

from __future__ import annotations

from mt_audit.checks.base import Check
from mt_audit.checks.quantifier.bound import CHECK as BOUND
from mt_audit.checks.quantifier.changed import CHECK as CHANGED

CHECKS: tuple[Check, ...] = (CHANGED, BOUND)
