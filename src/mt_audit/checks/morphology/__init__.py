"""Words that cannot be Arabic as they are written."""

from mt_audit.checks.base import Check
from mt_audit.checks.morphology import past_after_particle, ta_marbuta_before_suffix

CHECKS: tuple[Check, ...] = (ta_marbuta_before_suffix.check, past_after_particle.check)
