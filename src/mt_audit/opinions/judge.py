"""A language model as judge, behind any address that speaks the OpenAI chat protocol.

Nothing it says is believed unread: every span must stand in the text, categories and severities must be ours, and an
answer that is not the JSON asked for is asked for once more and then dropped. Calls, time and length are bounded, and
answers are kept on disk by content.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mt_audit.core import Category, Finding, Severity, Span
from mt_audit.errors import FetchError
from mt_audit.opinions import PairText, Said

KEY_VARIABLE = "MT_AUDIT_JUDGE_KEY"
_INSTRUCTIONS = """You check an Arabic translation of news against its original. List every error that changes or \
breaks the meaning. Answer with one JSON object and nothing else:
{"errors": [{"pair": <number>, "quote": "<exact Arabic words>", "original": "<exact original words or empty>", \
"category": "<category>", "severity": "critical|major|minor", "message": "<one English sentence>", \
"suggestion": "<Arabic to put in place of the quote, or empty>"}]}
Categories: %s
critical: a reader would believe something false. major: wrong or unintelligible. minor: reads badly.
Free translation, other word order, other number format and natural Arabic idiom are no errors.
No errors: {"errors": []}"""


@dataclass(frozen=True, slots=True)
class JudgeSettings:
    """``url``: base address, e.g. ``http://127.0.0.1:11434/v1``; ``seconds`` and ``calls`` bound one article."""

    url: str
    model: str
    seconds: float = 60.0
    calls: int = 10
    pairs_a_call: int = 8
    cache: Path | None = None


class _Unusable(Exception):
    """An answer that is not what was asked for."""


class Judge:
    """One model behind one address."""

    def __init__(self, settings: JudgeSettings, environment: Mapping[str, str] | None = None) -> None:
        self.settings = settings
        self.name = f"judge:{settings.model}"
        self._key = (os.environ if environment is None else environment).get(KEY_VARIABLE, "")

    def read(self, pairs: Sequence[PairText]) -> Said:
        """Ask about the pairs, some at a time, until all are read or time or calls run out."""
        deadline = time.monotonic() + self.settings.seconds
        found: list[Finding] = []
        size = self.settings.pairs_a_call
        batches = [pairs[i : i + size] for i in range(0, len(pairs), size)]
        for number, batch in enumerate(batches):
            if number >= self.settings.calls:
                return Said(self.name, tuple(found), reason=f"stopped after {number} calls, as set")
            try:
                found.extend(self._findings(batch, self._answer(batch, deadline)))
            except (_Unusable, FetchError) as error:
                return Said(self.name, tuple(found), reason=str(error))
        return Said(self.name, tuple(found))

    def _answer(self, batch: Sequence[PairText], deadline: float) -> list[Any]:
        listed = "\n\n".join(
            f"Pair {number}\nOriginal: {original.text}\nArabic: {ar.text}"
            for number, (ar, original) in enumerate(batch)
        )
        path = self._path(listed)
        if path is not None and path.is_file():
            return _errors(path.read_text("utf-8"))
        for attempt in (1, 2):
            told = self._ask(listed, deadline)
            try:
                errors = _errors(told)
            except _Unusable:
                if attempt == 2:
                    raise
                continue
            if path is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                draft = path.with_name(f"{path.name}.{os.getpid()}.part")
                draft.write_text(told, "utf-8")
                draft.replace(path)
            return errors
        raise _Unusable("the judge did not answer with the JSON asked for")

    def _ask(self, listed: str, deadline: float) -> str:
        import httpx

        left = deadline - time.monotonic()
        if left <= 0:
            raise FetchError("the judge took longer than allowed")
        body = {
            "model": self.settings.model,
            "temperature": 0,
            "seed": 1,
            "response_format": {"type": "json_object"},
            "messages": [
                {"role": "system", "content": _INSTRUCTIONS % ", ".join(category.value for category in Category)},
                {"role": "user", "content": listed},
            ],
        }
        headers = {"Authorization": f"Bearer {self._key}"} if self._key else {}
        try:
            answer = httpx.post(
                self.settings.url.rstrip("/") + "/chat/completions", json=body, headers=headers, timeout=left
            )
        except httpx.TimeoutException:
            raise FetchError("the judge did not answer in time") from None
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise FetchError(f"the judge could not be reached ({type(error).__name__})") from None
        if answer.status_code != 200:
            raise FetchError(f"the judge answered {answer.status_code}")
        try:
            content = answer.json()["choices"][0]["message"]["content"]
        except (ValueError, KeyError, IndexError, TypeError):
            raise _Unusable("the judge's address does not speak the chat protocol") from None
        return content if isinstance(content, str) else ""

    def _findings(self, batch: Sequence[PairText], errors: Sequence[Any]) -> list[Finding]:
        return [found for error in errors if (found := self._believed(batch, error)) is not None]

    def _believed(self, batch: Sequence[PairText], error: Any) -> Finding | None:
        """A finding for an error whose every field holds water, else None."""
        try:
            ar, original = batch[int(error["pair"])]
            quote, source = str(error["quote"]), str(error.get("original") or "")
            category, severity = Category(error["category"]), Severity(error["severity"])
            message, suggestion = str(error["message"]), error.get("suggestion")
        except (KeyError, IndexError, ValueError, TypeError, AttributeError):
            return None
        start = ar.text.find(quote)
        if not quote.strip() or start < 0 or not message.strip() or ar.text.count(quote) > 1:
            return None
        at = original.text.find(source) if source else -1
        if source and at < 0:
            return None
        return Finding(
            check="JDG001",
            name="judge",
            category=category,
            severity=severity,
            confidence=0.5,
            span=Span(start, start + len(quote)).shifted(ar.start),
            quote=quote,
            message=message[:500],
            original_span=Span(at, at + len(source)).shifted(original.start) if source else None,
            original_quote=source or None,
            suggestion=suggestion if isinstance(suggestion, str) and suggestion else None,
            source=self.name,
        )

    def _path(self, listed: str) -> Path | None:
        if self.settings.cache is None:
            return None
        named = (self.settings.url, self.settings.model, _INSTRUCTIONS, listed)
        return self.settings.cache / f"{hashlib.sha256(json.dumps(named).encode()).hexdigest()}.json"


def _errors(told: str) -> list[Any]:
    """The list of errors in an answer; a code fence around it is forgiven, anything else is not."""
    bare = told.strip().removeprefix("```json").removeprefix("```").removesuffix("```").strip()
    try:
        errors = json.loads(bare)["errors"]
    except (ValueError, KeyError, TypeError):
        raise _Unusable("the judge did not answer with the JSON asked for") from None
    if not isinstance(errors, list):
        raise _Unusable("the judge did not answer with the JSON asked for")
    return errors
