"""Overlap with a human Arabic version, through sacrebleu: chrF2, chrF++, BLEU, TER, signatures kept whole."""

from __future__ import annotations

from mt_audit.core import Document, Score

_NAMES = ("chrF2", "chrF++", "BLEU", "TER")


def overlap(document: Document, reference: str | None) -> tuple[Score, ...]:
    """Scores of the article's body against ``reference``; each is None with its reason when there is none.

    Both texts are compared as one segment, so no sentence alignment is assumed.
    """
    if reference is None:
        return tuple(Score(name, None, "", reason="no human Arabic version was given (--reference)") for name in _NAMES)
    from sacrebleu.metrics import BLEU, CHRF, TER

    body = " ".join(document.text_of(sentence.index) for sentence in document.sentences)
    human = " ".join(reference.split())
    found = []
    for name, metric in zip(_NAMES, (CHRF(), CHRF(word_order=2), BLEU(effective_order=True), TER()), strict=True):
        result = metric.corpus_score([body], [[human]])
        found.append(Score(name, round(float(result.score), 2), str(metric.get_signature())))
    return tuple(found)
