"""Builds ``assets/language``: spellings, collocations and the judge that weighs them.

Human text only: every fifth article of the radio news is held out, the rest is cut into thirds; for each third the
counts are made without it, and the judge learns on it from our own contrast pairs (the planted word is strange, all
others are not) and from the news of that third, where no word is. The human column of FLORES is left out: the detector
is measured on it, and a model that had read it would know it again.
"""

from __future__ import annotations

import difflib
import json
import math
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mt_audit.engine.closed_class import FUNCTION_WORDS
from mt_audit.engine.collocation import CLITICS, FEATURES, REACH, Collocations, Floats, to_bytes
from mt_audit.engine.language import Judge
from mt_audit.engine.spelling import ARABIC, FIGURE, FOREIGN, ZIPF_STEP, Spellings, word_hash
from mt_audit.text.folding import fold
from mt_audit.text.sentences import sentences
from mt_audit.text.words import words
from mt_audit.training import corpora

FOLDS = 3
HELD_OUT = 5
"""Every fifth article of the radio news is never learnt from."""
BLOCK = 200
"""Neighbouring lines of a file of pairs that stay in one third."""
DIMENSIONS = 64
_WEIGHTS = {"news": 1.0, "lexicon": 1.0, "prose": 0.3, "software": 0.1}
_SEED = 7
_NEWS_LINES = 5000


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as folded words, and the third it belongs to."""

    kind: str
    fold: int
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A contrast pair as folded words; ``strange`` are the numbers of the planted words in ``bad``."""

    fold: int
    good: tuple[str, ...]
    bad: tuple[str, ...]
    strange: tuple[int, ...]


def _keys(text: str) -> tuple[str, ...]:
    return tuple(word.key for word in words(text) if word.key)


def news_articles(shared: Path, *, held_out: bool) -> Iterator[tuple[int, str, str]]:
    """Number, title and text of the radio news: the held-out fifth, or the rest."""
    path = shared / "data" / "human_ar" / "tunisian_radio_2015-17.jsonl.gz"
    for number, line in enumerate(corpora.read_lines(path)):
        if (number % HELD_OUT == 0) == held_out:
            article = json.loads(line)
            yield number, article["title"], article["text"]


def _lines(shared: Path) -> Iterator[Line]:
    for number, title, text in news_articles(shared, held_out=False):
        for piece in (title, *(span.of(text) for span in sentences(text, "ar"))):
            yield Line("news", number % FOLDS, _keys(piece))
    for source in ("business_docs_human", "biographies", "essays", "everyday", "health"):
        kind = "software" if source == "business_docs_human" else "prose"
        for number, (_, ar) in enumerate(corpora.sentence_pairs(shared, (source,))):
            yield Line(kind, number // BLOCK % FOLDS, _keys(ar))
    for pair in corpora.contrast_pairs(shared):
        yield Line("lexicon", part_of(pair), _keys(pair.good))


def part_of(pair: corpora.ContrastPair) -> int:
    """The third a contrast pair belongs to: all pairs of a lemma stay together."""
    return zlib.crc32((pair.lemma or pair.en).encode()) % FOLDS


def _examples(shared: Path) -> Iterator[Example]:
    """Pairs whose fault is a wrong word or rendering: polarity and role are not to be heard in the Arabic alone."""
    for pair in corpora.contrast_pairs(shared):
        if pair.source.startswith(("family_polarity", "family_role")):
            continue
        good, bad = _keys(pair.good), _keys(pair.bad)
        matcher = difflib.SequenceMatcher(None, good, bad, autojunk=False)
        strange = [j for tag, _, _, j1, j2 in matcher.get_opcodes() if tag != "equal" for j in range(j1, j2)]
        if 1 <= len(strange) <= 4:
            yield Example(part_of(pair), good, bad, tuple(strange))


def _name_keys(shared: Path) -> Counter[str]:
    names: Counter[str] = Counter()
    for _, ar, count in corpora.name_tokens(shared):
        names[fold(ar)] += count
    for row in corpora.news_names(shared):
        if row.kind in ("person", "given", "place"):
            for ar in row.ar:
                names.update(_keys(ar))
    return names


def _spellings(shared: Path, lines: Sequence[Line]) -> dict[str, NDArray[Any]]:
    """Frequencies: seven tenths from wordfreq's Arabic list, three from our own human text."""
    import wordfreq

    general: defaultdict[str, float] = defaultdict(float)
    for word, share in wordfreq.get_frequency_dict("ar", wordlist="large").items():
        key = fold(word)
        if ARABIC.fullmatch(key):
            general[key] += share
    own: defaultdict[str, float] = defaultdict(float)
    for line in lines:
        for key in line.keys:
            if ARABIC.fullmatch(key):
                own[key] += _WEIGHTS[line.kind]
    total = sum(own.values())
    names = _name_keys(shared)
    values: dict[int, int] = {}
    for key in sorted({*general, *(key for key, count in own.items() if count >= 2), *names}):
        if not ARABIC.fullmatch(key):
            continue
        share = 0.7 * general.get(key, 0.0) + 0.3 * own.get(key, 0.0) / total
        zipf = max(math.log10(share * 1e9), 0.0) if share else 0.0
        # A name that is also a common word of the language is not marked.
        named = key in names and zipf < 4.2
        code = word_hash(key)
        level = min(127, max(1, round(zipf / ZIPF_STEP)))
        values[code] = max(values.get(code, 0), level | (128 if named else 0))
    codes = np.array(sorted(values), np.uint32)
    return {
        "spellings_hash": codes,
        "spellings_value": np.array([values[int(code)] for code in codes], np.uint8),
    }


@dataclass(frozen=True, slots=True)
class Senses:
    """The lexicon as stems: (right forms, context words, wrong forms) by row."""

    rows: tuple[tuple[frozenset[str], frozenset[str], frozenset[str]], ...]


def _senses(shared: Path, spellings: Spellings) -> Senses:
    def stems(forms: Sequence[str]) -> frozenset[str]:
        keys = (key for form in forms for key in _keys(form) if key not in FUNCTION_WORDS)
        return frozenset(spellings.unit(key).stem for key in keys)

    entries = list(corpora.lexicon_rows(shared))
    first: dict[str, list[str]] = defaultdict(list)
    for row in entries:
        first[row.en].extend(row.ar[:1])
    rows = []
    for row in entries:
        right = stems(row.ar[:4])
        cues = stems([ar for cue in row.cues[:8] for ar in first.get(cue, [])[:1]])
        rows.append((right, cues, stems(row.wrong_ar) - stems(row.ar)))
    return Senses(tuple(rows))


class _Counter:
    """Weighted counts of number pairs, kept as arrays."""

    def __init__(self, stems: int) -> None:
        self._stems = stems
        self._keys: list[NDArray[np.int64]] = []
        self._weights: list[NDArray[np.float64]] = []

    def add(self, first: NDArray[np.int64], second: NDArray[np.int64], weight: NDArray[np.float64]) -> None:
        good = (first > 0) & (second > 0) & (weight > 0)
        self._keys.append(first[good] * self._stems + second[good])
        self._weights.append(weight[good])

    def total(self) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        keys, inverse = np.unique(np.concatenate(self._keys), return_inverse=True)
        return keys, np.bincount(inverse, np.concatenate(self._weights)).astype(np.float64)


def _packed(
    name: str, keys: NDArray[np.int64], counts: NDArray[np.float64], least: float, most: int
) -> dict[str, NDArray[Any]]:
    """The ``most`` heaviest pairs of at least ``least``, sorted by key."""
    good = np.flatnonzero(counts >= least)
    good = good[np.argsort(-counts[good], kind="stable")[:most]]
    good = good[np.argsort(keys[good], kind="stable")]
    return {f"{name}_key": keys[good].astype(np.uint32), f"{name}_count": to_bytes(counts[good])}


def _stream(
    lines: Sequence[Line], number: dict[str, int], spellings: Spellings
) -> tuple[NDArray[np.int64], NDArray[np.bool_], NDArray[np.int64], NDArray[np.float64]]:
    """All words in a row, -1 between sentences: numbers, whether content, clitic, weight."""
    ids: list[int] = []
    content: list[bool] = []
    clitics: list[int] = []
    weights: list[float] = []
    for line in lines:
        for key in line.keys:
            clitic, stem = spellings.unit(key)
            place = number.get(stem, 0)
            ids.append(place)
            content.append(place > 0 and key not in FUNCTION_WORDS and stem not in (FIGURE, FOREIGN))
            clitics.append(CLITICS.index(clitic))
        ids.append(-1)
        content.append(True)
        clitics.append(0)
        weights.extend([_WEIGHTS[line.kind]] * (len(line.keys) + 1))
    return np.array(ids), np.array(content), np.array(clitics), np.array(weights)


def _vectors(
    keys: NDArray[np.int64], counts: NDArray[np.float64], stems: int
) -> tuple[NDArray[np.int8], NDArray[np.float64]]:
    """Vectors from a truncated factoring of positive pointwise information, and how often each stem was in a window."""
    import scipy.sparse
    from sklearn.utils.extmath import randomized_svd

    first, second = keys // stems, keys % stems
    both = scipy.sparse.coo_matrix(
        (np.r_[counts, counts], (np.r_[first, second], np.r_[second, first])), shape=(stems, stems)
    ).tocsr()
    margin = np.asarray(both.sum(1)).ravel()
    smooth = margin**0.75 / (margin**0.75).sum()
    cells = both.tocoo()
    information = np.log(cells.data / (margin[cells.row] * smooth[cells.col]))
    positive = information > 0
    matrix = scipy.sparse.csr_matrix(
        (information[positive], (cells.row[positive], cells.col[positive])), shape=(stems, stems)
    )
    left, strength, _ = randomized_svd(matrix, DIMENSIONS, n_iter=3, random_state=_SEED)
    vectors = left * np.sqrt(strength)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    return np.rint(vectors * 127).astype(np.int8), margin


def _collocations(lines: Sequence[Line], senses: Senses, spellings: Spellings) -> dict[str, NDArray[Any]]:
    weight: defaultdict[str, float] = defaultdict(float)
    for line in lines:
        for key in line.keys:
            weight[spellings.unit(key).stem] += _WEIGHTS[line.kind]
    for right, _, _ in senses.rows:
        for stem in right:
            weight[stem] += 0.3
    hashes = {word_hash(stem): stem for stem, count in sorted(weight.items()) if count >= 1.0}
    number = {hashes[code]: place + 1 for place, code in enumerate(sorted(hashes))}
    stems = len(number) + 1
    total = np.zeros(stems)
    for stem, count in weight.items():
        total[number.get(stem, 0)] += count
    ids, content, clitics, weights = _stream(lines, number, spellings)
    arrays: dict[str, NDArray[Any]] = {
        "stem_hash": np.array(sorted(hashes), np.uint32),
        "total": total.astype(np.float32),
    }
    for name, step in (("bigram", 1), ("skip", 2)):
        pairs = _Counter(stems)
        inside = np.where((ids[1 : len(ids) - step + 1] < 0) & (step > 1), 0.0, weights[:-step])
        pairs.add(ids[:-step], ids[step:], inside)
        arrays |= _packed(name, *pairs.total(), least=0.25, most=330_000 if step == 1 else 90_000)
    arrays |= _clitic_counts(ids, clitics, weights, stems)
    window = _Counter(stems)
    _add_windows(window, ids[content], weights[content])
    wrong = np.zeros(stems)
    wrong_pairs = _Counter(stems)
    for right, cues, mistaken in senses.rows:
        _add_sense(window, right, cues, number)
        _add_sense(wrong_pairs, mistaken, cues, number)
        for stem in mistaken:
            wrong[number.get(stem, 0)] += 1
    keys, counts = window.total()
    vectors, margin = _vectors(keys, counts, stems)
    arrays |= _packed("window", keys, counts, least=0.35, most=480_000)
    arrays |= _packed("wrong_pair", *wrong_pairs.total(), least=0.5, most=60_000)
    return arrays | {
        "context": margin.astype(np.float32),
        "wrong": wrong.astype(np.float32),
        "vectors": vectors,
    }


def _clitic_counts(
    ids: NDArray[np.int64], clitics: NDArray[np.int64], weights: NDArray[np.float64], stems: int
) -> dict[str, NDArray[Any]]:
    good = (ids[:-1] > 0) & (ids[1:] >= 0) & (clitics[1:] > 0)
    keys, inverse = np.unique(ids[:-1][good] * len(CLITICS) + clitics[1:][good], return_inverse=True)
    counts = np.bincount(inverse, weights[:-1][good]).astype(np.float64)
    return _packed("clitic", keys, counts, least=0.25, most=40_000)


def _add_windows(window: _Counter, ids: NDArray[np.int64], weights: NDArray[np.float64]) -> None:
    for step in range(1, REACH + 1):
        inside = weights[:-step].copy()
        for between in range(1, step):
            inside[ids[between : len(ids) - step + between] < 0] = 0.0
        first, second = ids[:-step], ids[step:]
        good = (first > 0) & (second > 0)
        window.add(np.where(good, np.minimum(first, second), 0), np.where(good, np.maximum(first, second), 0), inside)


def _add_sense(pairs: _Counter, forms: frozenset[str], cues: frozenset[str], number: dict[str, int]) -> None:
    left = sorted(number[stem] for stem in forms if stem in number)
    right = sorted(number[stem] for stem in cues if stem in number)
    joined = [(min(a, b), max(a, b)) for a in left for b in right if a != b]
    if joined:
        first, second = (np.array(side, np.int64) for side in zip(*joined, strict=True))
        pairs.add(first, second, np.ones(len(joined)))


def _judge(features: Floats, strange: NDArray[np.bool_]) -> dict[str, NDArray[Any]]:
    from sklearn.neural_network import MLPClassifier

    mean, scale = features.mean(0), features.std(0) + 1e-6
    network = MLPClassifier((24,), alpha=1e-3, batch_size=512, learning_rate_init=2e-3, max_iter=14, random_state=_SEED)
    network.fit((features - mean) / scale, strange)
    return {
        "mean": mean,
        "scale": scale,
        "w0": network.coefs_[0],
        "b0": network.intercepts_[0],
        "w1": network.coefs_[1],
        "b1": network.intercepts_[1],
        "strange": np.array([0.0, 1.0]),
        "level": np.array([0.0, 1.0]),
    }


def _levels(odds: Floats) -> dict[str, NDArray[Any]]:
    """The log-odds that a share of 10^-level of the words of human news exceeds."""
    level = np.arange(0.3, 4.01, 0.1)
    strange = np.quantile(odds, 1.0 - 10.0**-level)
    # Beyond the rarest word seen, surprise grows on as it did before.
    slope = (level[-1] - level[-11]) / max(strange[-1] - strange[-11], 0.1)
    far = strange[-1] + 2.0 / slope
    return {
        "strange": np.r_[strange[0] - 1e-3, np.maximum.accumulate(strange), far],
        "level": np.r_[0.0, level, level[-1] + 2.0],
    }


def train(shared: Path, out: Path, without: int | None = None) -> None:
    """Write the arrays of ``assets/language`` into ``out``; needs the extra ``train`` (scikit-learn, wordfreq).

    ``without``: leave one third out altogether, for what is trained upon the model's surprise.
    """
    lines = [line for line in _lines(shared) if line.keys and line.fold != without]
    examples = [example for example in _examples(shared) if example.fold != without]
    spelled = _spellings(shared, lines)
    spellings = Spellings(spelled["spellings_hash"], spelled["spellings_value"])
    senses = _senses(shared, spellings)
    table: list[Floats] = []
    strange: list[NDArray[np.bool_]] = []
    news: list[NDArray[np.bool_]] = []
    for part in (part for part in range(FOLDS) if part != without):
        counts = Collocations(_collocations([line for line in lines if line.fold != part], senses, spellings))
        heard = [line.keys for line in lines if line.kind == "news" and line.fold == part][:_NEWS_LINES]
        for keys, planted, is_news in _rows(examples, heard, part):
            table.append(counts.features(keys, spellings))
            marks = np.zeros(len(keys), bool)
            marks[list(planted)] = True
            strange.append(marks)
            news.append(np.full(len(keys), is_news))
    features = np.concatenate(table)
    arrays = _judge(features, np.concatenate(strange))
    ordinary = np.concatenate(news) & (features[:, FEATURES.index("not_arabic")] == 0)
    arrays |= _levels(Judge(arrays).odds(features[ordinary]))
    final = spelled | _collocations(lines, senses, spellings)
    _write(out / "language", final, {name: np.asarray(array, np.float32) for name, array in arrays.items()})


def _rows(
    examples: Sequence[Example], heard: Sequence[tuple[str, ...]], part: int
) -> Iterator[tuple[tuple[str, ...], tuple[int, ...], bool]]:
    """Sentences of one third: words, the strange ones among them, whether it is radio news."""
    for example in examples:
        if example.fold == part:
            yield example.good, (), False
            yield example.bad, example.strange, False
    for keys in heard:
        yield keys, (), True


def _write(folder: Path, arrays: dict[str, NDArray[Any]], judge: dict[str, NDArray[Any]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, array in sorted(arrays.items()):
        temporary = folder / f".{name}.npy"
        np.save(temporary, array, allow_pickle=False)
        temporary.replace(folder / f"{name}.npy")
    temporary = folder / ".judge.npz"
    np.savez(temporary, **judge)  # type: ignore[arg-type]
    temporary.replace(folder / "judge.npz")
