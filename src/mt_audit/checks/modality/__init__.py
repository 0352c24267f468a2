"""Modality: how sure, how binding, who vouches."""

from __future__ import annotations

from mt_audit.checks.base import Check
from mt_audit.checks.modality.assured import CHECK as ASSURED
from mt_audit.checks.modality.certain import CHECK as CERTAIN
from mt_audit.checks.modality.doubted import CHECK as DOUBTED
from mt_audit.checks.modality.hedge import CHECK as HEDGE
from mt_audit.checks.modality.obligation import CHECK as OBLIGATION

CHECKS: tuple[Check, ...] = (CERTAIN, OBLIGATION, HEDGE, DOUBTED, ASSURED)
