"""Lists of persons that are damaged, odd, or name somebody beyond all columns: one sentence, and nobody comes in."""

from __future__ import annotations

import io
import zipfile
from types import SimpleNamespace

import pytest
from openpyxl import Workbook

from lingwu_office.foundation.errors import Invalid
from lingwu_office.people import actions
from lingwu_office.people.lists import rows_of
from lingwu_office.people.models import Person


def workbook_with(part: str, content: bytes) -> bytes:
    """A .xlsx one of whose parts is another."""
    made, whole = io.BytesIO(), io.BytesIO()
    Workbook().save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(whole, "w") as target:
        for name in source.namelist():
            target.writestr(name, content if name == part else source.read(name))
    return whole.getvalue()


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"])
@pytest.mark.parametrize("content", [b"<a", b"", b"<x/>", b"\xff\xfe\x00"])
def test_a_damaged_list_is_told_in_one_sentence(part: str, content: bytes) -> None:
    with pytest.raises(Invalid, match=r"^名单"):
        rows_of("名单.xlsx", workbook_with(part, content))


def test_a_list_with_old_line_ends_is_read_and_a_boundless_cell_told() -> None:
    assert rows_of("名单.csv", "姓名,账号\r张三,zhang\r".encode()) == [{"name": "张三", "account": "zhang"}]
    with pytest.raises(Invalid, match="过长或不成行"):
        rows_of("名单.csv", ("姓名,账号\n" + "长" * 140_000 + ",a\n").encode())


def test_a_name_longer_than_its_column_is_told_with_its_row(office: SimpleNamespace) -> None:
    rows = [{"name": "长" * 61, "account": "chang"}, {"name": "王五", "account": "wang", "post": "岗" * 61}]
    with pytest.raises(Invalid) as told:
        actions.import_people(office.system, office.top, rows=rows)
    assert str(told.value).splitlines() == [
        "第2行：姓名不能超过60个字，现有61个字。", "第3行：岗位不能超过60个字，现有61个字。",
    ]  # fmt: skip
    assert not Person.objects.filter(account__in=("chang", "wang")).exists()
