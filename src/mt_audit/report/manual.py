"""The manual page of a check, read from its one declaration: docstring, metadata and examples."""

from __future__ import annotations

import inspect
import re
import sys
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType
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
_SECTION = MappingProxyType(
    {
        "what": "What it catches",
        "why": "Why it matters",
        "when wrong": "When it is wrong",
        "source": "Source",
        "sources": "Sources",
    }
)
"""Short names of the sections of a manual page."""
_LABEL = re.compile(r"((?:What|Why|When|Sources?|Examples?|How|Not flagged|Limits)\b[^.:\n]{0,40}):(?=\s|$)")
"""A line that opens a section: its name and a colon."""


def parse(doc: str) -> tuple[Block, ...]:
    """Blocks of a docstring: paragraphs parted by blank lines, lists, headings and indented code.

    A line that begins with the name of a section (``Why it matters: …``) opens it.

    >>> [block.text for block in parse("Says it.\\n\\nWhat: this\\nand that.\\nWhy: much.\\n\\n* one")]
    ['Says it.', 'What it catches', 'This and that.', 'Why it matters', 'Much.', 'one']
    """
    blocks: list[Block] = []
    for chunk in re.split(r"\n\s*\n", doc.strip("\n")):
        if not chunk.strip():
            continue
        if all(line.startswith("    ") for line in chunk.splitlines()):
            blocks.append(Block("code", textwrap.dedent(chunk)))
        else:
            blocks += _parse_chunk(chunk.splitlines())
    return tuple(blocks)


def _parse_chunk(lines: list[str]) -> list[Block]:
    """Blocks of lines without a blank line among them."""
    blocks: list[Block] = []
    for line in lines:
        if marker := re.match(r"#+\s+", line):
            blocks.append(Block("heading", line[marker.end() :].strip().rstrip(":")))
        elif label := _LABEL.match(line):
            blocks.append(Block("heading", _SECTION.get(label[1].lower(), label[1])))
            if rest := line[label.end() :].strip():
                blocks.append(Block("paragraph", rest[0].upper() + rest[1:]))
        elif item := _ITEM.match(line):
            blocks.append(Block("item", line[item.end() :].strip()))
        elif blocks and blocks[-1].kind != "heading":
            blocks[-1] = Block(blocks[-1].kind, f"{blocks[-1].text} {line.strip()}")
        else:
            blocks.append(Block("paragraph", line.strip()))
    return blocks


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
