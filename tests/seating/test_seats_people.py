"""Lists of people as clerks write them, and what is said of the cells that are wrong."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lingwu.errors import DamagedFile, EmptyFile, MissingFile, ReadError, UnknownFormat
from lingwu.seating import people
from lingwu.seating.people import PeopleError

CSV = """全市会议名单,,,
序号, 姓 名 ,单位（全称）,参会状态
1,张  伟,市财政局,参加

2,李明,,请假
"""


def book(rows: list[list[object]]) -> bytes:
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def saved(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_csv_with_a_title_blank_rows_and_remarks_in_headings(tmp_path: Path, encoding: str) -> None:
    first, second = people.read(saved(tmp_path, "名单.csv", CSV.encode(encoding)))
    assert (first.name, first.unit, first.number, first.comes) == ("张伟", "市财政局", 1, True)
    assert (second.name, second.number, second.state, second.comes) == ("李明", 2, "请假", False)
    assert second.where == "名单.csv 第5行"


def test_an_xlsx_in_any_order_of_columns_with_numbers_as_numbers(tmp_path: Path) -> None:
    rows: list[list[object]] = [["备注", "职务", "姓名", "顺序", "序号", "轮椅"], [None, "局长", "王芳", 3.0, 1, "是"],
                                [None, None, None, None, 2, None], ["迟到", "科长", "李四", None, 3, None]]  # fmt: skip
    first, second = people.read(saved(tmp_path, "a.xlsx", book(rows)))
    assert (first.name, first.post, first.number, first.wheelchair) == ("王芳", "局长", 3, True)
    assert (second.number, second.note) == (3, "迟到"), "a serial number counts where there is no other"


def test_toml_with_english_or_chinese_keys(tmp_path: Path) -> None:
    text = '[[people]]\nname = "张伟"\nnumber = 1\nwheelchair = true\n[[people]]\n"姓名" = "李明"\n"单位" = "市委"\n'
    first, second = people.read(saved(tmp_path, "名单.toml", text))
    assert (first.number, first.wheelchair, second.unit) == (1, True, "市委")


def test_every_wrong_cell_is_named(tmp_path: Path) -> None:
    text = "姓名,单位,顺序,方,参会状态,轮椅\n张伟,市委,1,主,参加,\n,市政府,2,,,\n王芳,,三,东,也许吧,大概\n"
    with pytest.raises(PeopleError) as told:
        people.read(saved(tmp_path, "名单.csv", text))
    said = str(told.value)
    for part in ("第3行“姓名”为空", "第4行“顺序”写作“三”", "第4行“方”写作“东”", "第4行“参会状态”写作“也许吧”",
                 "第4行“轮椅”写作“大概”"):  # fmt: skip
        assert part in said


@pytest.mark.parametrize(
    ("name", "data", "error", "words"),
    [
        ("a.csv", "", EmptyFile, "是空文件"),
        ("a.csv", "甲,乙\n1,2\n", PeopleError, "应有“姓名”一栏"),
        ("a.xls", "旧表", UnknownFormat, "另存为 .xlsx"),
        ("a.xlsx", "不是压缩包", DamagedFile, "a.xlsx"),
        ("a.csv", b"\xff\xfe\xff\xff\x80", DamagedFile, "编码"),
        ("a.toml", "people = 3", PeopleError, "[[people]]"),
        ("a.toml", "people = [", PeopleError, "读不出来"),
    ],
)
def test_bad_files_get_one_sentence(
    tmp_path: Path, name: str, data: str | bytes, error: type[ReadError], words: str
) -> None:
    with pytest.raises(error) as told:
        people.read(saved(tmp_path, name, data))
    assert words in str(told.value)
    assert str(told.value).endswith("。")


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        people.read(tmp_path / "没有.csv")


def test_two_of_one_name_are_told_apart() -> None:
    rows = [{"姓名": "张伟", "单位": "市财政局"}, {"姓名": "张伟", "单位": "市审计局"}, {"姓名": "李明"}]
    mine = people.from_rows(rows)
    assert [person.key for person in mine] == ["张伟（市财政局）", "张伟（市审计局）", "李明"]
    assert people.find(mine, "张伟(市审计局)") is mine[1]
    assert people.find(mine, "李 明") is mine[2]
    with pytest.raises(PeopleError, match="2 位“张伟”"):
        people.find(mine, "张伟")
    with pytest.raises(PeopleError, match="没有“王五”"):
        people.find(mine, "王五")


@given(st.permutations(["姓名", "单位", "职务", "顺序", "民族"]))
def test_the_order_of_columns_does_not_matter(headings: list[str]) -> None:
    row = {"姓名": "张伟", "单位": "市委", "职务": "书记", "顺序": "1", "民族": "回族"}
    (person,) = people.from_rows([{heading: row[heading] for heading in headings}])
    assert (person.name, person.unit, person.post, person.number, person.nation) == ("张伟", "市委", "书记", 1, "回族")


def test_two_who_cannot_be_told_apart_are_named() -> None:
    rows = [{"姓名": "张伟", "单位": "市财政局"}, {"姓名": "李明"}, {"姓名": "张伟", "单位": "市财政局"}]
    with pytest.raises(PeopleError, match="第1行和第3行都是“张伟（市财政局）”"):
        people.from_rows(rows)


def test_cells_merged_over_rows_count_for_each_and_a_repeated_heading_does_not(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    for row in (
        ["名单"],
        ["单位", "姓名"],
        ["市财政局", "张伟"],
        [None, "李明"],
        ["单位", "姓名"],
        ["市教育局", "王芳"],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:B1")
    sheet.merge_cells("A3:A4")
    made.save(tmp_path / "名单.xlsx")
    found = people.read(tmp_path / "名单.xlsx")
    assert [(one.name, one.unit) for one in found] == [("张伟", "市财政局"), ("李明", "市财政局"), ("王芳", "市教育局")]
