"""The denials of a pair, matched by place: negative words with negative words first, then with words that deny by meaning."""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

import re
from dataclasses import dataclass

from mt_audit.checks.base import View
from mt_audit.checks.linked import place_in_original
from mt_audit.text.polarity import Denial, denials, soft

_REACH = 9.0
_REACH_SOFT = 5.0
_EXCLAMATION = re.compile(r"\b[Nn]o\s*[,.!?…\"'”’]")


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A negative word without an answer; ``nearest``: distance in words of the nearest denial of the other side."""

    denial: Denial
    nearest: float


def compare(view: View) -> tuple[list[Unanswered], list[Unanswered]]:
    """Negative words of the Arabic and of the original that the other side does not answer."""
    left, right = denials(view.ar), denials(view.original)
    strong_left = [d for d in left if d.strength == "negative"]
    strong_right = [d for d in right if d.strength == "negative"]
    if not strong_left and not strong_right:
        return [], []
    if strong_left and not right:
        return [Unanswered(d, 99.0) for d in strong_left], []
    if strong_right and not left:
        return [], [Unanswered(d, 99.0) for d in strong_right]
    places = {d: place_in_original(view, d.head) for d in left}
    free_left, free_right = _match(list(left), list(right), places, view)
    lonely = [d for d in free_left if d.strength == "negative"]
    wanting = [d for d in free_right if d.strength == "negative"]
    spare = min(len(lonely), len(wanting))  # fronted and moved clauses: they answer each other from afar
    lonely, wanting = lonely[spare:], wanting[spare:]
    return (
        [Unanswered(d, min((abs(places[d] - e.head) for e in right), default=99.0)) for d in lonely],
        [
            Unanswered(e, min((abs(places[d] - e.head) for d in left), default=99.0))
            for e in wanting
            if not _coordinated(e, strong_right, wanting)
        ],
    )


def _match(
    left: list[Denial], right: list[Denial], places: dict[Denial, float], view: View
) -> tuple[list[Denial], list[Denial]]:
    options = []
    keys = view.original.keys
    for i, d in enumerate(left):
        for j, e in enumerate(right):
            strong = (d.strength == "negative") + (e.strength == "negative")
            distance = abs(places[d] - e.head)
            if strong == 0:
                if distance <= 2.5:  # نفى for "deny": they answer each other and nothing else
                    options.append((0, distance, i, j))
                continue
            faint = soft(keys[e.word]) if e.strength == "lexical" else False
            reach = _REACH if strong == 2 else _REACH_SOFT if faint or d.strength == "lexical" else 40.0
            if distance <= reach:
                options.append((2 - strong if distance <= 6 else 3 - strong, distance, i, j))
    used_left: set[int] = set()
    used_right: set[int] = set()
    for _, _, i, j in sorted(options):
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
    return (
        [d for i, d in enumerate(left) if i not in used_left],
        [e for j, e in enumerate(right) if j not in used_right],
    )


def _coordinated(e: Denial, strong: list[Denial], wanting: list[Denial]) -> bool:
    """Whether another answered negative word stands close by, as in "no X, no Y": Arabic may deny both at once."""
    return any(
        other is not e
        and other not in wanting
        and abs(other.word - e.word) <= 9
        and (other.kind == e.kind or e.kind in ("nor", "neither"))
        for other in strong
    )


def exclaimed(view: View, e: Denial) -> bool:
    """Whether the original's "no" is an exclamation, not a negation of what follows."""
    span = view.original.words[e.word].span
    return bool(_EXCLAMATION.match(view.original.text, span.start))
