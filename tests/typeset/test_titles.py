"""Where a long title breaks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lingwu.typeset.model import width
from lingwu.typeset.titles import breaks

ROOM = 19.8


def lines(text: str) -> list[str]:
    edges = (0, *breaks(text, ROOM), len(text))
    return [text[a:b] for a, b in pairwise(edges)]


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("关于做好防汛工作的通知", ["关于做好防汛工作的通知"]),
        ("青云市人民政府关于同意新建石桥湾大桥的批复", ["青云市人民政府关于同意", "新建石桥湾大桥的批复"]),
        ("青云市人民政府办公室关于开展2026年度安全生产大检查的通知",
         ["青云市人民政府办公室", "关于开展2026年度安全生产大检查的通知"]),
        ("青山县人民政府关于解决县第二人民医院迁建项目建设资金缺口的请示",
         ["青山县人民政府关于解决", "县第二人民医院迁建项目建设", "资金缺口的请示"]),
        ("青云市2026年春季学期学校食堂大宗食材定点采购企业名单及配送责任区域划分一览表",  # two lines would part 定点
         ["青云市2026年春季学期", "学校食堂大宗食材定点采购企业名单及", "配送责任区域划分一览表"]),
    ],
)  # fmt: skip
def test_titles_break_at_their_seams(title: str, wanted: list[str]) -> None:
    assert lines(title) == wanted


@given(st.text(st.sampled_from("关于做好青云市2026年《》（）的通知a"), min_size=1, max_size=70))
def test_every_line_fits_and_nothing_is_lost(title: str) -> None:
    made = lines(title)
    assert "".join(made) == title
    assert len(made) == 1 or all(width(line) <= ROOM for line in made)


def test_the_name_of_a_commission_stays_whole() -> None:
    made = lines("青云市发展和改革委员会关于转发国家发展改革委进一步完善分时电价机制的通知")
    assert any("国家发展改革委" in line for line in made)


def test_no_line_begins_with_a_mark_or_parts_a_number() -> None:
    made = lines("关于对2025年度全市经济社会发展综合考核（含党的建设）结果进行通报并予以表彰的决定")
    assert not any(line[0] in "）》，。、0123456789" for line in made[1:])
