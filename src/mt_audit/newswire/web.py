"""Reading the web politely: answers kept on disk, pauses between calls, back-off, robots.txt, a deadline."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import threading
import time
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from mt_audit.cachedir import cache_folder
from mt_audit.errors import FetchError
from mt_audit.fetch import USER_AGENT, AnswerError, Limits, Page, fetch

_AGAIN = frozenset({429, 500, 502, 503, 504})


@dataclass(slots=True)
class Manners:
    """How the web is read: seconds between calls to one host, seconds in all, tries, and how long answers are kept."""

    pause: float = 1.0
    pauses: dict[str, float] = field(default_factory=dict)
    """Longer pauses that hosts ask for."""
    seconds: float = 20.0
    tries: int = 4
    keep: float = 86_400.0
    allow_private: bool = False


class Web:
    """One search's access to the web. Safe to use from several threads; ``get`` raises FetchError and nothing else."""

    def __init__(self, manners: Manners | None = None, cache: Path | None = None, *, keep: bool = True) -> None:
        self.manners = manners or Manners()
        self.cache = (cache or cache_folder("newswire")) if keep else None
        self._deadline = time.monotonic() + self.manners.seconds
        self._next: dict[str, float] = {}
        self._robots: dict[str, RobotFileParser | bool] = {}
        self._lock = threading.Lock()

    @property
    def left(self) -> float:
        """Seconds until the deadline."""
        return self._deadline - time.monotonic()

    def get(self, url: str, *, page: bool = False) -> Page:
        """Fetch ``url``, from the cache when it is fresh; with ``page`` only where robots.txt allows it."""
        kept = self._kept(url)
        if kept is not None:
            return kept
        if page and not self._allowed(url):
            raise FetchError(f"{url}: its site asks robots not to read it.", "Open it in a browser and save the page.")
        answer = self._patiently(url)
        self._keep(url, answer)
        return answer

    # ── back-off ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _patiently(self, url: str) -> Page:
        from tenacity import (
            RetryCallState,
            Retrying,
            retry_if_exception,
            stop_after_attempt,
            wait_exponential,
            wait_random,
        )
        from tenacity.stop import stop_base

        backoff = wait_exponential(multiplier=0.5, max=8.0) + wait_random(0.0, 0.3)

        def worth_it(error: BaseException) -> bool:
            return error.status in _AGAIN if isinstance(error, AnswerError) else isinstance(error, FetchError)

        def wait(state: RetryCallState) -> float:
            error = state.outcome.exception() if state.outcome else None
            asked = error.wait if isinstance(error, AnswerError) else None
            return asked if asked is not None else float(backoff(state))

        class NoTimeLeft(stop_base):
            def __call__(_, state: RetryCallState) -> bool:
                return self.left <= (state.upcoming_sleep or 0.0)

        retrying = Retrying(
            retry=retry_if_exception(worth_it),
            wait=wait,
            stop=stop_after_attempt(self.manners.tries) | NoTimeLeft(),
            reraise=True,
        )
        return retrying(self._once, url)

    def _once(self, url: str) -> Page:
        self._wait_turn(url)
        if self.left <= 0:
            raise _TooLate(f"{url} was not fetched: the {self.manners.seconds:g} seconds of this search are over.")
        return fetch(url, Limits(seconds=self.left, allow_private=self.manners.allow_private))

    def _wait_turn(self, url: str) -> None:
        host = urlsplit(url).netloc
        pause = self.manners.pauses.get(host.partition(":")[0], self.manners.pause)
        with self._lock:
            now = time.monotonic()
            at = max(now, self._next.get(host, 0.0))
            self._next[host] = at + pause
        if at > now:
            time.sleep(min(at - now, max(self.left, 0.0)))

    # ── robots.txt ───────────────────────────────────────────────────────────────────────────────────────────────

    def _allowed(self, url: str) -> bool:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        with self._lock:
            rules = self._robots.get(site)
        if rules is None:
            rules = self._read_rules(site)
            with self._lock:
                self._robots[site] = rules
        return rules if isinstance(rules, bool) else rules.can_fetch(USER_AGENT, url)

    def _read_rules(self, site: str) -> RobotFileParser | bool:
        try:
            answer = self._kept(f"{site}/robots.txt") or self._patiently(f"{site}/robots.txt")
        except AnswerError as error:
            # RFC 9309: no such file, everything is allowed; a server that fails, nothing is.
            return 400 <= error.status < 500 and error.status != 429
        except FetchError:
            return False
        self._keep(f"{site}/robots.txt", answer)
        rules = RobotFileParser()
        rules.parse(answer.content.decode("utf-8", "replace").splitlines())
        return rules

    # ── cache ────────────────────────────────────────────────────────────────────────────────────────────────────

    def _place(self, url: str) -> Path | None:
        return self.cache / f"{hashlib.sha256(url.encode()).hexdigest()[:32]}.json" if self.cache else None

    def _kept(self, url: str) -> Page | None:
        place = self._place(url)
        if place is None:
            return None
        try:
            kept = json.loads(place.read_text(encoding="utf-8"))
            if kept["asked"] != url or time.time() - kept["at"] > self.manners.keep:
                return None
            return Page(kept["url"], kept["media_type"], base64.b64decode(kept["content"]), kept["encoding"])
        except (OSError, ValueError, KeyError):
            return None

    def _keep(self, url: str, answer: Page) -> None:
        place = self._place(url)
        if place is None:
            return
        content = {
            "asked": url,
            "at": time.time(),
            "url": answer.url,
            "media_type": answer.media_type,
            "encoding": answer.encoding,
            "content": base64.b64encode(answer.content).decode("ascii"),
        }
        temporary = place.with_name(f".{uuid.uuid4().hex}")
        try:
            temporary.write_text(json.dumps(content), encoding="utf-8")
            os.replace(temporary, place)
        except OSError:
            temporary.unlink(missing_ok=True)


class _TooLate(FetchError):
    """The search's time is over: not worth another try."""
