"""The gender that an Arabic verb form agrees with, from tables of past and present stems. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from mt_audit.text.folding import fold

Gender = Literal["m", "f"]
_OBJECTS = ("", "هما", "هم", "هن", "كم", "نا", "ها", "ني", "ه", "ك")


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One reading of a word: ``gender`` it agrees with (third person singular), ``past`` or not, folded ``stem``."""

    gender: Gender
    past: bool
    stem: str
    object: str = ""
    """Folded object pronoun that hangs on it."""


@dataclass(frozen=True)
class Verbs:
    """Past forms, masculine and feminine (with its masculine), and present stems without the first letter; folded."""

    masculine: frozenset[str]
    feminine: dict[str, str]
    present: frozenset[str]

    @classmethod
    def of(cls, past: Iterable[str], present: Iterable[str]) -> Verbs:
        """From dictionary forms (unfolded): قال, دعا, بنى … and يقول, يدعو …

        >>> Verbs.of(["دعا", "بدأ"], []).feminine
        {'دعت': 'دعا', 'بدات': 'بدا'}
        """
        past = tuple(past)
        feminine = {}
        for form in past:
            weak = form.endswith(("ى", "ا")) and len(form) > 2
            feminine[fold((form[:-1] if weak else form) + "ت")] = fold(form)
        stems = {fold(form)[1:] for form in present if form.startswith(("ي", "تُ")) and len(form) > 2}
        return cls(frozenset(map(fold, past)), feminine, frozenset(stems))

    def readings(self, key: str) -> tuple[VerbForm, ...]:
        """All third person singular readings of a folded word; empty when it is no verb that we know.

        >>> [r.gender for r in Verbs.of(["أكد"], ["يؤكد"]).readings("واكدت")]
        ['f']
        """
        return _readings(self, key)

    def gender(self, key: str) -> Gender | None:
        """The gender that all readings agree on, else None."""
        found = {reading.gender for reading in self.readings(key)}
        return found.pop() if len(found) == 1 else None

    def __hash__(self) -> int:
        return id(self)


@lru_cache(maxsize=65536)
def _readings(verbs: Verbs, key: str) -> tuple[VerbForm, ...]:
    found: dict[VerbForm, None] = {}
    for head in ("", "و", "ف", "س", "وس", "فس", "ل", "ول", "أ"):
        if not key.startswith(head) or len(key) - len(head) < 2:
            continue
        body = key[len(head) :]
        for ending in _OBJECTS:
            if not body.endswith(ending) or len(body) - len(ending) < 2:
                continue
            base = body[: len(body) - len(ending)]
            future = "س" in head
            if not future and head not in {"ل", "ول"}:
                for form in (base, base[:-1] + "ي") if ending and base.endswith("ا") else (base,):
                    if form in verbs.masculine:
                        found.setdefault(VerbForm("m", True, form, ending))
                if base in verbs.feminine:
                    found.setdefault(VerbForm("f", True, verbs.feminine[base], ending))
            if base[0] in "يت" and _is_present(verbs, base[1:], bool(ending)):
                found.setdefault(VerbForm("m" if base[0] == "ي" else "f", False, base[1:], ending))
        if found:
            break
    return tuple(found)


def _is_present(verbs: Verbs, stem: str, has_object: bool) -> bool:
    if stem in verbs.present:
        return True
    # the jussive drops a weak last letter, or shortens a hollow verb
    return not has_object and (stem + "ي" in verbs.present or stem + "و" in verbs.present)
