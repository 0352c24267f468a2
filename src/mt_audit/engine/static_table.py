"""A static model's folder, read the short way: the table, its weights and the tokenizer, nothing else.

``StaticModel.from_pretrained`` of model2vec gives the same numbers (a test says so) but imports the model hub's client
and takes stock of the whole vocabulary, which costs more than the rest of an audit. Folders in another layout
(a remapped vocabulary) are left to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_TABLES = ("embeddings", "embedding.weight")


class StaticTable:
    """Token vectors ``[vocabulary, dim]`` of any number type, their weights, and the tokenizer."""

    def __init__(
        self, embedding: npt.NDArray[Any], weights: npt.NDArray[Any] | None, tokenizer: Tokenizer, unknown: int | None
    ) -> None:
        self.embedding = embedding
        self.weights = weights
        self.tokenizer = tokenizer
        self._unknown = unknown

    @property
    def dim(self) -> int:
        """Length of a vector."""
        return int(self.embedding.shape[1])

    def tokenize(self, texts: Sequence[str]) -> list[list[int]]:
        """Token ids of each text; unknown tokens are left out."""
        found = self.tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        return [[token for token in encoding.ids if token != self._unknown] for encoding in found]

    @classmethod
    def load(cls, folder: Path) -> StaticTable:
        """Read a folder. Raises OSError or ValueError when it is missing or damaged."""
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        tensors = load_file(folder / "model.safetensors")
        name = next((name for name in _TABLES if name in tensors), None)
        if name is None or "mapping" in tensors:
            return cls._by_library(folder)
        written = (folder / "tokenizer.json").read_text("utf-8")
        tokenizer = Tokenizer.from_str(written)
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return cls(tensors[name], tensors.get("weights"), tokenizer, _unknown(tokenizer, written))

    @classmethod
    def _by_library(cls, folder: Path) -> StaticTable:
        from model2vec import StaticModel

        model = StaticModel.from_pretrained(folder)
        table = model.embedding if model.token_mapping is None else model.embedding[model.token_mapping]
        return cls(np.asarray(table), model.weights, model.tokenizer, model.unk_token_id)


def _unknown(tokenizer: Tokenizer, written: str) -> int | None:
    """Id of the unknown token, None when there is none. Unigram models tell it in their file only."""
    named = getattr(tokenizer.model, "unk_token", None)
    if isinstance(named, str):
        return tokenizer.token_to_id(named)
    told = re.search(r'"unk_id"\s*:\s*(\d+)', written)
    return int(told[1]) if told else None
