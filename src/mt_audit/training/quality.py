"""Builds ``assets/quality``: the weights of the quality estimate (``score.quality``).

One least-squares fit with bounds, over rows of five sorts, so that no one source can lead it astray:

* talks: how far a system's line agrees with the other systems' (consensus chrF), and the mean that its system was given
  on that same set by COMET, published with the outputs; no line of FLORES is read;
* planted errors, careless copies, our own good and bad lines: the damaged line must come out lower. What the surprise
  model says is left out of these rows, since it has read some of those lines;
* human and machine halves of the corpora: only by how the sentence is built, with length and names held constant.

What is a fault can only lower the estimate, and what nine in ten human lines reach earns nothing more (``cap``): one
that clings to its original word by word is not rewarded for it. The weights of ``PRIOR`` are set by hand.
"""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mt_audit.score.features import FEATURES
from mt_audit.score.quality import QualityModel, split
from mt_audit.training.quality_data import MACHINE_HALVES, NATURAL, Floats, Material, material

PLACE = {name: i for i, name in enumerate(FEATURES)}
LEARNT = (
    "major", "critical", "mistranslation-found", "entity-found", "grammar-found", "omission-found",
    "untranslated-found", "strange-2.5", "strange-3", "odds-mean", "latin", "word-zipf", "word-left_pmi",
    "word-right_pmi", "word-skip_left", "word-skip_right", "word-window_max", "word-window_mean", "word-cosine_max",
    "word-cosine_mean", "word-cosine_near", "word-wrong_word", "word-function", "word-clitic", "word-length",
    "en-covered", "en-sure", "en-lost", "ar-covered", "ar-sure", "in-step", "turned", "one-to-one",
    "characters-ratio", "figures-kept", "repeated", "tamma",
)  # fmt: skip
"""Marks of typography, the cosine and words that no dictionary knows are left out: the first tell which system wrote,
the second rewards literal ones, the third are mostly names."""
FAULTS = (
    "major", "critical", "mistranslation-found", "entity-found", "grammar-found", "omission-found",
    "untranslated-found", "strange-2.5", "strange-3", "odds-mean", "non-word", "latin", "word-wrong_word",
    "en-lost", "one-to-one", "repeated",
)  # fmt: skip
VIRTUES = (
    "word-window_max", "word-clitic", "word-length", "word-left_pmi", "word-right_pmi", "turned",
    "word-cosine_near", "en-covered", "en-sure", "figures-kept",
)  # fmt: skip
CAPPED = ("en-covered", "en-sure", "ar-covered", "ar-sure", "characters-ratio", "word-zipf")
BUILD = ("turned", "in-step", "one-to-one", "tamma", "word-function")
"""What human and machine halves are told apart by."""
READ = (
    *(name for name in FEATURES if name.startswith("word-") and name != "word-function"),
    *("strange-2.5", "strange-3", "odds-mean", "non-word"),
)
"""What the surprise model says."""
PRIOR = {
    "major": -6.0, "critical": -20.0, "omission-found": -50.0, "repeated": -6.0, "en-sure": 4.3, "en-words": -0.7,
    "turned": 1.0, "one-to-one": -1.5, "in-step": 2.0, "word-function": -1.5,
}  # fmt: skip
"""Set by hand, in standard deviations of the learnt sum for one unit of the feature: MQM's order of severities; a
lost clause weighs more than it occurs in the talks; a longer sentence has more places to go wrong; and a little for
building the sentence anew, which the halves teach too faintly."""
TOP = {"major": 0.3, "critical": 0.3, "omission-found": 0.05, "mistranslation-found": 0.3, "entity-found": 0.3,
       "grammar-found": 0.3, "untranslated-found": 0.3, "en-lost": 0.5}  # fmt: skip
_AGREEMENT, _SYSTEM, _DAMAGE, _HALVES, _RIDGE = 9.0, 8.0, 1.0, 40.0, 100.0
_BALANCE = 1000.0
_MEAN, _STEP = 75.0, 10.0
"""An average machine line of the talks is told as 75, one standard deviation as 10."""


def bounds(data: Material) -> dict[str, Floats]:
    """``low``, ``high``: where 99 % of the talks lie; ``cap``: what nine in ten human lines reach."""
    spoken = np.nan_to_num(data.talk_rows.astype(np.float64))
    low, high = np.percentile(spoken, (0.5, 99.5), axis=0)
    for name, top in TOP.items():
        low[PLACE[name]], high[PLACE[name]] = 0.0, top
    natural = [line.kind == "k0" and line.source in NATURAL for line in data.damaged]
    reached = np.nanpercentile(data.damaged_rows[natural].astype(np.float64), 10, axis=0)
    cap = np.full(len(FEATURES), np.inf)
    for name in CAPPED:
        cap[PLACE[name]] = reached[PLACE[name]]
    return {"low": low, "high": high, "cap": cap}


def fit(data: Material, published: dict[str, float]) -> dict[str, Floats]:
    """All arrays of the model; ``published``: a score by system of the talks."""
    from scipy.optimize import lsq_linear

    arrays = bounds(data)
    spoken, damaged = _columns(data.talk_rows, arrays), _columns(data.damaged_rows, arrays)
    sound: NDArray[np.bool_] = np.logical_not(np.isnan(data.talk_rows).any(axis=1))
    centre, scale = spoken[sound].mean(0), spoken[sound].std(0)
    scale[scale < 1e-6] = 1.0
    for name in TOP:
        scale[PLACE[name]] = max(scale[PLACE[name]], 0.01)
    spoken, damaged = (spoken - centre) / scale, (damaged - centre) / scale
    used = [PLACE[name] for name in LEARNT] + [len(FEATURES) + PLACE[name] for name in CAPPED]
    by_system = np.array([published[line.kind] for line in data.talks])
    target = _AGREEMENT * _standard(data.agreement) + _SYSTEM * _standard(by_system)
    blocks = [(spoken[sound], target[sound] - target[sound].mean())]
    blocks += [_damage(data, damaged), _halves(data, spoken, damaged)]
    blocks.append((np.sqrt(_RIDGE) * np.eye(spoken.shape[1]), np.zeros(spoken.shape[1])))
    table, wanted = np.vstack([block for block, _ in blocks]), np.concatenate([values for _, values in blocks])
    floor, ceiling = np.full(spoken.shape[1], -np.inf), np.full(spoken.shape[1], np.inf)
    ceiling[[PLACE[name] for name in FAULTS]] = 1e-9
    floor[[PLACE[name] for name in VIRTUES]] = -1e-9
    ceiling[[len(FEATURES) + PLACE[name] for name in CAPPED]] = 1e-9
    weight = np.zeros(spoken.shape[1])
    weight[used] = lsq_linear(table[:, used], wanted, bounds=(floor[used], ceiling[used])).x
    size = float((spoken[sound] @ weight).std())
    for name, slope in PRIOR.items():
        weight[PLACE[name]] += slope * size * scale[PLACE[name]]
    arrays |= {"centre": centre, "scale": scale, "weight": weight, "told": np.array([0.0, 100.0])}
    sums = spoken[sound] @ weight
    mean, step = float(sums.mean()), float(sums.std())
    arrays["at"] = np.array([mean - step * _MEAN / _STEP, mean + step * (100.0 - _MEAN) / _STEP])
    arrays["spread"] = _spread(data, sums, sound)
    return arrays


def _columns(rows: NDArray[np.floating], arrays: dict[str, Floats]) -> Floats:
    return split(np.clip(np.nan_to_num(rows.astype(np.float64)), arrays["low"], arrays["high"]), arrays["cap"])


def _standard(values: Floats) -> Floats:
    return np.asarray((values - values.mean()) / values.std())


def _damage(data: Material, table: Floats) -> tuple[Floats, Floats]:
    """Differences sound line − damaged line, each wanted at 1."""
    by_group: dict[int, dict[str, int]] = {}
    for i, line in enumerate(data.damaged):
        if line.group >= 0 and not np.isnan(data.damaged_rows[i]).any():
            by_group.setdefault(line.group, {})[line.kind] = i
    order = (("k0", "k1"), ("k1", "k2"), ("k2", "k3"), ("k0", "careless"), ("good", "bad"))
    pairs = [(kinds[a], kinds[b]) for kinds in by_group.values() for a, b in order if a in kinds and b in kinds]
    better, worse = (np.array(side) for side in zip(*pairs, strict=True))
    gap = table[better] - table[worse]
    read = [PLACE[name] for name in READ]
    gap[:, read] = 0.0
    gap[:, [len(FEATURES) + place for place in read]] = 0.0
    return np.sqrt(_DAMAGE) * gap, np.full(len(gap), np.sqrt(_DAMAGE))


def _halves(data: Material, spoken: Floats, damaged: Floats) -> tuple[Floats, Floats]:
    """Human lines wanted at 1, machine lines at -1, by ``BUILD`` alone, what length and names explain taken away."""
    whole = ~np.isnan(data.damaged_rows).any(1)
    human = np.array([line.kind in ("k0", "good") for line in data.damaged]) & whole
    machine = np.array([line.source in MACHINE_HALVES for line in data.damaged]) & whole
    every = np.flatnonzero(~np.isnan(data.talk_rows).any(1))[::8]
    raw = np.vstack([data.damaged_rows[human], data.damaged_rows[machine], data.talk_rows[every]]).astype(np.float64)
    table = np.vstack([damaged[human], damaged[machine], spoken[every]])
    only = np.zeros(table.shape[1], bool)
    only[[PLACE[name] for name in BUILD]] = True
    table = np.where(only, table, 0.0)
    people = int(human.sum())
    target = np.where(np.arange(len(table)) < people, 1.0, -1.0)
    share = np.where(target > 0, 1.0 / people, 1.0 / (len(table) - people))
    root = np.sqrt(_BALANCE * share)[:, None]
    known = [PLACE[name] for name in ("en-words", "ar-words", "capitals")]
    other = np.column_stack([raw[:, known], np.ones(len(raw))])
    table, wanted = (
        values - other @ np.linalg.lstsq(root * other, root * values, rcond=None)[0]
        for values in (table, target[:, None])
    )
    return np.sqrt(_HALVES) * root * table, np.sqrt(_HALVES) * (root * wanted)[:, 0]


def _spread(data: Material, sums: Floats, sound: NDArray[np.bool_]) -> Floats:
    """a, b of the half-width a + b / √words that holds nine in ten lines' agreement, told on the same scale."""
    off = np.abs(_standard(sums) - _standard(data.agreement[sound])) * _STEP
    words = np.exp(data.talk_rows[sound, PLACE["ar-words"]].astype(np.float64))
    order = np.argsort(words, kind="stable")
    bins = np.array_split(order, 10)
    x = np.array([1.0 / np.sqrt(words[part].mean()) for part in bins])
    y = np.array([np.percentile(off[part], 90) for part in bins])
    slope = max(0.0, float(np.polyfit(x, y, 1)[0]))
    return np.array([float((y - slope * x).mean()), slope])


def published_means(shared: Path) -> dict[str, float]:
    """COMET by system on the talks (IWSLT 2017), as published with the outputs."""
    from mt_audit.training import corpora

    rows = corpora.read_table(shared / "data" / "mt_outputs" / "published_scores.tsv")
    return {row["system"]: float(row["comet22"]) for row in rows if row["set"] == "iwslt17"}


def write(arrays: dict[str, Floats], folder: Path) -> None:
    """Write ``quality.npz``, the same bytes for the same arrays."""
    import zipfile

    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "quality.npz"
    fresh = target.with_suffix(".tmp")
    with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(arrays):
            buffer = io.BytesIO()
            np.save(buffer, np.asarray(arrays[name], np.float64), allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), buffer.getvalue())
    fresh.replace(target)


def train(shared: Path, out: Path) -> None:
    """Read the shared data, fit, and write ``out/quality/quality.npz``."""
    arrays = fit(material(shared), published_means(shared))
    QualityModel(arrays)
    write(arrays, out / "quality")
