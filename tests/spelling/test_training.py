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


def test_words_of_a_dictionary_are_known_beside_those_of_a_text() -> None:
    vocabulary = Vocabulary("要认真落实责任到人涨停板")
    more = counting.words({"涨停": 3, "涨停板": 60, "跌停": 9}, vocabulary)
    table = counting.counts(counting.stream(["要认真落实责任"] * 8, vocabulary), more)
    assert table.levels(vocabulary.ids("涨停板"))[2].tolist() == [5, 4]
    assert table.levels(vocabulary.ids("涨停板"))[3].tolist() == [4]
    assert table.levels(vocabulary.ids("要涨"))[2].tolist() == [0]


def test_the_reader_reads_as_it_was_trained() -> None:
    torch = pytest.importorskip("torch")
    from training import reader

    from lingwu.spelling.network import Reader, pairs_of

    torch.manual_seed(3)
    setting = reader.Setting(width=32, blocks=2, inner=48, top=40, pairs=256, tokens=64, rate=1e-3)
    network = reader.Network(40, 5, setting)
    ids = np.array([[3, 7, 8, 9, 3, 0], [3, 12, 13, 14, 15, 3]])
    sounds = np.array([[0, 0, 4, 0, 0, 0], [0, 2, 0, 1, 0, 0]])
    where = np.array([1, 2, 3, 7, 9])
    read = Reader.of(reader.arrays(network))
    view = read.view(ids, sounds)
    left = network.b(torch.from_numpy(pairs_of(ids, 256)))
    for way, told in enumerate((np.zeros_like(where), sounds.ravel()[where])):
        with torch.no_grad():
            inputs = (torch.from_numpy(each) for each in (where, told))
            wanted = network(torch.from_numpy(ids), left, *inputs).numpy()
        expected = view.expected[way].reshape(-1, 32)[where]
        scores = np.stack([read.scores(expected, np.full(len(where), one)) for one in range(40)], 1)
        assert np.abs(scores - wanted).max() < 0.15  # eight bits for each weight
        assert np.corrcoef(scores.ravel(), wanted.ravel())[0, 1] > 0.99
        total, most = read.totals(expected)
        assert np.allclose(total, np.log(np.exp(scores).sum(1)), atol=1e-4)
        assert np.allclose(most, scores.max(1), atol=1e-4)


def test_held_back_lines_are_not_learned(tmp_path: Path) -> None:
    from training import texts

    chance = random.Random(1)
    lines = ["".join(chance.choices("天地玄黄宇宙洪荒日月盈昃辰宿列张", k=40)) for _ in range(3000)]
    path = tmp_path / "文.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    read = texts.read([path], 1)
    learned, held, strange = (set(part["文.txt"]) for part in (read.learned, read.held, read.strange))
    assert held
    assert strange
    assert not learned & (held | strange)
    assert learned | held | strange == set(lines)


def test_the_strangest_lines_are_held_back(tmp_path: Path) -> None:
    from training import texts

    chance = random.Random(1)
    lines = ["".join(chance.choices("天地玄黄宇宙洪荒日月盈昃", k=40)) for _ in range(60 * 48)]
    strange = ["".join(chance.choices("寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨", k=40)) for _ in range(60)]
    path = tmp_path / "文.txt"
    path.write_text("\n".join([*lines[:1200], *strange, *lines[1200:]]), encoding="utf-8")
    assert set(strange) <= set(texts.read([path], 1).strange["文.txt"])
