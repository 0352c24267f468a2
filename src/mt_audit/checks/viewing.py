"""Cut an article and its original into the views that checks of each scope look at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mt_audit.checks.base import AlignedPassages, View
from mt_audit.core import Document, Original, Pair, Scope
from mt_audit.engine.kit import Kit
from mt_audit.text.passage import Passage


def whole(document: Document) -> Passage:
    """The article's text as one passage, chrome blanked with spaces so that offsets hold."""
    text = document.article.text
    for piece in document.chrome:
        text = text[: piece.span.start] + " " * len(piece.span) + text[piece.span.end :]
    return Passage(text, document.article.language)


def joined(document: Document, indices: Sequence[int]) -> Passage | None:
    """The sentences ``indices`` as one passage: the raw text from the first to the last of them; None for none."""
    if not indices:
        return None
    chosen = [document.sentences[index] for index in indices]
    start, end = min(s.span.start for s in chosen), max(s.span.end for s in chosen)
    return Passage(
        document.article.text[start:end], document.article.language, start, headline=all(s.headline for s in chosen)
    )


class Views:
    """The views of one article by scope; those of the pair scopes are shared, so that word links are made once."""

    def __init__(self, document: Document, original: Original | None, pairs: Sequence[Pair], kit: Kit) -> None:
        ar = whole(document)
        source = original.document if original else None
        source_whole = whole(source) if source else None
        truncated = original.truncated if original else False
        passages = [joined(document, (sentence.index,)) for sentence in document.sentences]
        sentences = tuple(passage for passage in passages if passage is not None)
        aligned: list[AlignedPassages] = []
        if source is not None:
            aligned = [(joined(document, p.ar), joined(source, p.original), p.score) for p in pairs]
        common: dict[str, Any] = {"whole": ar, "whole_original": source_whole, "truncated": truncated}
        self.by_pair = tuple(
            View(left, kit, right, score=score, **common)
            for left, right, score in aligned
            if left is not None and right is not None
        )
        self.by_sentence = tuple(View(sentence, kit, **common) for sentence in sentences)
        self.by_document = (
            (View(ar, kit, source_whole, sentences=sentences, pairs=tuple(aligned), **common),) if sentences else ()
        )

    def of(self, scope: Scope) -> tuple[View, ...]:
        """The views for checks of ``scope``."""
        if scope == "document":
            return self.by_document
        return self.by_sentence if scope == "sentence" else self.by_pair
