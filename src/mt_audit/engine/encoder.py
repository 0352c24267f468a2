"""Sentence vectors: our own static model by default, any sentence-transformers model on request.

The embedded model is a table of token vectors in sentence-transformers' StaticEmbedding layout, run without
torch. ``open_encoder("LaBSE")`` and the like go through sentence-transformers, an extra.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Literal, Protocol

import numpy as np
import numpy.typing as npt

from mt_audit.engine.static_table import StaticTable
from mt_audit.errors import EngineError

Vectors = npt.NDArray[np.float32]
Role = Literal["query", "passage"]
"""What a text is in a search; only models trained with prefixes tell the two apart."""

EMBEDDED = "embedded"
ASSET = Path(__file__).parent / "assets" / "encoder"
_REMEMBERED = 200_000
_EDGES = '.,;:!?()[]"«»“”„،؛؟…'


class Encoder(Protocol):
    """Texts to vectors, in any of the languages it knows, so that translations lie close together."""

    @property
    def signature(self) -> str:
        """Name, revision and dimension: two encoders with one signature give the same vectors."""
        ...

    @property
    def dim(self) -> int:
        """Length of a vector."""
        ...

    def encode(self, texts: Sequence[str], role: Role = "query") -> Vectors:
        """Rows of unit length (zero for a text without words), one a text: float32 ``[len(texts), dim]``."""
        ...


class EmbeddedEncoder:
    """The static model shipped with the package, or another static model in ``folder``.

    Loaded on first use. Tokens of each blank-separated chunk are remembered, because news repeats its words: that makes
    it several times faster than tokenising each text whole, and cuts nothing differently (words never cross blanks).
    """

    def __init__(self, folder: Path = ASSET) -> None:
        self.folder = folder
        self._tokens: dict[str, tuple[int, ...]] = {}

    @cached_property
    def _config(self) -> dict[str, object]:
        try:
            found = json.loads((self.folder / "config.json").read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise EngineError(
                f"The encoder in {self.folder} is missing or damaged: {error}", "Install mt-audit again, or retrain it."
            ) from error
        return dict(found)

    @cached_property
    def _model(self) -> StaticTable:
        self._config  # noqa: B018 - a missing folder must not be taken for a model name on the hub
        try:
            return StaticTable.load(self.folder)
        except Exception as error:
            raise EngineError(
                f"The encoder in {self.folder} cannot be loaded: {error}", "Install mt-audit again, or retrain it."
            ) from error

    @property
    def dim(self) -> int:
        """Length of a vector."""
        return int(self._model.dim)

    @property
    def signature(self) -> str:
        """Name, revision (a hash of table and tokenizer) and dimension; does not load the model."""
        config = self._config
        return f"encoder:{config.get('name', self.folder.name)}@{config.get('revision', 'unknown')}"

    def encode(self, texts: Sequence[str], role: Role = "query") -> Vectors:
        """Unit rows, the mean of the token vectors; a text without a known token gives a row of zeros."""
        model = self._model
        cut = [text.split() for text in texts]
        self._remember(dict.fromkeys(chain.from_iterable(cut)))
        tokens = self._tokens
        ids = [[token for chunk in chunks for token in tokens[chunk]] for chunks in cut]
        used, where = np.unique(np.fromiter(chain.from_iterable(ids), dtype=np.int64), return_inverse=True)
        table = model.embedding[used].astype(np.float32)
        if model.weights is not None:
            table *= model.weights[used].astype(np.float32)[:, None]
        vectors = np.zeros((len(texts), model.dim), dtype=np.float32)
        ones = np.ones(max(map(len, ids), default=0), dtype=np.float32)
        start = 0
        for row, found in enumerate(ids):
            if found:
                end = start + len(found)
                # A product with ones adds the rows several times faster than numpy's own sum or reduceat.
                np.dot(ones[: len(found)], table[where[start:end]], out=vectors[row])
                start = end
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.where(norms > 0, norms, 1.0), dtype=np.float32)

    def _remember(self, chunks: dict[str, None]) -> None:
        """Tokenise the chunks not seen before; the memory is emptied when it has grown too large.

        Marks at the edges never make a token, so that «said», «said,» and «(said» are tokenised once.
        """
        if len(self._tokens) + len(chunks) > _REMEMBERED:
            self._tokens.clear()
        bare = {chunk: chunk.strip(_EDGES) for chunk in chunks if chunk not in self._tokens}
        if bare:
            new = list(dict.fromkeys(bare.values()))
            found = dict(zip(new, map(tuple, self._model.tokenize(new)), strict=True))
            self._tokens.update((chunk, found[word]) for chunk, word in bare.items())


def open_encoder(name: str | None) -> Encoder:
    """The embedded encoder for None or ``"embedded"``, else a sentence-transformers model by hub name or folder.

    Nothing is loaded yet, but a folder that is not there is a UsageError at once.
    """
    if name is None or name == EMBEDDED:
        return EmbeddedEncoder()
    from mt_audit.engine.transformer import TransformerEncoder

    return TransformerEncoder(name)
