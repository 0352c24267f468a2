"""Fetch one page over http(s): bounded in size, time and redirects, never into a private network unless allowed."""

from __future__ import annotations

import ipaddress
import socket
import time
from dataclasses import dataclass

from mt_audit import __version__
from mt_audit.errors import FetchError

USER_AGENT = f"mt-audit/{__version__}"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may cost: bytes, seconds in all, redirects; ``allow_private`` permits loopback and local nets."""

    size: int = 5_000_000
    seconds: float = 15.0
    redirects: int = 5
    allow_private: bool = False


class AnswerError(FetchError):
    """The server answered, but not with 200: ``status``, and the seconds it asked to wait, if it did."""

    def __init__(self, url: str, status: int, retry_after: str = "") -> None:
        super().__init__(f"{url} answered {status}.", "Open it in a browser and save the page.")
        self.status = status
        self.wait = float(retry_after) if retry_after.isdigit() else None


@dataclass(frozen=True, slots=True)
class Page:
    """A fetched page: where it was found in the end, its media type and its bytes."""

    url: str
    media_type: str
    content: bytes
    encoding: str | None


def _public_address(host: str, port: int, *, allow_private: bool) -> str:
    """An address of ``host`` that may be contacted. All must be public: a mixed answer is an attack."""
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise FetchError(f"{host} could not be found ({error.strerror or error}).", "Check the address.") from error
    addresses = [str(answer[4][0]) for answer in answers]
    for address in addresses:
        parsed = ipaddress.ip_address(address.split("%")[0])
        mapped = getattr(parsed, "ipv4_mapped", None)
        if not allow_private and not (mapped or parsed).is_global:
            raise FetchError(
                f"{host} is a private or local address ({address}); fetching it is refused.",
                "Use --allow-private if you trust it.",
            )
    return addresses[0]


def fetch(url: str, limits: Limits | None = None) -> Page:
    """Fetch ``url``. Raises FetchError for anything but a 200 within the limits.

    The connection goes to the very address that was checked, so a name that changes its address between
    the check and the call (DNS rebinding) gains nothing.
    """
    import httpx

    limits = limits or Limits()
    deadline = time.monotonic() + limits.seconds
    current = httpx.URL(url)
    try:
        for _ in range(limits.redirects + 1):
            if current.scheme not in ("http", "https") or not current.host:
                raise FetchError(f"{current} is not an http(s) address.", "Give a full http:// or https:// address.")
            port = current.port or (443 if current.scheme == "https" else 80)
            address = _public_address(current.host, port, allow_private=limits.allow_private)
            left = deadline - time.monotonic()
            if left <= 0:
                raise FetchError(
                    f"{url} took longer than {limits.seconds:g} seconds.", "Save the page and give the file."
                )
            host = current.netloc.decode("ascii")
            with (
                httpx.Client(trust_env=False, timeout=left, headers={"User-Agent": USER_AGENT}) as client,
                client.stream(
                    "GET",
                    current.copy_with(host=address),
                    headers={"Host": host},
                    extensions={"sni_hostname": current.host},
                ) as response,
            ):
                if response.is_redirect:
                    current = current.join(response.headers["location"])
                    continue
                if response.status_code != 200:
                    raise AnswerError(url, response.status_code, response.headers.get("retry-after", ""))
                content = bytearray()
                for chunk in response.iter_bytes():
                    content += chunk
                    if len(content) > limits.size:
                        raise FetchError(
                            f"{url} is larger than {limits.size} bytes.", "Save the article's text to a file."
                        )
                    if time.monotonic() > deadline:
                        raise FetchError(
                            f"{url} took longer than {limits.seconds:g} seconds.", "Try again, or save the page."
                        )
                media_type = response.headers.get("content-type", "").split(";")[0].strip().lower()
                return Page(str(current), media_type, bytes(content), response.charset_encoding)
    except httpx.HTTPError as error:
        raise FetchError(
            f"{url} could not be fetched ({type(error).__name__}: {error}).", "Check the address and the network."
        ) from error
    except httpx.InvalidURL as error:
        raise FetchError(f"{url} is not an http(s) address.", "Give a full http:// or https:// address.") from error
    raise FetchError(f"{url} redirects more than {limits.redirects} times.", "Give the final address.")
