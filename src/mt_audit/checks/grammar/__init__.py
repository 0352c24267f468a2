"""Agreement inside the noun phrase, from the Arabic alone."""

from mt_audit.checks.base import Check
from mt_audit.checks.grammar import adjective, counted_noun, demonstrative

CHECKS: tuple[Check, ...] = (demonstrative.check, adjective.check, counted_noun.check)
