"""Training of the names asset: the cross-script scorer, given names with gender, and the gazetteer.

``train(shared, out)`` rebuilds ``out/names``; :func:`held_out` writes the pairs that training never saw.

A name belongs to one of twenty folds by the SHA-256 of its folded Latin spelling: fold 0 is held out for
measuring, fold 1 fits the logistic function, the rest trains the letter models. The split is by name, so all
Arabic spellings of a held-out name are held out, whatever file they stand in.
"""

from __future__ import annotations

import hashlib
import unicodedata
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mt_audit.engine.name_scorer import NameScorer
from mt_audit.text.names import ARABIC, LATIN, agreement, fold_arabic, fold_latin, is_arabic, tokens
from mt_audit.training.name_tables import read_rows, write_gazetteer, write_verbs

FOLDS, HELD_OUT, CALIBRATION = 20, 0, 1
LONGEST_LATIN, LONGEST_ARABIC = 18, 16
EPOCHS = 4
PRIOR = 0.3
LEAST_AGREEMENT = 0.5
"""Share of right pairs for which the scores are probabilities."""
TokenPair = tuple[str, str]


def fold_number(latin: str) -> int:
    """Which of the twenty folds a folded Latin token belongs to."""
    return int.from_bytes(hashlib.sha256(latin.encode()).digest()[:4], "big") % FOLDS


def _usable(latin: str, arabic: str) -> bool:
    return (
        1 < len(latin) <= LONGEST_LATIN
        and 1 < len(arabic) <= LONGEST_ARABIC
        and set(latin) <= set(LATIN)
        and set(arabic) <= set(ARABIC)
    )


def without_signs(name: str) -> str:
    """A Latin name with its diacritical signs left out.

    >>> without_signs("Kovačić")
    'Kovacic'
    """
    plain = name.translate(str.maketrans("łŁøØđĐıß", "lLoOdDis"))
    return "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))


def wikidata_pairs(shared: Path) -> dict[TokenPair, int]:
    """Folded (Latin, Arabic) tokens of Wikidata persons with their counts."""
    found: dict[TokenPair, int] = {}
    for row in read_rows(shared / "data/names/wikidata_person_tokens.tsv.gz"):
        pair = fold_latin(row["en"]), fold_arabic(row["ar"])
        if _usable(*pair):
            found[pair] = found.get(pair, 0) + int(row["count"])
    return found


def _add(found: dict[TokenPair, float], latin_name: str, arabic_name: str, weight: float) -> None:
    """Add a name word by word, if both sides have as many; also without its signs, as newspapers print it."""
    if is_arabic(latin_name) or not is_arabic(arabic_name):
        return
    for spelling in dict.fromkeys((latin_name, without_signs(latin_name))):
        latin, arabic = tokens(spelling), tokens(arabic_name)
        if len(latin) == len(arabic):
            for pair in zip(latin, arabic, strict=True):
                if _usable(*pair):
                    found[pair] = max(found.get(pair, 0.0), weight)


def all_pairs(shared: Path) -> dict[TokenPair, float]:
    """Every token pair of the name files with its weight; multi-word names are paired word by word."""
    found: dict[TokenPair, float] = {pair: 1 + float(np.log(n)) for pair, n in wikidata_pairs(shared).items()}

    for row in read_rows(shared / "data/names/wikidata_person_tokens.tsv.gz"):
        if not row["en"].isascii():
            _add(found, without_signs(row["en"]), row["ar"], 0.5 + 0.5 * float(np.log(int(row["count"])) + 1))

    for row in read_rows(shared / "data/names/transliteration_pairs.tsv.gz"):
        _add(found, row["en"], row["ar"], 1.0)
    for row in read_rows(shared / "data/names/places.tsv.gz"):
        if row["kind"] == "city":
            _add(found, row["en"], row["ar"], 0.7)
    for row in read_rows(shared / "data/names/cldr_en-ar.tsv.gz"):
        if row["kind"] == "city":
            _add(found, row["en"], row["ar"], 1.0)
    for row in read_rows(shared / "lexicon/names_news.tsv"):
        if row["kind"] in {"person", "given-name", "city"}:
            for latin in row["en"].split("|"):
                for arabic in row["ar"].split("|"):
                    _add(found, latin, arabic, 3.0)
    return found


def held_out(shared: Path, path: Path, count: int = 1000, fold: int = HELD_OUT) -> int:
    """Write ``count`` held-out Wikidata pairs as TSV (en, ar), the commonest Arabic of each name; returns the number.

    One row a Latin name. The source pairs first names with last names now and then; rows of which less than half
    of the consonants agree (:func:`mt_audit.text.names.agreement`, not the model) are no renderings and are left out.
    """
    chosen = sample(shared, count, fold)
    path.write_text("en\tar\n" + "".join(f"{en}\t{ar}\n" for en, ar in chosen), encoding="utf-8")
    return len(chosen)


def sample(shared: Path, count: int, fold: int) -> list[TokenPair]:
    """``count`` names of one fold, each with its commonest Arabic, shuffled with a fixed seed."""
    best: dict[str, tuple[int, str]] = {}
    for (latin, arabic), number in wikidata_pairs(shared).items():
        if fold_number(latin) == fold and agreement(latin, arabic) >= LEAST_AGREEMENT:
            best[latin] = max(best.get(latin, (0, "")), (number, arabic))
    rows = sorted((latin, arabic) for latin, (_, arabic) in best.items())
    order = np.random.default_rng(1).permutation(len(rows))
    return [rows[number] for number in order[:count]]


def calibrate(scorer: NameScorer, rows: list[TokenPair]) -> NDArray[np.float32]:
    """Logistic weights: right pairs against the nearest wrong and two chance pairs of each name."""
    latin, arabic = [row[0] for row in rows], [row[1] for row in rows]
    grid = np.stack(np.meshgrid(np.arange(len(rows)), np.arange(len(rows)), indexing="ij"), axis=-1).reshape(-1, 2)
    parts = [scorer.features(latin, arabic, grid[i : i + 100_000]) for i in range(0, len(grid), 100_000)]
    features = np.concatenate(parts).reshape(len(rows), len(rows), -1)
    right = features[np.arange(len(rows)), np.arange(len(rows))]
    rank = features[:, :, 2] + features[:, :, 3]
    same = np.array(arabic)[:, None] == np.array(arabic)[None, :]
    rank = np.where(same, -np.inf, rank)
    order = np.argsort(-rank, axis=1)
    wrong = np.concatenate([features[np.arange(len(rows)), order[:, place]] for place in (0, 1, 5, 40)])
    # a right pair that is worse than -2.5 nats a letter both ways is an error of the source
    right = right[(right[:, 2] > -2.5) | (right[:, 3] > -2.5)]
    inputs = np.concatenate([right, wrong]).astype(np.float64)
    wanted = np.concatenate([np.ones(len(right)), np.zeros(len(wrong))])
    importance = np.where(wanted > 0, PRIOR / len(right), (1 - PRIOR) / len(wrong))
    weights = np.zeros(inputs.shape[1])
    for _ in range(60):
        guess = 1.0 / (1.0 + np.exp(-np.clip(inputs @ weights, -30, 30)))
        gradient = inputs.T @ (importance * (guess - wanted)) + 1e-6 * weights
        curve = (inputs * (importance * guess * (1 - guess))[:, None]).T @ inputs + 1e-6 * np.eye(len(weights))
        weights -= np.linalg.solve(curve, gradient)
    return weights.astype(np.float32)


def train_scorer(shared: Path, folder: Path) -> None:
    """Train both letter models and the logistic function; writes ``scorer.npz``."""
    from mt_audit.training.name_letters import train_letters

    kept_out = {
        fold_latin(without_signs(row["en"]))
        for row in read_rows(shared / "data/names/wikidata_person_tokens.tsv.gz")
        if fold_number(fold_latin(row["en"])) in (HELD_OUT, CALIBRATION)
    }
    pairs = [
        (latin, arabic, weight)
        for (latin, arabic), weight in sorted(all_pairs(shared).items())
        if fold_number(latin) not in (HELD_OUT, CALIBRATION) and latin not in kept_out
    ]
    arrays: dict[str, NDArray[np.generic]] = {"weights": np.zeros(5, dtype=np.float32)}
    forward = train_letters(pairs, LATIN, ARABIC, 2, 220, EPOCHS)
    backward = train_letters([(a, e, w) for e, a, w in pairs], ARABIC, LATIN, 3, 260, EPOCHS)
    arrays |= {f"to_arabic.{name}": array for name, array in forward.items()}
    arrays |= {f"to_latin.{name}": array for name, array in backward.items()}
    rows = sample(shared, 600, CALIBRATION)
    arrays["weights"] = calibrate(NameScorer.from_arrays(arrays), rows)
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / "scorer.npz.part"
    with unfinished.open("wb") as stream:
        np.savez_compressed(stream, **arrays)  # type: ignore[arg-type]
    unfinished.replace(folder / "scorer.npz")


def train(shared: Path, out: Path) -> None:
    """Rebuild ``out/names`` from ``shared``. The gender weights need the lexicon's word links, so they come last."""
    from mt_audit.training.name_gender import train_gender

    train_scorer(shared, out / "names")
    write_gazetteer(shared, out / "names" / "entries.tsv.gz")
    write_verbs(shared, out / "names" / "verbs.txt.gz")
    train_gender(shared, out / "names")
