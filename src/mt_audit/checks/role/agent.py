"""The doer and the one it is done to, turned round.

What it catches: English "A was killed by B" where the Arabic active verb is followed by A and then B; English "A accused
B" where the Arabic verb is followed by B and then A.

Why it matters: the victim becomes the killer, and the sentence is perfect Arabic.

When it is wrong: an object put before its subject for emphasis, which newspapers do only with a pronoun on the verb; an
unvowelled passive (قُتل), which is told from the active by what follows.

Source: our own reading of translated news.
"""

# ruff: noqa: E501  (tables of words and examples stay on one line)
from __future__ import annotations

import re
from collections.abc import Iterator

from mt_audit.checks.base import Check, Example, View
from mt_audit.checks.linked import arabic_of
from mt_audit.core import Category, Hit, Severity

_BE = frozenset("was were is are been being be got gets".split())
_AGENT = re.compile("^(?:ب?يد|ايدي|ب?ايدي|قبل|جانب|طرف|بواسطه|بفعل|جراء)$")
_PASSIVE = re.compile("[\u064f]")
_VERBAL = re.compile("^(?:و|ف|س|ل)?(?:[يت]\\w{2,}|\\w{2,}(?:ت)?)$")
_SKIP = frozenset(
    "the a an his her its their our my your two three four five six seven eight nine ten several many some other".split()
)


def find(view: View) -> Iterator[Hit]:
    """By-passives of the original whose Arabic verb is followed by the patient and then the agent."""
    keys = view.original.keys
    for j in range(2, len(keys) - 1):
        if keys[j] != "by" or not keys[j - 1].endswith(
            ("ed", "en", "wn", "it", "ht", "ot", "nt", "de", "ld", "id", "ck", "ut")
        ):
            continue
        verb = j - 1
        helper = next((k for k in range(verb - 1, max(-1, verb - 3), -1) if keys[k] in _BE), None)
        if helper is None or helper == 0:
            continue
        patient = _head_before(keys, helper)
        agent = next(
            (k for k in range(j + 1, min(j + 4, len(keys))) if keys[k] not in _SKIP and not keys[k].isdigit()), None
        )
        if patient is None or agent is None:
            continue
        yield from _check(view, verb, patient, agent)


def _head_before(keys: tuple[str, ...], helper: int) -> int | None:
    k = helper - 1
    return k if k >= 0 and keys[k] not in _SKIP and len(keys[k]) > 2 else None


def _check(view: View, verb: int, patient: int, agent: int) -> Iterator[Hit]:
    verbs, patients, agents = (arabic_of(view, k, 0.4) for k in (verb, patient, agent))
    if not verbs or not patients or not agents:
        return
    at, first, second = verbs[0], patients[0], agents[0]
    if not at < first < second or second - at > 6 or first - at > 2:
        return
    word = view.ar.words[at]
    between = view.ar.keys[at + 1 : second]
    if _PASSIVE.search(word.text) or any(_AGENT.match(key) for key in between) or not _VERBAL.match(word.key):
        return
    if word.key.startswith("ال") or any(
        key in ("علي", "من", "الي", "في", "ب", "مع", "عن", "بعد", "تم") for key in between
    ):
        return
    if view.ar.keys[second].endswith(("ه", "ها", "هم")) and view.ar.words[second].text[-1] != "ة":
        return  # an object first, taken up by a pronoun: نعى الممثلَ زملاؤه
    if view.ar.words[second].key.startswith(("ل", "ب")) or view.ar.words[at].text.endswith(("ته", "ها", "هم", "ه")):
        return
    yield Hit(
        view.ar.span_of(at, second),
        f"In the Arabic, {view.ar.words[first].text} does it to {view.ar.words[second].text}; in the original it is the other way "
        f"round: “{view.original.span_of(patient, agent).of(view.original.text)}”.",
        original=view.original.span_of(patient, agent),
        confidence=0.75,
    )


CHECK = Check(
    id="ROL102",
    name="doer-and-done-to",
    category=Category.ROLE,
    severity=Severity.CRITICAL,
    scope="words",
    find=find,
    doc=__doc__ or "",
    bad=(
        Example("⟦قتل جنديان متمردين⟧ قرب السد.", "Two soldiers were killed by rebels near the dam."),
        Example("⟦خطف الصحفيون مسلحين⟧ في العاصمة.", "The journalists were kidnapped by gunmen in the capital."),
    ),
    good=(
        Example("قتل متمردون جنديين قرب السد.", "Two soldiers were killed by rebels near the dam."),
        Example("قُتل جنديان على يد متمردين قرب السد.", "Two soldiers were killed by rebels near the dam."),
    ),
)
