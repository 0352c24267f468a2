"""Grammar tables: noun gender as people agree with it, adjectives, and plain past-tense verbs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from mt_audit.errors import EngineError

_FOLDER = Path(__file__).parent / "assets" / "grammar"
Gender = Literal["m", "f"]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Tables of folded spellings; nouns without article, adjectives (masculine) with it."""

    feminine_share: Mapping[str, float]
    adjectives: frozenset[str]
    past: frozenset[str]

    @classmethod
    def load(cls, folder: Path = _FOLDER) -> Grammar:
        """Read the shipped tables. EngineError when one is missing."""
        try:
            rows = [line.split("\t") for line in (folder / "nouns.tsv").read_text("utf-8").splitlines()]
            return cls(
                {noun: float(share) for noun, share in rows},
                frozenset((folder / "adjectives.txt").read_text("utf-8").split()),
                frozenset((folder / "verbs.txt").read_text("utf-8").split()),
            )
        except (OSError, ValueError) as error:
            raise EngineError(
                f"The grammar tables are missing or damaged: {error}", "Install mt-audit again."
            ) from error

    def gender(self, noun: str) -> Gender | None:
        """Agreement that people give ``noun`` (folded, without article): ``m``, ``f``, or None when not sure."""
        share = self.feminine_share.get(noun)
        return None if share is None else "f" if share >= 0.5 else "m"
