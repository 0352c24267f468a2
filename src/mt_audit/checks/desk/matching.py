"""Find a term in a passage: Arabic whatever clitics it carries, English whatever its number."""

from __future__ import annotations

from collections.abc import Iterator

from mt_audit.core import Span
from mt_audit.text.folding import fold
from mt_audit.text.passage import Passage
from mt_audit.text.words import bases, words

_SINGULAR = (("ies", "y"), ("sses", "ss"), ("s", ""))


def keys_of(term: str) -> tuple[str, ...]:
    """The folded words of a term; an Arabic article on its first word is optional when it is looked for."""
    return tuple(word.key for word in words(term))


def _plain(key: str) -> str:
    for ending, base in _SINGULAR:
        if key.endswith(ending) and len(key) - len(ending) >= 3:
            return key[: -len(ending)] + base
    return key


def _same(key: str, wanted: str, *, arabic: bool, first: bool) -> bool:
    if key == wanted:
        return True
    if not arabic:
        return _plain(key) == _plain(wanted)
    bare = wanted.removeprefix("ال") if len(wanted) > 4 else wanted
    allowed = bases(key) if first else (key, key.removeprefix("ال"))
    return wanted in allowed or (bare in allowed and key.endswith(bare))


def occurrences(passage: Passage, term: str) -> Iterator[Span]:
    """Where ``term`` stands in ``passage``, word by word; clitics before its first word are allowed and included."""
    wanted = keys_of(term)
    if not wanted:
        return
    arabic = passage.language == "ar"
    for index in range(len(passage.keys) - len(wanted) + 1):
        pairs = zip(passage.keys[index : index + len(wanted)], wanted, strict=True)
        if all(_same(key, want, arabic=arabic, first=n == 0) for n, (key, want) in enumerate(pairs)):
            yield passage.span_of(index, index + len(wanted) - 1)


def prefix_of(found: str, term: str) -> str:
    """What clitics and article ``found`` carries before ``term`` («وبالحزب» before «حزب» → «وبال»), "" when unclear."""
    head = term.split()[0] if term.split() else ""
    first = fold(found.split()[0]) if found.split() else ""
    return found[: len(first) - len(fold(head))] if head and first.endswith(fold(head)) else ""
