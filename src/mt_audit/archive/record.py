"""One archived article, and how its text is turned into what the index holds."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from mt_audit.core import Article, Language
from mt_audit.engine import german

if TYPE_CHECKING:
    from mt_audit.engine.kit import Kit

Floats = NDArray[np.float32]
_PIECE = re.compile(r"\n+|(?<=[.!?…”\"])\s+(?=[\"“A-ZÀ-Þ])")


@dataclass(frozen=True, slots=True)
class Record:
    """An article as the archive keeps it. ``truncated``: only the beginning of the text is stored."""

    id: str
    title: str
    text: str
    lang: Language = "en"
    date: str = ""
    source: str = ""
    url: str = ""
    truncated: bool = False

    @property
    def key(self) -> str:
        """Hash of title and text: two records with the same key are the same article."""
        content = f"{self.title.strip()}\n{self.text.strip()}"
        return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    @property
    def article(self) -> Article:
        """The record as an article; the title stands on the first line unless the text begins with it."""
        text = self.text
        if self.title and not text.lstrip().startswith(self.title):
            text = f"{self.title}\n\n{text}"
        return Article(self.id, self.lang, self.title, text, self.url or None, self.date or None)

    @classmethod
    def of(cls, article: Article) -> Record:
        """An article as a record; a title on the first line of the text is taken off it."""
        text = article.text.lstrip()
        if article.title and text.startswith(article.title):
            text = text[len(article.title) :].lstrip() or article.text
        return cls(article.id, article.title, text, article.language, article.published or "", "", article.url or "")

    def as_dict(self) -> dict[str, Any]:
        """Plain values, for JSON."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Record:
        """From plain values; fields it does not know are left out."""
        known = {name: values[name] for name in cls.__slots__ if values.get(name) is not None}
        return cls(**known)


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not taken into an archive, and why."""

    where: str
    why: str


def pieces(record: Record) -> list[str]:
    """The text in pieces of about a sentence, the title first."""
    return [piece for piece in (record.title, *_PIECE.split(record.text)) if piece and piece.strip()] or [""]


def mean_vector(vectors: Floats, lengths: Sequence[int]) -> Floats:
    """One L2-normalised vector of a text from those of its pieces, longer pieces counting more."""
    total = (vectors * np.sqrt(np.asarray(lengths, np.float32) + 1.0)[:, None]).sum(axis=0)
    return np.asarray(total / max(float(np.linalg.norm(total)), 1e-6), dtype=np.float32)


def document_vectors(records: Sequence[Record], kit: Kit) -> Floats:
    """One vector row for each record."""
    cut = [[german.for_encoder(piece, record.lang, kit) for piece in pieces(record)] for record in records]
    flat = [piece for parts in cut for piece in parts]
    if not flat:
        return np.zeros((0, 1), np.float32)
    vectors = np.asarray(kit.encoder.encode(flat), dtype=np.float32)
    rows, at = [], 0
    for parts in cut:
        rows.append(mean_vector(vectors[at : at + len(parts)], [len(part) for part in parts]))
        at += len(parts)
    return np.stack(rows)
