"""The second judgement, with a small encoder of chance weights: sentences are read alike alone and together."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from lingwu.spelling import judge, reading
from lingwu.spelling.features import NAMES, Evidence, gather
from lingwu.spelling.model import packaged
from lingwu.spelling.network import LONGEST, Encoder
from lingwu.spelling.ranker import Ranker
from lingwu.spelling.sheet import Sheet
from lingwu.spelling.speller import Speller

LINES = (
    "各级政府要认针落实安全生产责任，确保人民群众生命才产安全。",
    "会议指出，要加强对工作的领到；要认真落实责任制度。",
)
WIDTH, INNER, PAIR = 16, 24, 8


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    chance = np.random.default_rng(5)
    many = len(packaged().knowledge.vocabulary)
    shapes = {
        "e.weight": (many, WIDTH), "p.weight": (LONGEST, WIDTH), "bp.weight": (WIDTH, 2 * PAIR), "bp.bias": (WIDTH,),
        "n.weight": (WIDTH,), "n.bias": (WIDTH,), "out.weight": (WIDTH, WIDTH), "out.bias": (WIDTH,), "bias": (many,),
    }  # fmt: skip
    for block in range(2):
        inner = {
            "n1.weight": (WIDTH,), "n1.bias": (WIDTH,), "n2.weight": (WIDTH,), "n2.bias": (WIDTH,),
            "conv.weight": (WIDTH, 1, 3), "conv.bias": (WIDTH,), "qkv.weight": (3 * WIDTH, WIDTH),
            "qkv.bias": (3 * WIDTH,), "o.weight": (WIDTH, WIDTH), "o.bias": (WIDTH,),
            "f1.weight": (INNER, WIDTH), "f1.bias": (INNER,), "f2.weight": (WIDTH, INNER), "f2.bias": (WIDTH,),
        }  # fmt: skip
        shapes |= {f"blocks.{block}.{name}": shape for name, shape in inner.items()}
    arrays: dict[str, NDArray[np.generic]] = {
        name: chance.normal(size=shape).astype(np.float32) for name, shape in shapes.items()
    }
    arrays["b.weight"] = chance.integers(-127, 128, (512, PAIR)).astype(np.int8)
    arrays["b.weight/scale"] = np.full((512, 1), 0.01, np.float32)
    return Encoder.of(arrays)


def gathered(*lines: str) -> tuple[Sheet, Evidence]:
    knowledge = packaged().knowledge
    sheet = Sheet.of(lines, knowledge.vocabulary)
    return sheet, gather(sheet, knowledge)


def test_sentences_are_read_alike_alone_and_together(encoder: Encoder) -> None:
    sheet, evidence = gathered(*LINES)
    together = reading.read(sheet, evidence.proposals, encoder)
    line = sheet.line_of(evidence.proposals.at)
    for number, text in enumerate(LINES):
        alone, one = gathered(text)
        assert np.allclose(reading.read(alone, one.proposals, encoder), together[line == number], atol=1e-3)


def test_a_proposal_is_held_against_what_stands_there(encoder: Encoder) -> None:
    sheet, evidence = gathered(*LINES)
    columns = dict(zip(reading.NAMES, reading.read(sheet, evidence.proposals, encoder).T, strict=True))
    same = evidence.proposals.old == evidence.proposals.size
    assert (columns["read"] == 1).all()
    assert np.allclose((columns["read_new"] - columns["read_old"])[same], columns["read_gain"][same], atol=1e-4)
    assert not columns["read_gain"][~same].any()
    assert (columns["read_below_top"] >= -1e-4).all()


def test_only_what_is_worth_it_is_read(encoder: Encoder) -> None:
    sheet, evidence = gathered(*LINES)
    first = packaged().judge.first
    many = len(NAMES) + len(reading.NAMES)
    layer = (np.zeros((2 * many, 1), np.float32), np.array([3], np.float32))
    second = Ranker(np.zeros((2, many), np.float32), np.zeros(many, np.float32), np.ones(many, np.float32), [layer])
    chance = first.probabilities(evidence.features)
    said = judge.Judge(first, second).chances(sheet, evidence, encoder)
    assert np.array_equal(said > 0, chance >= judge.WORTH)
    assert np.array_equal(judge.Judge(first).chances(sheet, evidence, None), chance)


def test_beside_a_sure_slip_a_likely_one_is_enough() -> None:
    model = packaged()
    both = sorted(Speller(model).slips(LINES[0]), key=lambda slip: slip.probability)
    assert len(both) == 2
    strict = Speller(replace(model, thresholds={"replaced": both[1].probability, "missing": 1.0, "extra": 1.0}))
    assert len(strict.slips(LINES[0])) == 2
    sure = both[1]
    mended = LINES[0][: sure.start] + sure.new + LINES[0][sure.end :]
    assert not strict.slips(mended)
