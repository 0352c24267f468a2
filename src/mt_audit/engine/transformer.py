"""Any sentence-transformers model as an encoder: by its name on the hub, or by the folder it was saved to."""

from __future__ import annotations

import hashlib
import os
import re
import socket
from collections.abc import Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import numpy as np

from mt_audit.engine.encoder import Role, Vectors
from mt_audit.errors import FetchError, MissingExtraError, UsageError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_HUB_NAME = re.compile(r"[A-Za-z0-9][\w.-]*(?:/[A-Za-z0-9][\w.-]*)?")
_SENTENCE_TRANSFORMERS = "sentence-transformers/"
_E5 = re.compile(r"(?:^|[/_-])e5(?:[_-]|$)", re.IGNORECASE)
_E5_PREFIXES = {"query": "query: ", "passage": "passage: "}
_PROMPT_NAMES = {"query": ("query",), "passage": ("passage", "document")}
_REACH_SECONDS = 3.0
_EDGE = 1 << 16


class TransformerEncoder:
    """A sentence-transformers model, loaded on first use, on the GPU where there is one.

    ``name`` is a folder that exists, else a name on the hub (``LaBSE`` means ``sentence-transformers/LaBSE``).
    Models of the E5 family and models that carry their own prompts get their prefix; E5 wants ``query:`` on both sides
    where two texts are compared as equals, which is what the role ``query`` gives.
    """

    def __init__(self, name: str) -> None:
        self.folder = _folder(name)
        self.name = str(self.folder) if self.folder else name if "/" in name else _SENTENCE_TRANSFORMERS + name

    @cached_property
    def _model(self) -> SentenceTransformer:
        if find_spec("sentence_transformers") is None:
            raise MissingExtraError(f"The encoder {self.name!r}", "transformers")
        os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
        model = self._load(offline=True)
        if model is None:
            _require_hub(self.name)
            model = self._load(offline=False)
        if model is None:
            raise UsageError(
                f"The hub has no model {self.name!r} that sentence-transformers can load.",
                "Give a folder, or a name such as LaBSE or intfloat/multilingual-e5-base.",
            )
        return model

    def _load(self, *, offline: bool) -> SentenceTransformer | None:
        """The model; None when it is not there (or, ``offline``, not in the local cache)."""
        from sentence_transformers import SentenceTransformer

        if self.folder is None and offline and not _cached(self.name):
            return None
        try:
            model = SentenceTransformer(self.name, local_files_only=offline)
        except (OSError, ValueError, RuntimeError, KeyError) as error:
            if self.folder is not None:
                raise UsageError(
                    f"{self.folder} holds no model that sentence-transformers can load: {_first_line(error)}",
                    "Give the folder that SentenceTransformer.save() wrote.",
                ) from error
            return None
        model.eval()
        return model

    @property
    def dim(self) -> int:
        """Length of a vector."""
        return int(self._model.get_embedding_dimension() or self.encode(("",)).shape[1])

    @cached_property
    def signature(self) -> str:
        """Name, and the commit on the hub or a fingerprint of the folder's files. Loads the model."""
        name = self.folder.name if self.folder else self.name
        return f"encoder:{name}@{_fingerprint(self.folder) if self.folder else self._commit()}|dim:{self.dim}"

    def _commit(self) -> str:
        config = getattr(getattr(self._model[0], "auto_model", None), "config", None)
        commit = getattr(config, "_commit_hash", None) or _cached(self.name)
        return str(commit or "unknown")[:12]

    @cached_property
    def _prefixes(self) -> dict[str, str]:
        prompts: dict[str, Any] = dict(self._model.prompts or {})
        found = {
            role: next((str(prompts[name]) for name in names if prompts.get(name)), "")
            for role, names in _PROMPT_NAMES.items()
        }
        if not any(found.values()) and _E5.search(self.folder.name if self.folder else self.name):
            return _E5_PREFIXES
        return found

    def encode(self, texts: Sequence[str], role: Role = "query") -> Vectors:
        """Unit rows, one a text, each with the prefix that the model wants for ``role``."""
        prefix = self._prefixes[role]
        model = self._model
        if not texts:
            return np.zeros((0, self.dim), dtype=np.float32)
        found = model.encode(
            [prefix + text for text in texts],
            prompt="",
            batch_size=32 if model.device.type == "cpu" else 256,
            normalize_embeddings=True,
            convert_to_numpy=True,
            show_progress_bar=False,
        )
        return np.asarray(found, dtype=np.float32)


def _folder(name: str) -> Path | None:
    """The folder ``name`` stands for, None for a hub name. A path that is not there is an error, never a hub name."""
    path = Path(name).expanduser()
    if name and path.is_dir():
        return path.resolve()
    parent = path.parent
    looks_like_path = not _HUB_NAME.fullmatch(name) or path.exists() or (parent != Path() and parent.is_dir())
    if looks_like_path:
        raise UsageError(
            f"There is no model folder {name!r}.", "Give a folder that exists, or a model name such as LaBSE."
        )
    return None


def _cached(name: str) -> str | None:
    """Commit of the model in the hub's local cache, None when it is not there."""
    from huggingface_hub import try_to_load_from_cache

    for file in ("modules.json", "config.json"):
        found = try_to_load_from_cache(name, file)
        if isinstance(found, str):
            return Path(found).parent.name
    return None


def _require_hub(name: str) -> None:
    """Fail within seconds, rather than retry for minutes, when the hub cannot be reached."""
    folder = name.split("/")[-1]
    hint = (
        f"Connect once so that it can be downloaded, or copy the model here and give its folder: --encoder ./{folder}"
    )
    if os.environ.get("HF_HUB_OFFLINE", "").upper() in {"1", "ON", "YES", "TRUE"}:
        raise FetchError(
            f"The encoder {name!r} is not on this machine, and HF_HUB_OFFLINE forbids downloading it.", hint
        )
    if any(os.environ.get(variable) for variable in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")):
        return
    address = urlsplit(os.environ.get("HF_ENDPOINT") or "https://huggingface.co")
    port = address.port or (80 if address.scheme == "http" else 443)
    try:
        socket.create_connection((address.hostname or "", port), timeout=_REACH_SECONDS).close()
    except OSError as error:
        raise FetchError(
            f"The encoder {name!r} is not on this machine, and {address.hostname} cannot be reached.", hint
        ) from error


def _fingerprint(folder: Path) -> str:
    """Hash of the folder's files: names, sizes, and their first and last 64 KiB (weights can be gigabytes)."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".md"):
        size = path.stat().st_size
        digest.update(f"{path.relative_to(folder).as_posix()}\0{size}\0".encode())
        with path.open("rb") as stream:
            digest.update(stream.read(_EDGE))
            if size > _EDGE:
                stream.seek(max(_EDGE, size - _EDGE))
                digest.update(stream.read(_EDGE))
    return digest.hexdigest()[:12]


def _first_line(error: Exception) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)
