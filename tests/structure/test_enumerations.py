"""Sets of fixed members: what is a slip and what is another way to say it."""

from __future__ import annotations

import pytest

from lingwu.lexicon import Scan
from lingwu.structure.enumerations import Sets

SETS = Sets("enumerated_sets")
SCAN = Scan(SETS.anchors)


def mended(text: str) -> str:
    """``text`` with all slips put right."""
    spans = [(start, end) for _, start, end in SCAN.hits(text)]
    for slip in reversed(list(SETS.slips(text, spans))):
        text = text[: slip.start] + slip.new + text[slip.end :]
    return text


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("有灵魂、有血性、有本事、有品德", "有灵魂、有本事、有血性、有品德"),
        ("严以修身、严以律己、严以用权", "严以修身、严以用权、严以律己"),
        ("去产能、去库存、去杆杠、降成本、补短板", "去产能、去库存、去杠杆、降成本、补短板"),
        ("倡导爱国、敬业、诚信、友爱。", "倡导爱国、敬业、诚信、友善。"),
        ("四德（社会公德、职业道德、个人品德）", "四德（社会公德、职业道德、家庭美德、个人品德）"),
        ("社会公德，职业道德，家庭美德，社会公德", "社会公德，职业道德，家庭美德，个人品德"),
        ("政策互通、设施联通、贸易畅通、资金融通、民心相通", "政策沟通、设施联通、贸易畅通、资金融通、民心相通"),
    ],
)
def test_slips_are_mended(text: str, right: str) -> None:
    assert mended(text) == right
    assert mended(right) == right


@pytest.mark.parametrize(
    "text",
    [
        "脚力、眼力、脑力",
        "社会公德、职业道德建设",
        "批评和自我批评",
        "理论联系实际、密切联系群众、批评与自我批评",
        "工业化、城镇化、信息化、农业现代化",
        "经济建设、政治建设、文化建设、社会建设和生态文明建设",
        "“爱国”、“敬业”、“诚信”、“友善”",
        "、、、，，，",
        "爱国、",
        "、友善",
    ],
)
def test_other_ways_to_say_it_are_left_alone(text: str) -> None:
    assert mended(text) == text
