"""The article translated back and compared with its original, through sacrebleu: what a translator would read in it."""

from __future__ import annotations

from collections.abc import Sequence

from mt_audit.checks.viewing import joined
from mt_audit.core import Document, Original, Pair, Score
from mt_audit.engine.translator import TranslateError, Translator

_NAMES = ("back-chrF2", "back-BLEU")


def back_translation(
    document: Document, original: Original | None, pairs: Sequence[Pair], translator: Translator | None
) -> tuple[Score, ...]:
    """chrF2 and BLEU of the back-translated pairs against the original's side, one segment a pair.

    Without a translator or an original, or when the service fails, the scores have no value and say why.
    """
    if translator is None:
        return _missing("no translator is on (--translator)")
    if original is None:
        return _missing("no original was found or given")
    both = [(joined(document, pair.ar), joined(original.document, pair.original)) for pair in pairs]
    full = [(left.text, right.text) for left, right in both if left is not None and right is not None]
    if not full:
        return _missing("no sentence of the article could be paired")
    try:
        back = translator.translate([ar for ar, _ in full])
    except TranslateError as error:
        return _missing(str(error))
    from sacrebleu.metrics import BLEU, CHRF

    found = []
    for name, metric in zip(_NAMES, (CHRF(), BLEU()), strict=True):
        result = metric.corpus_score(back, [[source for _, source in full]])
        found.append(Score(name, round(float(result.score), 2), f"{metric.get_signature()}|{translator.signature}"))
    return tuple(found)


def _missing(reason: str) -> tuple[Score, ...]:
    return tuple(Score(name, None, "", reason=reason) for name in _NAMES)
