"""The manual page of a check, read from its one declaration: docstring, metadata and examples."""

from __future__ import annotations

import inspect
import re
import sys
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from mt_audit.checks.base import Check, Example
from mt_audit.report.wording import HARM

BlockKind = Literal["paragraph", "heading", "item", "code"]

SCOPE = {
    "document": "the Arabic article by itself",
    "sentence": "one Arabic sentence by itself",
    "pair": "an Arabic sentence beside its original",
    "words": "an Arabic sentence beside its original, word by word",
}
STATUS = {"stable": "stable", "preview": "preview: on trial, its findings may still change"}


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a manual page: a paragraph, a heading, an item of a list, or lines of code kept as they are."""

    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """What there is to say about one check."""

    check: Check
    title: str
    body: tuple[Block, ...]

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """Metadata as (what, value), in reading order."""
        check = self.check
        return (
            ("Category", check.category.value),
            ("Severity", f"{check.severity}: {HARM[check.severity]}"),
            ("Looks at", SCOPE[check.scope]),
            ("Needs", ", ".join(check.needs) or "nothing beyond the base install"),
            ("Status", f"{STATUS[check.status]}, since {check.since}"),
        )


def page_of(check: Check) -> Page:
    """The manual page of ``check``: its own text, or else the docstring of the module that finds the fault."""
    text = inspect.cleandoc(check.doc) if check.doc else _module_doc(check)
    blocks = parse(text)
    if blocks and blocks[0].kind == "paragraph":
        title = re.sub(rf"^{check.id}(?:\s+{re.escape(check.name)})?\s*[:.]\s*", "", blocks[0].text)
        return Page(check, title[:1].upper() + title[1:], blocks[1:])
    return Page(check, check.name.replace("-", " "), blocks)


def pages_of(checks: Iterable[Check]) -> tuple[Page, ...]:
    """A page for each check, in the order given."""
    return tuple(page_of(check) for check in checks)


def _module_doc(check: Check) -> str:
    module = sys.modules.get(inspect.unwrap(check.find).__module__)
    return inspect.cleandoc((module and module.__doc__) or "")


_ITEM = re.compile(r"\s*(?:[-*•]|\d+[.)])\s+")
_HEADING = re.compile(r"#+\s+(.+)|([A-Z][^.:]{2,50}):?\n(?:-{3,}|={3,})")
_PLAIN_HEADING = re.compile(
    r"(?:What it|Why|When it|Source|Sources|Example|Examples|How it|Not flagged|Limits)[^.:]{0,40}:"
)


def parse(doc: str) -> tuple[Block, ...]:
    """Blocks of a docstring: paragraphs parted by blank lines, lists, headings and indented code.

    ``Why it matters: …`` at the head of a paragraph is taken as a heading of its own.

    >>> [block.kind for block in parse("Says it.\\n\\nWhy it matters: much.\\n\\n* one\\n* two")]
    ['paragraph', 'heading', 'paragraph', 'item', 'item']
    """
    blocks: list[Block] = []
    for chunk in re.split(r"\n\s*\n", doc.strip("\n")):
        if chunk.strip():
            blocks += _parse_chunk(chunk)
    return tuple(blocks)


def _parse_chunk(chunk: str) -> list[Block]:
    if heading := _HEADING.match(chunk):
        rest = chunk[heading.end() :].strip("\n")
        return [Block("heading", (heading[1] or heading[2]).strip().rstrip(":")), *(_parse_chunk(rest) if rest else [])]
    if all(line.startswith("    ") for line in chunk.splitlines()):
        return [Block("code", textwrap.dedent(chunk))]
    if _ITEM.match(chunk):
        return _items(chunk)
    lines = chunk.splitlines()
    first_item = next((at for at, line in enumerate(lines) if at and re.match(r"[-*•]\s+", line)), None)
    if first_item is not None:
        return [*_parse_chunk("\n".join(lines[:first_item])), *_items("\n".join(lines[first_item:]))]
    text = " ".join(chunk.split())
    if heading := _PLAIN_HEADING.match(text):
        rest = text[heading.end() :].strip()
        body = [Block("paragraph", rest[0].upper() + rest[1:])] if rest else []
        return [Block("heading", heading[0].rstrip(":")), *body]
    return [Block("paragraph", text)]


def _items(chunk: str) -> list[Block]:
    items: list[list[str]] = []
    for line in chunk.splitlines():
        if mark := _ITEM.match(line):
            items.append([line[mark.end() :]])
        else:
            items[-1].append(line.strip())
    return [Block("item", " ".join(" ".join(item).split())) for item in items]


def marked(example: Example) -> tuple[tuple[str, bool], ...]:
    """The Arabic of an example as pieces, each with whether it lies between ⟦marks⟧.

    >>> marked(Example("قال ⟦54 يوما⟧."))
    (('قال ', False), ('54 يوما', True), ('.', False))
    """
    text, at = example.text, 0
    pieces: list[tuple[str, bool]] = []
    for span in example.spans:
        pieces += [(text[at : span.start], False), (span.of(text), True)]
        at = span.end
    pieces.append((text[at:], False))
    return tuple(piece for piece in pieces if piece[0])
