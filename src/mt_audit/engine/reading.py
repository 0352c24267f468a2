"""Which part of speech, and which sense, an English word has where it stands."""

from __future__ import annotations

import math
from collections.abc import Sequence

from mt_audit.engine.lemma import Reading
from mt_audit.engine.senses import Sense

_DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your some any no every each all both several many few "
    "another such what which whose".split()
)
_PREPOSITIONS = frozenset(
    "of in on at by for with from about against over under after before into between during without through "
    "within among across amid despite toward towards per via since until".split()
)
_MODALS = frozenset(
    "to will would can could may might must shall should cannot won't can't didn't don't doesn't".split()
)
_SUBJECTS = frozenset("i you he she it we they who that which there".split())
_BE = frozenset("is are was were be been being am isn't wasn't aren't weren't".split())
_HAVE = frozenset("has have had having hasn't haven't hadn't".split())
_DEGREE = frozenset("very so too more most less quite rather extremely increasingly highly".split())
_OBJECTS = frozenset("him them me us it himself herself themselves itself".split())


def parts_of_speech(keys: Sequence[str], index: int, readings: Sequence[Reading]) -> dict[str, float]:
    """Weights (not normalised) of ``n``, ``v``, ``adj``, ``adv`` for word ``index`` of a sentence of folded words."""
    weights = {"n": 1.0, "v": 1.0, "adj": 0.6, "adv": 0.4}
    _by_form(weights, keys[index], readings)
    _by_left(weights, keys[index - 1] if index else "")
    _by_right(weights, keys[index + 1] if index + 1 < len(keys) else "")
    return weights


def _scale(weights: dict[str, float], **factors: float) -> None:
    for pos, factor in factors.items():
        weights[pos] *= factor


def _by_form(weights: dict[str, float], key: str, readings: Sequence[Reading]) -> None:
    forms = {(r.pos, r.form) for r in readings}
    if ("v", "past") in forms:
        _scale(weights, v=6.0, n=0.3)
    elif ("v", "ing") in forms:
        _scale(weights, v=3.0)
    elif any(form == "s" for _, form in forms):
        _scale(weights, adj=0.05, adv=0.05)
    if key.endswith("ly"):
        _scale(weights, adv=8.0)


def _by_left(weights: dict[str, float], left: str) -> None:
    if left in _DETERMINERS or left.endswith(("'s", "’s", "s'")):
        _scale(weights, n=5.0, v=0.12, adj=3.0)
    elif left in _MODALS:
        _scale(weights, v=6.0, n=0.5 if left == "to" else 0.1, adj=0.3)
    elif left in _SUBJECTS:
        _scale(weights, v=6.0, n=0.3)
    elif left in _BE or left in _HAVE:
        _scale(weights, v=1.5, adj=2.5 if left in _BE else 1.0, n=0.7)
    elif left in _PREPOSITIONS:
        _scale(weights, n=3.0, v=0.4, adj=1.5)
    elif left in _DEGREE:
        _scale(weights, adj=6.0, adv=4.0, v=0.3, n=0.4)
    elif left.endswith("ly"):
        _scale(weights, v=2.0, adj=2.0, n=0.5)


def _by_right(weights: dict[str, float], right: str) -> None:
    if right in _DETERMINERS or right in _OBJECTS:
        _scale(weights, v=3.0, n=0.6, adj=0.3)
    elif right == "of":
        _scale(weights, n=3.0, v=0.4, adj=0.4)
    elif right in _BE or right in _HAVE or right in _MODALS - {"to"}:
        _scale(weights, n=3.0, v=0.3, adj=0.2)
    elif not right:
        _scale(weights, adj=0.8)


def rank(
    senses: Sequence[Sense], parts: dict[str, float], context: dict[str, float], likeness: Sequence[float] = ()
) -> tuple[tuple[Sense, float], ...]:
    """The senses with their probabilities, likeliest first.

    ``context`` gives each lemma of the sentence with its nearness 0…1; ``likeness`` optionally a cosine for each sense
    (the sentence against the sense's description).
    """
    scores: list[float] = []
    for number, sense in enumerate(senses):
        score = 0.5 * math.log(max(sense.prior, 0.02)) + math.log(max(parts.get(sense.pos, 0.5), 0.02))
        cues = sum(context.get(cue.lower(), 0.0) for cue in sense.cues)
        score += 1.6 * min(cues, 3.0)
        if likeness:
            score += 8.0 * likeness[number]
        scores.append(score)
    if not scores:
        return ()
    top = max(scores)
    shares = [math.exp(score - top) for score in scores]
    total = sum(shares)
    ranked = sorted(zip(senses, shares, range(len(senses)), strict=True), key=lambda item: (-item[1], item[2]))
    return tuple((sense, share / total) for sense, share, _ in ranked)
