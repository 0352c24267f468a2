"""Attribution and quotation: who says it, and in whose words."""

from __future__ import annotations

from mt_audit.checks.attribution.denied import CHECK as DENIED
from mt_audit.checks.attribution.insertion import CHECK as INSERTION
from mt_audit.checks.attribution.lost import CHECK as LOST
from mt_audit.checks.attribution.person import CHECK as PERSON
from mt_audit.checks.attribution.speaker import CHECK as SPEAKER
from mt_audit.checks.base import Check

CHECKS: tuple[Check, ...] = (LOST, DENIED, SPEAKER, PERSON, INSERTION)
