"""What is printed: pictures, cards, slips, seat lists."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from pathlib import Path

import openpyxl
import pypdfium2  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from seat_lists import crowd, named, without
from seat_venues import CASES

from lingwu.errors import WriteError
from lingwu.seating import arrange, cards, drawing, outlets, people, rules, sheets, slips
from lingwu.seating.cards import CardError
from lingwu.seating.drawing import PAPERS
from lingwu.seating.plan import Constraint, Scheme, Seated

SVG = "{http://www.w3.org/2000/svg}"


def printed(count: int = 7) -> outlets.Printed:
    made = arrange.arrange(Scheme("全市会议", {"kind": "rostrum"}), crowd(count))
    return outlets.Printed(made.plan, made.layout, crowd(count))


def texts(svg: str) -> list[str]:
    return [str(node.xpath("string()")) for node in etree.fromstring(svg.encode()).iter(f"{SVG}text")]


def pdf_text(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    found = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return found


@pytest.mark.parametrize("case", CASES)
def test_every_venue_is_drawn_within_the_paper_with_viewpoint_and_names(case: str) -> None:
    spec, chosen, counts = CASES[case]
    rows = [
        {"姓名": f"甲{n}{pool}", "方": pool[:1] if pool[:1] in "主客" and pool != "主持" else "",
         "角色": pool if pool == "主持" else pool.lstrip("主客")}
        for pool, count in counts.items() for n in range(count)
    ]  # fmt: skip
    made = arrange.arrange(Scheme("会", spec, chosen), people.from_rows(rows))
    for opposite in (False, True):
        svg = drawing.svg(made.plan, made.layout, ["尊位：以左为上"], opposite=opposite)
        said = texts(svg)
        assert f"看图方向：{made.layout.opposite if opposite else made.layout.viewpoint}" in said[1]
        assert {drawing.spaced(row["姓名"]) for row in rows} <= set(said)
        assert "尊位：以左为上" in said
        width = float(etree.fromstring(svg.encode()).get("width", "").removesuffix("mm"))
        height = {size[0]: size[1] for size in PAPERS.values()}[width]
        for node in etree.fromstring(svg.encode()).iter(f"{SVG}rect"):
            x, y, wide, high = (float(node.get(key, "")) for key in ("x", "y", "width", "height"))
            assert 0 <= x <= x + wide <= width
            assert 0 <= y <= y + high <= height


def test_a_long_name_stands_on_two_lines() -> None:
    made = arrange.arrange(Scheme("会", {"kind": "rostrum"}), named("阿卜杜热合曼·买买提", "司马相如", "古丽巴哈尔汗"))
    assert {"阿卜杜热合曼·", "买买提", "司马相如", "古丽巴", "哈尔汗"} <= set(
        texts(drawing.svg(made.plan, made.layout, []))
    )


def test_the_plan_turned_round_is_the_mirror_of_the_plan() -> None:
    one = printed()
    front, back = texts(outlets.svg(one)), texts(outlets.svg(one, opposite=True))
    assert Counter(front[2:]) == Counter(back[2:])
    assert "从台下看" in front[1]
    assert "从台上看" in back[1]


def test_moved_persons_and_special_seats_are_marked() -> None:
    wishes = (Constraint("pin", ("丙一",), "1排左2"), Constraint("empty", (), "1排左1"))
    made = arrange.arrange(Scheme("会", {"kind": "rostrum"}, {}, (), wishes), named("甲一", "乙一", "丙一"))
    svg = drawing.svg(made.plan, made.layout, [], moved={"乙一"})
    assert drawing.MOVED in svg
    assert {"空", "指定", "红框为本次调整或新增的座位"} <= set(texts(svg))


def test_names_from_a_list_are_only_text() -> None:
    nasty = people.from_rows([{"姓名": '<b>"&amp;', "单位": "#x[y]$", "职务": '"\\'}])
    made = arrange.arrange(Scheme("<会>#[", {"kind": "rostrum"}), nasty)
    one = outlets.Printed(made.plan, made.layout, nasty)
    assert '<b>"&amp;' in texts(outlets.svg(one))
    assert "<b>" in pdf_text(outlets.written(one, Path("a.pdf")))[0]
    assert "#x[y]$" in pdf_text(slips.pdf(made.plan))[0]
    assert cards.pdf(cards.faces(made.plan.taken, with_unit=True))


def test_a_pdf_has_both_viewpoints_on_a_page_each() -> None:
    pages = pdf_text(outlets.written(printed(), Path("a.pdf")))
    assert len(pages) == 2
    assert "从台下看" in pages[0]
    assert "从台上看" in pages[1]
    assert all("赵建国" in page for page in pages)


def test_a_large_hall_takes_larger_paper() -> None:
    papers = []
    for width in (10, 30):
        made = arrange.arrange(Scheme("会", {"kind": "hall", "blocks": [width]}), crowd(50))
        papers.append(outlets.svg(outlets.Printed(made.plan, made.layout)).split('"')[3])
    assert papers == ["297mm", "420mm"]


def test_names_of_two_characters_are_as_wide_as_those_of_three() -> None:
    assert drawing.spaced("王伟") == "王　伟"
    assert drawing.spaced("王建国") == "王建国"
    assert drawing.spaced("Li") == "Li"
    two, three, four, long = (
        next(face for face in cards.faces([Seated("1", name=name)]))
        for name in ("王伟", "王建国", "欧阳修文", "阿卜杜热合曼·买买提")
    )
    assert two.size == three.size > four.size > long.size
    assert four.size * 4 == pytest.approx(three.size * 3, abs=2), "all names fill the same width"


@given(st.text("王欧阿卜杜热合曼·", min_size=2, max_size=24), st.integers(40, 202), st.integers(20, 144))
def test_every_name_fits_its_face(name: str, width: int, height: int) -> None:
    for face in cards.faces([Seated("1", name=name, unit="市发展和改革委员会")], width, height, with_unit=True):
        assert len(drawing.spaced(name)) * face.size * cards.POINT <= width
        assert face.size * cards.POINT <= height
        assert 0 <= face.x <= face.x + width <= cards.PAGE[0]
        assert 0 <= face.y <= face.y + height <= cards.PAGE[1]


def test_cards_have_two_faces_one_upside_down_and_share_pages() -> None:
    seats = [Seated(str(n), name=name) for n, name in enumerate(["王伟", "李明", "", "张三", "赵四", "钱五"])]
    made = cards.faces(seats, 90, 50)
    assert len(made) == 10
    assert {face.page for face in made} == {0, 1}
    for upper, lower in zip(made[::2], made[1::2], strict=True):
        assert upper.upside_down and not lower.upside_down
        assert (upper.x, upper.y + 50, upper.name) == (lower.x, lower.y, lower.name)


def test_a_card_larger_than_the_paper_is_refused() -> None:
    with pytest.raises(CardError, match="放不下"):
        cards.faces([Seated("1", name="王伟")], 200, 200)


def test_cards_as_pdf_and_docx_have_every_name_twice() -> None:
    made = cards.faces(
        [Seated(str(n), name=name, unit="市委") for n, name in enumerate(["王伟", "张建国"])], with_unit=True
    )
    pages = pdf_text(cards.pdf(made, "楷体"))
    assert len(pages) == 2
    assert "张建国" in pages[1]
    package = zipfile.ZipFile(io.BytesIO(cards.docx(made, "宋体")))
    xml = package.read("word/document.xml").decode()
    assert (xml.count("王　伟"), xml.count("张建国"), xml.count("市委")) == (2, 2, 4)
    assert xml.count('rot="10800000"') == 2
    assert "w:pageBreakBefore" in xml
    etree.fromstring(xml.encode())


def test_the_workbook_has_all_sheets_and_no_formula() -> None:
    listed = without(crowd(7), crowd(7)[6].name)
    rows = [
        *({"姓名": p.name, "单位": p.unit, "参会状态": p.state} for p in listed),
        {"姓名": "=1+1", "单位": "=HYPERLINK(1)"},
    ]
    persons = people.from_rows(rows)
    made = arrange.arrange(Scheme("会", {"kind": "rostrum"}), persons)
    book = openpyxl.load_workbook(io.BytesIO(sheets.workbook(made.plan, ["尊位：以左为上"], persons)))
    assert book.sheetnames == ["座次表", "按单位", "签到表", "请假名单", "规则", "方案"]
    cells = [cell for row in book["座次表"].iter_rows() for cell in row if str(cell.value).startswith("=")]
    assert len(cells) == 2
    assert all(cell.data_type == "s" for cell in cells)
    assert book["请假名单"]["A2"].value == crowd(7)[6].name
    assert book["规则"]["A2"].value == "尊位：以左为上"


def test_a_slip_for_everyone() -> None:
    made = arrange.arrange(Scheme("全市会议", {"kind": "hall", "blocks": [5], "rows": 3}), crowd(9))
    pages = pdf_text(slips.pdf(made.plan, made.layout.viewpoint))
    assert len(pages) == 2
    joined = "".join("".join(pages).split())
    for seat in made.plan.taken:
        assert f"{seat.name}同志" in joined
        assert seat.label in joined


def test_the_rules_in_force_are_told() -> None:
    assert rules.told("rostrum", {}, ()) == ["次序：名单的顺序"]
    assert rules.told("rostrum", {}, ("strokes",)) == ["次序：姓氏笔画（按姓氏笔画为序）"]
    assert rules.told("rostrum", {}, ("level", "strokes")) == ["次序：级别、姓氏笔画"]
    assert "尊位：以左为上（国内公务惯例；左右按就座人自己的左右手）" in printed().rules
    assert any(line.startswith("双数排法：A") for line in printed().rules)


def test_an_unknown_suffix_is_refused() -> None:
    with pytest.raises(WriteError, match=r"可用的有：\.svg、\.pdf、\.xlsx、\.toml"):
        outlets.targets(Path("座次.doc"))
