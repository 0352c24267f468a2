"""English constructions whose word-for-word rendering says the contrary of what they mean."""

from mt_audit.checks.base import Check
from mt_audit.checks.construction import all_but, clock, from_to, minus, not_only, stopped_short, unlikely, yet_to

CHECKS: tuple[Check, ...] = (
    not_only.check,
    all_but.check,
    yet_to.check,
    stopped_short.check,
    unlikely.check,
    from_to.check,
    minus.check,
    clock.check,
)
