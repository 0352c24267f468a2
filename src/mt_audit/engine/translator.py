"""Translators that are a service away, through deep-translator, made safe to depend on.

deep-translator has no time limit, sends the text and the key in the address and lets raw network errors out, with both
in their message. Here every call has a deadline, failures are sorted into a few kinds, secrets are taken out of what is
said, and answers are kept on disk by content, so that an article is never paid for twice.
"""

from __future__ import annotations

import hashlib
import json
import os
import queue
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

from mt_audit.errors import FetchError, UsageError

Kind = Literal["refused", "slow", "busy", "key", "nonsense", "unsupported", "gone"]
"""Why a translation is missing: not connected, over the deadline, rate-limited or failing, bad key, an answer that is
no translation, a language pair the service lacks, a service that no longer exists."""

LONGEST = 1000
"""Characters sent at once: LibreTranslate's client puts the text into the address, and servers refuse long ones."""


class TranslateError(FetchError):
    """A translation could not be had. ``retryable``: asking again later may help."""

    kind = "translate"

    def __init__(self, reason: Kind, message: str, *, retryable: bool) -> None:
        super().__init__(message, "The audit goes on without back-translation.")
        self.reason = reason
        self.retryable = retryable


class Translator(Protocol):
    """Something that translates sentences."""

    @property
    def signature(self) -> str:
        """Service and languages, without secrets."""

    def translate(self, texts: Sequence[str]) -> list[str]:
        """One translation for each text, in order. Raises TranslateError."""


@dataclass(frozen=True, slots=True)
class TranslatorSettings:
    """``service``: google, mymemory, deepl, microsoft, libre, … ; ``url`` for a service of your own (libre).

    ``seconds`` bounds one article; ``pause`` is the least time between two calls.
    """

    service: str
    url: str | None = None
    source: str = "ar"
    target: str = "en"
    seconds: float = 60.0
    pause: float = 0.0
    tries: int = 3
    cache: Path | None = None


_KEYS = {
    "deepl": "DEEPL_API_KEY",
    "microsoft": "MICROSOFT_API_KEY",
    "libre": "LIBRE_API_KEY",
    "yandex": "YANDEX_API_KEY",
}
"""Environment variables that hold the keys; they are read here and go nowhere else."""
_REGIONAL = {"ar": "ar-SA", "en": "en-GB", "de": "de-DE"}
SERVICES = ("google", "mymemory", "deepl", "microsoft", "libre", "yandex")


def _client(settings: TranslatorSettings, key: str | None) -> Any:
    import deep_translator as services

    source, target = settings.source, settings.target
    match settings.service:
        case "google":
            return services.GoogleTranslator(source=source, target=target)
        case "mymemory":
            return services.MyMemoryTranslator(
                source=_REGIONAL.get(source, source), target=_REGIONAL.get(target, target)
            )
        case "deepl":
            return services.DeeplTranslator(
                api_key=key, source=source, target=target, use_free_api=(key or "").endswith(":fx")
            )
        case "microsoft":
            return services.MicrosoftTranslator(api_key=key, source=source, target=target)
        case "yandex":
            return services.YandexTranslator(api_key=key, source=source, target=target)
        case "libre":
            url = (settings.url or "https://libretranslate.com").rstrip("/") + "/"
            # The client insists on a key even where the server wants none.
            return services.LibreTranslator(source=source, target=target, api_key=key or "none", custom_url=url)
        case _:
            raise UsageError(f"No translator is called {settings.service!r}.", f"One of: {', '.join(SERVICES)}.")


def _within(seconds: float, call: Callable[[], Any]) -> Any:
    """Run ``call`` in a thread and wait at most ``seconds``: the libraries below have no time limit of their own."""
    answers: queue.Queue[tuple[bool, Any]] = queue.Queue(1)

    def work() -> None:
        try:
            answers.put((True, call()))
        except Exception as error:  # handed to the caller, who sorts it
            answers.put((False, error))

    threading.Thread(target=work, daemon=True).start()
    try:
        done, value = answers.get(timeout=max(0.0, seconds))
    except queue.Empty:
        raise TimeoutError from None
    if done:
        return value
    raise value


def _sorted_error(error: Exception, service: str) -> TranslateError:
    """A library's or the network's error as one of ours. Its own message is never repeated: it may hold the key."""
    import requests
    from deep_translator import exceptions

    if isinstance(error, TimeoutError):
        return TranslateError("slow", f"{service} did not answer in time.", retryable=False)
    if isinstance(error, exceptions.TooManyRequests):
        return TranslateError("busy", f"{service} refuses more requests for now.", retryable=True)
    if isinstance(error, (exceptions.AuthorizationException, exceptions.ApiKeyException)):
        return TranslateError("key", f"{service} does not accept the API key.", retryable=False)
    if isinstance(error, (exceptions.LanguageNotSupportedException, exceptions.InvalidSourceOrTargetLanguage)):
        return TranslateError("unsupported", f"{service} does not translate between these languages.", retryable=False)
    if isinstance(error, exceptions.ServerException):
        # The status survives in the message only; 4xx other than 429 will not change by waiting.
        busy = any(word in str(error) for word in ("TOO_MANY", "INTERNAL", "SERVICE", "API server error"))
        return TranslateError("busy" if busy else "gone", f"{service} answered with an error.", retryable=busy)
    if isinstance(error, (requests.exceptions.JSONDecodeError, KeyError, ValueError)) and not isinstance(
        error, OSError
    ):
        return TranslateError("nonsense", f"{service} answered something that is no translation.", retryable=False)
    if isinstance(error, requests.exceptions.JSONDecodeError):
        return TranslateError("nonsense", f"{service} answered something that is no translation.", retryable=False)
    if isinstance(error, (requests.RequestException, OSError)):
        return TranslateError("refused", f"{service} could not be reached.", retryable=True)
    return TranslateError("nonsense", f"{service} failed ({type(error).__name__}).", retryable=False)


class ServiceTranslator:
    """One of deep-translator's services, with deadline, retries, pause and cache."""

    def __init__(self, settings: TranslatorSettings, environment: dict[str, str] | None = None) -> None:
        held = os.environ if environment is None else environment
        self.settings = settings
        variable = _KEYS.get(settings.service)
        self._key = held.get(variable) if variable else None
        if settings.service not in SERVICES:
            raise UsageError(f"No translator is called {settings.service!r}.", f"One of: {', '.join(SERVICES)}.")
        if settings.service in ("deepl", "microsoft", "yandex") and not self._key:
            raise UsageError(
                f"{settings.service} needs an API key.", f"Put it into the environment variable {variable}."
            )
        self._last = 0.0

    @property
    def signature(self) -> str:
        """Service and languages."""
        from importlib.metadata import version

        own = "|custom" if self.settings.url else ""
        pair = f"{self.settings.source}-{self.settings.target}"
        return f"translator:{self.settings.service}{own}|{pair}|deep-translator:{version('deep-translator')}"

    def translate(self, texts: Sequence[str]) -> list[str]:
        """Translate within the settings' seconds for all of them together. Raises TranslateError."""
        deadline = time.monotonic() + self.settings.seconds
        client: Any = None
        done: list[str] = []
        for text in texts:
            kept = self._kept(text)
            if kept is None:
                client = client or self._open()
                pieces = [text[i : i + LONGEST] for i in range(0, len(text), LONGEST)]
                kept = " ".join(self._ask(client, piece, deadline) for piece in pieces)
                self._keep(text, kept)
            done.append(kept)
        return done

    def _open(self) -> Any:
        try:
            return _client(self.settings, self._key)
        except UsageError:
            raise
        except Exception as error:
            raise _sorted_error(error, self.settings.service) from None

    def _ask(self, client: Any, text: str, deadline: float) -> str:
        if not text.strip():
            return ""
        for attempt in range(1, self.settings.tries + 1):
            wait = self._last + self.settings.pause - time.monotonic()
            if wait > 0:
                time.sleep(min(wait, max(0.0, deadline - time.monotonic())))
            self._last = time.monotonic()
            try:
                answer = _within(deadline - time.monotonic(), lambda: client.translate(text))
            except Exception as error:
                # "from None": the chain would carry the address with text and key into any log.
                failure = _sorted_error(error, self.settings.service)
                pause = min(0.5 * 2**attempt, 8.0)
                if not failure.retryable or attempt == self.settings.tries or time.monotonic() + pause > deadline:
                    raise failure from None
                time.sleep(pause)
                continue
            if not isinstance(answer, str) or not answer.strip():
                raise TranslateError("nonsense", f"{self.settings.service} answered nothing.", retryable=False)
            return answer
        raise TranslateError("busy", f"{self.settings.service} failed repeatedly.", retryable=False)

    def _path(self, text: str) -> Path | None:
        if self.settings.cache is None:
            return None
        named = (self.settings.service, self.settings.url or "", self.settings.source, self.settings.target, text)
        return self.settings.cache / f"{hashlib.sha256(json.dumps(named).encode()).hexdigest()}.txt"

    def _kept(self, text: str) -> str | None:
        path = self._path(text)
        return path.read_text("utf-8") if path is not None and path.is_file() else None

    def _keep(self, text: str, answer: str) -> None:
        path = self._path(text)
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            draft = path.with_name(f"{path.name}.{os.getpid()}.part")
            draft.write_text(answer, "utf-8")
            draft.replace(path)
