"""The training pipeline, where its packages are installed: what it packs is what is read back."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from lingwu.spelling.sheet import Vocabulary

counting = pytest.importorskip("training.counting", reason="the packages of training are not installed")


def test_packed_counts_are_found_again() -> None:
    chance = np.random.default_rng(1)
    keys = np.unique(chance.integers(0, 1 << 63, 30_000).astype(np.uint64))
    levels = chance.integers(1, 16, len(keys)).astype(np.uint16)
    table = counting.packed(keys, levels)
    assert np.array_equal(table.find(keys), levels)
    strange = chance.integers(0, 1 << 63, 200_000).astype(np.uint64)
    assert (table.find(strange) > 0).mean() < 0.001


def test_counts_of_a_text() -> None:
    lines = ["要认真落实责任"] * 8 + ["落实责任到人"] * 2
    words = Vocabulary("要认真落实责任到人")
    table = counting.counts(counting.stream(lines, words))
    levels = table.levels(words.ids("落实责任到人"))
    assert levels[2].tolist() == [6, 6, 6, 2, 2]
    assert levels[4].tolist() == [6, 2, 2]
    assert table.levels(words.ids("人真要"))[2].tolist() == [0, 0]


def test_the_encoder_reads_as_it_was_trained() -> None:
    torch = pytest.importorskip("torch")
    from training import encoder

    from lingwu.spelling.network import Encoder, pairs_of

    torch.manual_seed(3)
    setting = encoder.Setting(width=32, blocks=2, inner=48, pairs=256, tokens=64, rate=1e-3)
    network = encoder.Network(40, setting)
    ids = np.array([[3, 7, 8, 9, 3, 0], [3, 12, 1, 14, 15, 3]])
    with torch.no_grad():
        left = network.b(torch.from_numpy(pairs_of(ids, 256)))
        wanted = network(torch.from_numpy(ids), left).numpy()
    read = Encoder.of(encoder.arrays(network)).hidden(ids)
    where = np.array([1, 3, 8])
    assert np.allclose(Encoder.of(encoder.arrays(network)).hidden(ids, where), read.reshape(-1, 32)[where], atol=1e-4)
    assert (
        np.abs(encoder.Quick.of(encoder.arrays(network)).hidden(ids, where) - read.reshape(-1, 32)[where]).max() < 0.15
    )
    shown = ids != 0
    assert np.abs(read - wanted)[shown].max() < 0.15  # eight bits for each weight
    assert np.corrcoef(read[shown].ravel(), wanted[shown].ravel())[0, 1] > 0.999


def test_held_back_lines_are_not_learned(tmp_path: Path) -> None:
    from training import texts

    chance = random.Random(1)
    lines = ["".join(chance.choices("天地玄黄宇宙洪荒日月盈昃辰宿列张", k=40)) for _ in range(3000)]
    path = tmp_path / "文.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    read = texts.read([path], 1)
    learned, held = set(read.learned["文.txt"]), set(read.held["文.txt"])
    assert held
    assert not learned & held
    assert learned | held == set(lines)
