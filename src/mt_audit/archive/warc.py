"""Pages out of a WARC file (ISO 28500), plain or gzipped record by record."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

LARGEST = 10_000_000
"""Bytes of a record that is looked at."""


def _headers(stream: IO[bytes]) -> dict[str, str] | None:
    line = stream.readline()
    while line in (b"\r\n", b"\n"):
        line = stream.readline()
    if not line.startswith(b"WARC/"):
        return None
    found: dict[str, str] = {}
    while (line := stream.readline()) not in (b"\r\n", b"\n", b""):
        name, _, value = line.decode("utf-8", "replace").partition(":")
        found[name.strip().lower()] = value.strip()
    return found


def _unchunked(body: bytes) -> bytes:
    out = bytearray()
    at = 0
    while True:
        end = body.find(b"\r\n", at)
        if end < 0:
            return bytes(out)
        try:
            size = int(body[at:end].split(b";")[0], 16)
        except ValueError:
            return bytes(out)
        if size == 0:
            return bytes(out)
        out += body[end + 2 : end + 2 + size]
        at = end + 2 + size + 2


def _page(payload: bytes) -> str | None:
    head, _, body = payload.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    status = lines[0].split(" ")
    fields = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
    kind = fields.get("content-type", "").lower()
    if len(status) < 2 or status[1] != "200" or "html" not in kind:
        return None
    if fields.get("transfer-encoding", "").lower() == "chunked":
        body = _unchunked(body)
    coding = fields.get("content-encoding", "").lower()
    try:
        if coding == "gzip":
            body = gzip.decompress(body)
        elif coding == "deflate":
            body = zlib.decompress(body)
    except (OSError, zlib.error, EOFError):
        return None
    charset = kind.partition("charset=")[2].split(";")[0].strip("\"' ") or "utf-8"
    try:
        return body.decode(charset, "replace")
    except LookupError:
        return body.decode("utf-8", "replace")


def pages(path: Path) -> Iterator[tuple[str, str, str]]:
    """Address, date (ISO 8601) and HTML of every page that was answered with 200."""
    opened: IO[bytes] = gzip.open(path, "rb") if path.suffix.lower() == ".gz" else path.open("rb")  # type: ignore[assignment]
    with opened as stream:
        while (headers := _headers(stream)) is not None:
            size = int(headers.get("content-length") or 0)
            if headers.get("warc-type") != "response" or size > LARGEST:
                left = size
                while left > 0 and (skipped := len(stream.read(min(left, 1 << 20)))):
                    left -= skipped
                continue
            markup = _page(stream.read(size))
            if markup is not None:
                yield headers.get("warc-target-uri", "").strip("<>"), headers.get("warc-date", "")[:10], markup
