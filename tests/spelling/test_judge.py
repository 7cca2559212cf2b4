"""The second judgement, with a small reader of chance weights: sentences are read alike alone and together."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from lingwu.spelling import judge, reading
from lingwu.spelling.features import NAMES, Evidence, gather
from lingwu.spelling.model import packaged
from lingwu.spelling.network import AHEAD, LONGEST, REACH, Changes, Reader
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
            "conv": (REACH, WIDTH), "cb": (WIDTH,), "qkv.weight": (3 * WIDTH, WIDTH), "qkv.bias": (3 * WIDTH,),
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
    read = reader.states(ids)
    for row, column in [(0, 1), (0, 27), (1, 12), (2, 10), (3, 3)]:
        other = ids.copy()
        other[row, column] += 1
        again = reader.states(other)
        assert np.allclose(read.forward[row, :column], again.forward[row, :column], atol=1e-5)
        assert np.allclose(read.backward[row, column + 1 :], again.backward[row, column + 1 :], atol=1e-5)
        assert not np.allclose(read.forward[row, column], again.forward[row, column], atol=1e-2)


def test_changed_sentences_are_read_on_as_if_read_anew(reader: Reader) -> None:
    lengths = (29, 25, 12, 6)
    ids = sentences(*lengths)
    rows = [
        (row, column, size)
        for row, length in enumerate(lengths)
        for size in (1, 2)
        for column in (1, 2, 3, length - 2 - size, length - 1 - size)
    ]
    number, column, size = np.array(rows).T
    new = np.random.default_rng(2).integers(LATIN + 1, 3000, (len(rows), 2))
    forward, backward = reader.amended(reader.states(ids), Changes(number, column, size, size, new))
    for change, (row, start, many) in enumerate(rows):
        mended = ids[row : row + 1].copy()
        mended[0, start : start + many] = new[change, :many]
        anew = reader.states(mended)
        for step in range(AHEAD):
            if start + step < lengths[row]:
                assert np.allclose(forward[change, step], anew.forward[0, start + step], atol=1e-4)
            if start + many - 1 - step >= 0:
                assert np.allclose(backward[change, step], anew.backward[0, start + many - 1 - step], atol=1e-4)


def gathered(*lines: str) -> tuple[Sheet, Evidence]:
    knowledge = packaged().knowledge
    sheet = Sheet.of(lines, knowledge.vocabulary)
    return sheet, gather(sheet, knowledge)


def test_sentences_are_read_alike_alone_and_together(reader: Reader) -> None:
    sheet, evidence = gathered(*LINES)
    together = reading.read(sheet, evidence.proposals, packaged().knowledge, reader)
    line = sheet.line_of(evidence.proposals.at)
    for number, text in enumerate(LINES):
        alone, one = gathered(text)
        assert np.allclose(
            reading.read(alone, one.proposals, packaged().knowledge, reader), together[line == number], atol=1e-3
        )


def test_a_proposal_is_held_against_what_stands_there(reader: Reader) -> None:
    sheet, evidence = gathered(*LINES)
    columns = dict(
        zip(reading.NAMES, reading.read(sheet, evidence.proposals, packaged().knowledge, reader).T, strict=True)
    )
    assert (columns["read"] == 1).all()
    assert np.allclose(columns["read_new"] - columns["read_old"], columns["read_gain"], atol=1e-4)
    assert (columns["read_old"][evidence.proposals.old > 0] < 0).all()
    assert not columns["read_old"][evidence.proposals.old == 0].any()
    assert not columns["read_new"][evidence.proposals.size == 0].any()
    assert (columns["read_below_top"] >= -1e-4).all()


def test_only_what_is_worth_it_is_read(reader: Reader) -> None:
    sheet, evidence = gathered(*LINES)
    first = packaged().judge.first
    many = len(NAMES) + len(reading.NAMES)
    layer = (np.zeros((2 * many, 1), np.float32), np.array([3], np.float32))
    second = Ranker(np.zeros((2, many), np.float32), np.zeros(many, np.float32), np.ones(many, np.float32), [layer])
    chance = first.probabilities(evidence.features)
    said = judge.Judge(first, second).chances(sheet, evidence, replace(packaged().knowledge, reader=reader))
    assert np.array_equal(said > 0, chance >= judge.WORTH)
    assert np.array_equal(
        judge.Judge(first).chances(sheet, evidence, replace(packaged().knowledge, reader=None)), chance
    )


def test_beside_a_sure_slip_a_likely_one_is_enough() -> None:
    model = packaged()
    both = sorted(Speller(model).slips(LINES[0]), key=lambda slip: slip.probability)
    assert len(both) == 2
    strict = Speller(replace(model, thresholds={"replaced": both[1].probability, "missing": 1.0, "extra": 1.0}))
    assert len(strict.slips(LINES[0])) == 2
    sure = both[1]
    mended = LINES[0][: sure.start] + sure.new + LINES[0][sure.end :]
    assert not strict.slips(mended)
