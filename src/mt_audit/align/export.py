"""Aligned sentences as TSV, JSON and TMX 1.4b."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from mt_audit import __version__
from mt_audit.core import Document, Pair

_NOT_XML = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]")


def side_text(document: Document, indices: Sequence[int]) -> str:
    """The sentences of one side of a pair, joined by spaces, line breaks made spaces."""
    return " ".join(" ".join(document.text_of(index).split()) for index in indices)


def tsv(pairs: Sequence[Pair], ar: Document, original: Document) -> str:
    """A line for each pair: Arabic, original, probability, sentence numbers of either side; an empty cell is a gap."""
    lines = ["ar\toriginal\tscore\tar_sentences\toriginal_sentences"]
    for pair in pairs:
        numbers = (" ".join(map(str, side)) for side in (pair.ar, pair.original))
        cells = (side_text(ar, pair.ar), side_text(original, pair.original), f"{pair.score:.4f}", *numbers)
        lines.append("\t".join(cells))
    return "\n".join(lines) + "\n"


def _spans(document: Document, indices: Sequence[int]) -> list[dict[str, Any]]:
    return [
        {
            "index": index,
            "start": document.sentences[index].span.start,
            "end": document.sentences[index].span.end,
            "text": document.text_of(index),
        }
        for index in indices
    ]


def as_json(pairs: Sequence[Pair], ar: Document, original: Document, **more: Any) -> str:
    """One JSON object; offsets are code points in the raw texts, ``text[start:end]`` is each sentence's text."""
    content = {
        "ar": {"id": ar.article.id, "language": ar.article.language, "sha256": ar.article.sha256},
        "original": {
            "id": original.article.id,
            "language": original.article.language,
            "sha256": original.article.sha256,
        },
        **more,
        "pairs": [
            {"score": pair.score, "ar": _spans(ar, pair.ar), "original": _spans(original, pair.original)}
            for pair in pairs
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def tmx(pairs: Sequence[Pair], ar: Document, original: Document) -> str:
    """TMX 1.4b (level 1); pairs with an empty side are left out, as a translation unit needs both."""
    source = original.article.language
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
        '<tmx version="1.4">',
        f'  <header creationtool="mt-audit" creationtoolversion={quoteattr(__version__)} segtype="sentence"'
        f' o-tmf="mt-audit" adminlang="en" srclang={quoteattr(source)} datatype="plaintext"/>',
        "  <body>",
    ]
    for number, pair in enumerate((pair for pair in pairs if pair.ar and pair.original), 1):
        lines.append(f'    <tu tuid="{number}"><prop type="x-score">{pair.score:.4f}</prop>')
        for language, text in (
            (source, side_text(original, pair.original)),
            ("ar", side_text(ar, pair.ar)),
        ):
            segment = escape(_NOT_XML.sub("", text))
            lines.append(f"      <tuv xml:lang={quoteattr(language)}><seg>{segment}</seg></tuv>")
        lines.append("    </tu>")
    lines += ["  </body>", "</tmx>"]
    return "\n".join(lines) + "\n"
