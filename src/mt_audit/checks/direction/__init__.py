"""Direction and contraries: rise and fall, lift and impose, accept and reject."""

from __future__ import annotations

from mt_audit.checks.base import Check
from mt_audit.checks.direction.contrary import CHECK as CONTRARY
from mt_audit.checks.direction.turned import CHECK as TURNED

CHECKS: tuple[Check, ...] = (TURNED, CONTRARY)
