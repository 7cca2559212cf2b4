"""The second judgement, with a small reader of chance weights: sentences are read alike alone and together."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from lingwu.spelling import judge, reading
from lingwu.spelling.features import Evidence, gather
from lingwu.spelling.model import packaged
from lingwu.spelling.network import LONGEST, REACH, Reader
from lingwu.spelling.ranker import Ranker
from lingwu.spelling.sheet import EDGE, LATIN, NOTHING, Sheet
from lingwu.spelling.speller import Speller

LINES = (
    "各级政府要认针落实安全生产责任，确保人民群众生命才产安全。",
    "会议指出，要加强对工作的领到；要认真落实责任制度。",
)
WIDTH, INNER, TOP, PAIR = 16, 24, 20, 8


@pytest.fixture(scope="module")
def reader() -> Reader:
    chance = np.random.default_rng(5)
    knowledge = packaged().knowledge
    many, sounds = len(knowledge.vocabulary), int(knowledge.confusions.readings.max()) + 1
    shapes: dict[str, tuple[int, ...]] = {
        "e.weight": (many, WIDTH), "p.weight": (LONGEST, WIDTH), "bias": (many,), "key.weight": (sounds, TOP),
        "bf.weight": (WIDTH, PAIR), "bf.bias": (WIDTH,), "bb.weight": (WIDTH, PAIR), "bb.bias": (WIDTH,),
        "t1.weight": (TOP, 2 * WIDTH), "t1.bias": (TOP,), "t2.weight": (WIDTH, TOP), "t2.bias": (WIDTH,),
    }  # fmt: skip
    for name in ("nf", "nb", "nt"):
        shapes |= {f"{name}.weight": (WIDTH,), f"{name}.bias": (WIDTH,)}
    for block in ("fw.0", "fw.1", "bw.0", "bw.1"):
        inner = {
            "n1.weight": (WIDTH,), "n1.bias": (WIDTH,), "n2.weight": (WIDTH,), "n2.bias": (WIDTH,),
            "conv": (REACH, WIDTH), "cb": (WIDTH,),
            "qkv.weight": (3 * WIDTH, WIDTH), "qkv.bias": (3 * WIDTH,),
            "o.weight": (WIDTH, WIDTH), "o.bias": (WIDTH,),
            "f1.weight": (INNER, WIDTH), "f1.bias": (INNER,), "f2.weight": (WIDTH, INNER), "f2.bias": (WIDTH,),
        }  # fmt: skip
        shapes |= {f"{block}.{name}": shape for name, shape in inner.items()}
    arrays: dict[str, NDArray[np.generic]] = {
        name: chance.normal(size=shape).astype(np.float32) for name, shape in shapes.items()
    }
    arrays["b.weight"] = chance.integers(-127, 128, (512, PAIR)).astype(np.int8)
    arrays["b.weight/scale"] = np.full((512, 1), 0.01, np.float32)
    return Reader.of(arrays)


def sentences(*lengths: int) -> NDArray[np.int64]:
    ids = np.random.default_rng(1).integers(LATIN + 1, 3000, (len(lengths), max(lengths) + 1))
    ids[:, 0] = EDGE
    for row, length in enumerate(lengths):
        ids[row, length - 1], ids[row, length:] = EDGE, NOTHING
    return ids


def test_what_stands_at_a_place_has_no_part_in_what_is_expected_there(reader: Reader) -> None:
    ids = sentences(29, 25, 12, 6)
    sounds = np.zeros_like(ids)
    view = reader.view(ids, sounds)
    for row, column in [(0, 1), (0, 27), (1, 12), (2, 10), (3, 3)]:
        other = ids.copy()
        other[row, column] += 1
        again = reader.view(other, sounds)
        assert np.allclose(view.expected[:, row, column], again.expected[:, row, column], atol=1e-5)
        assert not np.allclose(view.expected[:, row, column - 1], again.expected[:, row, column - 1], atol=1e-2)


def test_how_it_sounds_has_a_part_in_what_is_expected(reader: Reader) -> None:
    ids = sentences(12)
    silent, told = reader.view(ids, np.zeros_like(ids)).expected, reader.view(ids, np.full_like(ids, 7)).expected
    assert np.allclose(silent[0], silent[1])
    assert np.allclose(silent[0], told[0])
    assert not np.allclose(told[0], told[1], atol=1e-2)


def gathered(*lines: str) -> tuple[Sheet, Evidence]:
    knowledge = packaged().knowledge
    sheet = Sheet.of(lines, knowledge.vocabulary)
    return sheet, gather(sheet, knowledge)


def columns(sheet: Sheet, evidence: Evidence, reader: Reader) -> NDArray[np.float32]:
    """What is read of all proposals, each being likely."""
    likely = np.ones(len(evidence.proposals), np.float32)
    rows, said = reading.read(sheet, evidence.proposals, likely, packaged().knowledge, reader)
    assert np.array_equal(rows, np.arange(len(likely)))
    return said


def test_sentences_are_read_alike_alone_and_together(reader: Reader) -> None:
    sheet, evidence = gathered(*LINES)
    together = columns(sheet, evidence, reader)
    line = sheet.line_of(evidence.proposals.at)
    for number, text in enumerate(LINES):
        assert np.allclose(columns(*gathered(text), reader), together[line == number], atol=1e-3)


def test_a_proposal_is_held_against_what_stands_there(reader: Reader) -> None:
    sheet, evidence = gathered(*LINES)
    said = dict(zip(reading.NAMES, columns(sheet, evidence, reader).T, strict=True))
    same = evidence.proposals.old == evidence.proposals.size
    assert (said["read"] == 1).all()
    assert same.any()
    assert not same.all()
    for way in ("read", "sounds"):
        assert (said[f"{way}_old"] < 0).all()
        assert (said[f"{way}_new"][same] < 0).all()
        assert not said[f"{way}_new"][~same].any()
        assert (said[f"{way}_below_top"] >= -1e-4).all()
    assert np.allclose((said["read_new"] - said["read_old"])[same], said["read_gain"][same], atol=1e-4)


def test_a_sentence_is_read_for_what_is_likely_and_then_all_that_may_be(reader: Reader) -> None:
    sheet, evidence = gathered(*LINES)
    chance = np.full(len(evidence.proposals), reading.LEAST / 2, np.float32)
    assert not len(reading.read(sheet, evidence.proposals, chance, packaged().knowledge, reader)[0])
    chance[:] = reading.LEAST
    assert not len(reading.read(sheet, evidence.proposals, chance, packaged().knowledge, reader)[0])
    first = evidence.proposals.at < int(sheet.starts[1])
    likely, unlikely = np.flatnonzero(first)[[0, 1]]
    chance[likely], chance[unlikely] = reading.WORTH, reading.LEAST / 2
    rows, _ = reading.read(sheet, evidence.proposals, chance, packaged().knowledge, reader)
    assert np.array_equal(rows, np.setdiff1d(np.flatnonzero(first), [unlikely]))


def test_what_is_not_read_is_not_spoken_of(reader: Reader) -> None:
    sheet, evidence = gathered(*LINES)
    first = packaged().judge.first
    many = len(judge.NAMES)
    layer = (np.zeros((2 * many, 1), np.float32), np.array([3], np.float32))
    second = Ranker(np.zeros((2, many), np.float32), np.zeros(many, np.float32), np.ones(many, np.float32), [layer])
    chance = first.probabilities(evidence.features)
    knowledge = replace(packaged().knowledge, reader=reader)
    said = judge.Judge(first, second).chances(sheet, evidence, knowledge)
    rows, _ = reading.read(sheet, evidence.proposals, chance, knowledge, reader)
    assert 0 < len(rows) < len(said)
    assert np.array_equal(np.flatnonzero(said), rows)
    assert np.array_equal(judge.Judge(first).chances(sheet, evidence, knowledge), chance)
    without = replace(knowledge, reader=None)
    assert np.array_equal(judge.Judge(first, second).chances(sheet, evidence, without), chance)


def test_beside_a_sure_slip_a_likely_one_is_enough() -> None:
    model = packaged()
    both = sorted(Speller(model).slips(LINES[0]), key=lambda slip: slip.probability)
    assert len(both) == 2
    strict = Speller(replace(model, thresholds={"replaced": both[1].probability, "missing": 1.0, "extra": 1.0}))
    assert len(strict.slips(LINES[0])) == 2
    sure = both[1]
    mended = LINES[0][: sure.start] + sure.new + LINES[0][sure.end :]
    assert not strict.slips(mended)
