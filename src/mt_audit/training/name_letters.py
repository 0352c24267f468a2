"""Training of the two letter models of :mod:`mt_audit.engine.name_scorer` (needs torch)."""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from mt_audit.engine.name_scorer import RADIUS

if TYPE_CHECKING:
    import torch

log = logging.getLogger(__name__)
SEED = 7
EMBEDDING, HIDDEN = 16, 96
BATCH = 512
SCALE = 4.0
"""Emissions are multiplied by this in the forward sum and divided out again, to stay clear of underflow."""
NOISE_PER_LETTER, NOISE_START = -3.2, -3.0
"""Log probability of a pair that is no transliteration at all: some of the data are not."""

Weighted = tuple[str, str, float]


def letter_groups(pairs: Sequence[Weighted], letters: str, longest: int, count: int) -> list[str]:
    """The empty group, all single letters, and the ``count`` commonest longer groups of the target side."""
    seen: Counter[str] = Counter()
    for _, target, _ in pairs:
        for size in range(2, longest + 1):
            seen.update(target[i : i + size] for i in range(len(target) - size + 1))
    ranked = sorted(seen.items(), key=lambda item: (-item[1], item[0]))
    return ["", *letters, *(group for group, _ in ranked[:count])]


def _tables(
    pairs: Sequence[Weighted], source: str, groups: list[str], longest: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]:
    """Letter codes, lengths, group ending at each target position by size (-1: unseen), target lengths, weights."""
    index = {group: number for number, group in enumerate(groups)}
    width = max(len(name) for name, _, _ in pairs) + 2
    span = max(len(target) for _, target, _ in pairs)
    codes = np.zeros((len(pairs), width + 2 * RADIUS), dtype=np.int64)
    endings = np.full((longest, len(pairs), span), -1, dtype=np.int64)
    for row, (name, target, _) in enumerate(pairs):
        letters = [1, *(source.index(letter) + 3 for letter in name), 2]
        codes[row, RADIUS : RADIUS + len(letters)] = letters
        for size in range(1, longest + 1):
            for end in range(size, len(target) + 1):
                endings[size - 1, row, end - 1] = index.get(target[end - size : end], -1)
    lengths = np.array([len(name) + 2 for name, _, _ in pairs], dtype=np.int64)
    sizes = np.array([len(target) for _, target, _ in pairs], dtype=np.int64)
    weights = np.array([weight for _, _, weight in pairs], dtype=np.float32)
    return codes, lengths, endings, sizes, weights


def _forward(
    odds: torch.Tensor, lengths: torch.Tensor, endings: torch.Tensor, sizes: torch.Tensor, longest: int
) -> torch.Tensor:
    """Log probability of each target, summed over all ways to cut it into groups. ``odds``: [batch, steps, groups]."""
    import torch

    batch, steps, _ = odds.shape
    span = endings.shape[2]
    # one gather a size for all steps: selecting step by step would cost a full gradient table each
    nothing = (odds[:, :, 0] * SCALE).unbind(1)
    gains = []
    for size in range(1, longest + 1):
        at = endings[size - 1][:, None, size - 1 :].expand(batch, steps, span + 1 - size)
        found = odds.gather(2, at.clamp(min=0)) * SCALE
        gains.append(torch.where(at >= 0, found, torch.full_like(found, 1e-6 * SCALE)).unbind(1))
    state = torch.zeros(batch, span + 1)
    state[:, 0] = 1.0
    for position in range(steps):
        following = state * nothing[position][:, None]
        for size in range(1, longest + 1):
            grown = state[:, : span + 1 - size] * gains[size - 1][position]
            following = following + torch.nn.functional.pad(grown, (size, 0))
        state = torch.where((position < lengths)[:, None], following, state)
    reached = state.gather(1, sizes[:, None])[:, 0]
    return torch.log(reached.clamp(min=1e-37)) - lengths * float(np.log(SCALE))


def train_letters(
    pairs: Sequence[Weighted], source: str, target: str, longest: int, count: int, epochs: int
) -> dict[str, NDArray[np.generic]]:
    """Fit one direction by the likelihood of the pairs; returns the arrays of one LetterModel, unprefixed."""
    import torch
    from torch import nn

    torch.manual_seed(SEED)
    torch.use_deterministic_algorithms(True)
    random = np.random.default_rng(SEED)
    groups = letter_groups(pairs, target, longest, count)
    codes, lengths, endings, sizes, weights = _tables(pairs, source, groups, longest)
    embedding = nn.Embedding(len(source) + 3, EMBEDDING)
    hidden = nn.Linear((2 * RADIUS + 1) * EMBEDDING, HIDDEN)
    out = nn.Linear(HIDDEN, len(groups))
    parameters = [*embedding.parameters(), *hidden.parameters(), *out.parameters()]
    optimiser = torch.optim.Adam(parameters, lr=6e-3)
    total = epochs * (len(pairs) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 6e-3, total_steps=total)
    for epoch in range(epochs):
        started = time.monotonic()
        key = lengths + sizes * 0.5 + random.random(len(pairs)) * 3
        order = np.argsort(key, kind="stable")
        batches = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
        for number in random.permutation(len(batches)):
            batch = batches[number]
            steps, span = int(lengths[batch].max()), int(sizes[batch].max())
            windows = np.lib.stride_tricks.sliding_window_view(
                codes[batch][:, : steps + 2 * RADIUS], 2 * RADIUS + 1, axis=1
            )
            letters = embedding(torch.from_numpy(windows.copy())).flatten(2)
            odds = torch.softmax(out(torch.relu(hidden(letters))), dim=-1)
            likelihood = _forward(
                odds, torch.from_numpy(lengths[batch]), torch.from_numpy(endings[:, batch, :span].copy()),
                torch.from_numpy(sizes[batch]), longest,
            )  # fmt: skip
            noise = NOISE_PER_LETTER * torch.from_numpy(sizes[batch]).float() + NOISE_START
            weight = torch.from_numpy(weights[batch])
            loss = -(torch.logaddexp(likelihood, noise) * weight).sum() / weight.sum()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
        log.info("epoch %d of %d: last loss %.3f, %.0f s", epoch + 1, epochs, loss.item(), time.monotonic() - started)
    named = {
        "embedding": embedding.weight, "hidden_weight": hidden.weight, "hidden_bias": hidden.bias,
        "out_weight": out.weight, "out_bias": out.bias,
    }  # fmt: skip
    arrays: dict[str, NDArray[np.generic]] = {
        name: tensor.detach().numpy().astype(np.float16) for name, tensor in named.items()
    }
    arrays["groups"] = np.frombuffer("\n".join(groups).encode("utf-8"), dtype=np.uint8)
    return arrays
