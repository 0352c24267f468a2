"""Two names that have changed places.

What it catches: two names of one clause whose order is turned round against the original though nothing explains it (no
by-passive, no "of", no title before a name, no fronted speaker), and whose neighbours fit better the other way.

Why it matters: the accuser becomes the accused, the winner the loser, the guest the host.

When it is wrong: a relative clause moved before its noun, a long apposition; then the neighbours usually tell.

Source: our own reading of translated news.
"""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.role.places import Placed, agreement, gain, names, original_slot, sounds
from mt_audit.core import Category, Hit, Severity, Span

_ADJUNCTS = frozenset("in at near from on".split())
_STOP = re.compile('[.؛:«»"“”()!؟?]')
_LINKING = frozenset(
    "of in at and or the a an near for s 's mr mrs ms president minister senator coach keeper manager star captain governor vice".split()
)

_RELATION = re.compile(
    "^(?:\\w{2,}ed|\\w{3,}ing|is|are|was|were|be|been|has|have|had|did|does|will|would|can|could|may|might|must|should|to|from|with|against|over|"
    "than|after|before|beat|won|lost|met|told|said|says|sent|made|took|gave|left|held|led|hit|put|set|saw|got|fought|sold|bought|struck|"
    "wins|beats|meets|tells|faces|accuses|urges|calls|asks|warns|blames|backs|hosts|visits|invades|attacks)$"
)


def find(view: View) -> Iterator[Hit]:
    """Pairs of names turned round without a reason."""
    if sum(1 for word in view.original.words if word.text[:1].isupper()) < 3:
        return
    found = names(view)
    reported: set[Placed] = set()
    for n, one in enumerate(found):
        for other in found[n + 1 : n + 4]:
            if one in reported or other in reported or not _inverted(view, one, other):
                continue
            better = gain(view, one, other)
            alike = one.kind == other.kind
            plain = better >= (1.0 if alike else 1.5) and _unexplained(view, one, other)
            if (
                not (plain or (alike and better >= (_CLEAR if "by" not in _apart(view, one, other) else 2 * _CLEAR)))
                or not sounds(view, one)
                or not sounds(view, other)
            ):
                continue
            reported.update((one, other))
            yield from _report(view, one, other, better)


_CLEAR = 2.2
"""From this gain on the neighbours alone decide, whatever stands between the two names in the original."""


def _inverted(view: View, one: Placed, other: Placed) -> bool:
    """Whether the two names of one Arabic clause stand in the reverse of the original's order."""
    if min(other.originals) >= min(one.originals) or set(one.originals) & set(other.originals):
        return False
    between = view.ar.text[one.span(view).end : other.span(view).start]
    spread = max(one.originals) - min(other.originals)
    if any(original_slot(view, name) in _ADJUNCTS and agreement(view, name, name) > 0 for name in (one, other)):
        return False  # a place told first: "in Cairo"
    return len(between) <= 90 and not _STOP.search(between) and spread <= 22 and not _speaker(view, one)


def _apart(view: View, one: Placed, other: Placed) -> tuple[str, ...]:
    return view.original.keys[max(other.originals) + 1 : min(one.originals)]


def _unexplained(view: View, one: Placed, other: Placed) -> bool:
    """Whether nothing between the two names in the original accounts for the reverse order."""
    apart = _apart(view, one, other)
    if not apart or set(apart) <= _LINKING or "by" in apart:
        return False
    if not any(_RELATION.match(key) for key in apart):
        return False
    owner = view.original.words[max(other.originals)].text.endswith(("'s", "’s"))
    return not (owner and len(apart) <= 4)


def _speaker(view: View, name: Placed) -> bool:
    """Whether the original names the speaker after the speech: the Arabic then moves him to the front."""
    first, last = min(name.originals), max(name.originals)
    words = view.original.words
    if original_slot(view, name) != "say":
        return False
    before = view.original.text[: words[first].span.start]
    if re.search("[,”\"’'?!]\\s+(?:(?:said|says|added|told|wrote|explained|noted)\\s+)?(?:\\w+\\.?\\s+){0,3}$", before):
        return True
    return last + 1 >= len(words) - 3


def _report(view: View, one: Placed, other: Placed, better: float) -> Iterator[Hit]:
    left, right = one.span(view), other.span(view)
    text = view.ar.text
    whole = Span(left.start, right.end)
    plain = not re.match("[وفبل]", text[left.start]) and not re.match("[وفبل]", text[right.start])
    yield Hit(
        whole,
        f"{left.of(text)} and {right.of(text)} stand in each other's place: the original has "
        f"“{view.original.text[view.original.words[min(other.originals)].span.start : view.original.words[max(one.originals)].span.end]}”.",
        original=view.original.span_of(min(other.originals), max(one.originals)),
        suggestion=right.of(text) + text[left.end : right.start] + left.of(text) if plain else None,
        confidence=0.8 if better >= 3 else 0.66,
        severity=None if better >= 1 else Severity.MAJOR,
    )


CHECK = Check(
    id="ROL101",
    name="names-turned-round",
    category=Category.ROLE,
    severity=Severity.CRITICAL,
    scope="words",
    find=find,
    doc=__doc__ or "",
    bad=(
        Example(
            "اتهمت ⟦أوكرانيا الثلاثاء روسيا⟧ بقصف الميناء.", "Russia on Tuesday accused Ukraine of shelling the port."
        ),
        Example("فازت ⟦مصر مساء السبت على تونس⟧ بهدفين.", "Tunisia won 2-0 against Egypt on Saturday evening."),
    ),
    good=(
        Example(
            "اتهمت روسيا الثلاثاء أوكرانيا بقصف الميناء.", "Russia on Tuesday accused Ukraine of shelling the port."
        ),
        Example("حذرت إسرائيل لبنان من إرسال دوريات.", "Lebanon was warned by Israel not to send patrols."),
        Example("قال ريك بيري عضو الوفد في موسكو.", "In Moscow, delegation member Rick Perry spoke."),
    ),
)
