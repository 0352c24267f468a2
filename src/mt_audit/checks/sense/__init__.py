"""Senses: words right elsewhere and wrong where they stand."""

from __future__ import annotations

from mt_audit.checks.base import Check
from mt_audit.checks.sense.collocation import CHECK as COLLOCATION
from mt_audit.checks.sense.misplaced import CHECK as MISPLACED
from mt_audit.checks.sense.rendered import CHECK as RENDERED

CHECKS: tuple[Check, ...] = (COLLOCATION, MISPLACED, RENDERED)
