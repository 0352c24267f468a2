"""The tokenizer of the embedded encoder: whole words first, pieces for the rest, clitics of Arabic cut off.

The vocabulary is written, not trained end to end: every word that lexicon, names and text make likely is one token,
and a Unigram model with nearly equal scores picks the cut with the fewest tokens. Arabic words that are clitic and
known word are left out, so that «وللمحادثات» is cut as «ولل» + «محادثات» by the same rule in every library that reads
tokenizer.json.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

from mt_audit.text.folding import fold

UNKNOWN = "[UNK]"
MARK = "▁"
_ARABIC = re.compile(r"[\u0621-\u06d3]")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_POSSESSIVE = re.compile(r"'s\b")
_MARKS = "[\u0640\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]"
_COUNTRIES = {
    r"\bU\.?S\.?(?:A\b\.?|(?!\w))": "usa ",
    r"\bU\.?K\.?(?!\w)": "uk ",
    r"\bU\.?N\.?(?!\w)": "united-nations ",
}
_LETTERS = {"[أإآٱ]": "ا", "[ىیې]": "ي", "[ةە]": "ه", "[ک]": "ك", "['’ʼ]s\\b": " "}
PROCLITICS = tuple(
    conjunction + rest
    for conjunction in ("", "و", "ف")
    for rest in ("ال", "بال", "كال", "لل", "ب", "ل", "ك", "س", "")
    if conjunction + rest
)
ENCLITICS = ("ها", "هم", "هما", "هن", "نا", "ه", "كم", "ي", "ك")
_SUFFIXES = (
    "ا",
    "ات",
    "ان",
    "ون",
    "ين",
    "تها",
    "تهم",
    "ته",
    "وا",
    "ت",
    "s",
    "es",
    "ed",
    "ing",
    "er",
    "ers",
    "ly",
    "ness",
    "en",
)
_PRONOUN_LIKE = frozenset(
    ("هو", "هي", "هم", "قد", "لم", "لن", "لا", "ما", "من", "عن", "في", "ان", "كل", "مع", "هذا", "هذه")
)


@dataclass(frozen=True, slots=True)
class VocabularySize:
    """How many tokens of each kind."""

    words: int = 68_000
    latin_pieces: int = 6_500
    arabic_pieces: int = 6_500


def make_tokenizer(vocabulary: list[tuple[str, float]]) -> Tokenizer:
    """Unigram tokenizer over ``(piece, score)`` with the folding and cutting rules inside; 0 is the unknown token."""
    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=0, byte_fallback=False))
    tokenizer.normalizer = _normalizer()
    tokenizer.pre_tokenizer = _pre_tokenizer()
    return tokenizer


def _normalizer() -> normalizers.Normalizer:
    steps: list[normalizers.Normalizer] = [normalizers.NFKC()]
    steps += [normalizers.Replace(Regex(pattern), to) for pattern, to in _COUNTRIES.items()]
    steps += [
        normalizers.Lowercase(),
        normalizers.Replace(Regex(_MARKS), ""),
    ]
    steps += [normalizers.Replace(Regex(pattern), to) for pattern, to in _LETTERS.items()]
    for zero in (0x660, 0x6F0):
        steps += [normalizers.Replace(chr(zero + digit), str(digit)) for digit in range(10)]
    return normalizers.Sequence(steps)


def _pre_tokenizer() -> pre_tokenizers.PreTokenizer:
    return pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(r"[\p{L}\p{M}]+|\p{N}+"), "removed", invert=True),
            pre_tokenizers.Metaspace(MARK, "always", False),
            pre_tokenizers.Split(Regex("^▁(?=[\u0600-\u06ff])"), "removed"),
        ]
    )


def count_words(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in the texts, cut and folded as the tokenizer does, Latin words and figures marked."""
    chunks: Counter[str] = Counter()
    for text in texts:
        chunks.update(text.split())
    counts: Counter[str] = Counter()
    for chunk, count in chunks.items():
        for word in _WORD.findall(_POSSESSIVE.sub(" ", fold(chunk))):
            counts[word if _ARABIC.match(word) else MARK + word] += count
    return counts


def without_clitics(counts: Mapping[str, float]) -> dict[str, float]:
    """Arabic words that are not clitics and a commoner word; the count of those that are goes to that word."""
    kept = dict(counts)
    for word, count in sorted(counts.items(), key=lambda item: (-len(item[0]), item[0])):
        if not _ARABIC.match(word):
            continue
        base = _base(word, counts)
        if base:
            kept[base] = kept.get(base, 0.0) + kept.pop(word, count)
    return kept


def _base(word: str, counts: Mapping[str, float]) -> str | None:
    best: str | None = None
    for head in PROCLITICS:
        if not word.startswith(head):
            continue
        rest = word[len(head) :]
        article = head.endswith(("ال", "لل"))
        enough = len(rest) >= 3 or (rest in _PRONOUN_LIKE and head in ("و", "ف"))
        if (
            enough
            and counts.get(rest, 0.0) >= counts[word] * (0.02 if article else 0.4)
            and (best is None or len(rest) < len(best))
        ):
            best = rest
    if best is None:
        for tail in ENCLITICS[:5]:
            rest = word[: -len(tail)]
            if word.endswith(tail) and len(rest) >= 4 and counts.get(rest, 0.0) >= counts[word]:
                return rest
    return best


def build_vocabulary(weights: Mapping[str, float], size: VocabularySize) -> list[tuple[str, float]]:
    """``(piece, score)`` for ``make_tokenizer``: the words of most weight, clitics, figures, pieces of all words."""
    total = sum(weights.values())
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    words = [word for word, _ in ranked if 1 < len(word) <= 24][: size.words]
    vocabulary: dict[str, float] = {UNKNOWN: -30.0}
    for word in words:
        vocabulary[word] = -9.0 + 0.25 * max(-14.0, math.log(weights[word] / total))
    for arabic, count in ((False, size.latin_pieces), (True, size.arabic_pieces)):
        subset = [
            word
            for word, _ in ranked[: 2 * size.words]
            if bool(_ARABIC.match(word)) is arabic and not word.strip(MARK).isdigit()
        ]
        for piece in _pieces(subset, count):
            vocabulary.setdefault(piece, -13.0 - 0.6 * max(0, 3 - len(piece.strip(MARK))))
    for clitic in (*PROCLITICS, *ENCLITICS, *_SUFFIXES):
        vocabulary[clitic] = max(vocabulary.get(clitic, -30.0), -8.0)
    for number in range(10_001):
        if number <= 100 or 1500 <= number <= 2040 or number % 100 == 0 or (number < 1000 and number % 5 == 0):
            vocabulary.setdefault(f"{MARK}{number}", -10.0)
    for digits in ("00", "000"):
        vocabulary.setdefault(digits, -12.0)
    for digit in range(10):
        vocabulary.setdefault(str(digit), -13.0)
        vocabulary.setdefault(f"{MARK}{digit}", -13.0)
    vocabulary.setdefault(MARK, -14.0)
    return list(vocabulary.items())


def _pieces(words: Sequence[str], count: int) -> list[str]:
    """Subword pieces for words outside the vocabulary, from a Unigram model over the word types (not their mass)."""
    tokenizer = Tokenizer(models.Unigram())
    trainer = trainers.UnigramTrainer(
        vocab_size=count, unk_token=UNKNOWN, special_tokens=[UNKNOWN], max_piece_length=8, show_progress=False
    )
    tokenizer.train_from_iterator(iter(words), trainer)
    letters = {letter for word in words for letter in word}
    return sorted((set(tokenizer.get_vocab()) - {UNKNOWN}) | letters)
