"""The seat list as .xlsx: 座次表, the same by unit, a sign-in sheet, who is absent, the rules, and the scheme."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from lingwu.errors import MissingTool
from lingwu.seating.people import Person
from lingwu.seating.plan import Plan, Seated, scheme_toml

if TYPE_CHECKING:
    from openpyxl import Workbook

Table = Sequence[Sequence[str | int]]
WIDTHS = {"座位号": 16, "座位": 18, "姓名": 14, "单位": 26, "职务": 26, "顺序": 7, "方": 5, "理由": 52, "签名": 20,
          "规则和说明": 100, "方案": 80, "参会状态": 16}  # fmt: skip

LOOKS = ("表头", "表格", "方案")


def workbook(plan: Plan, rules: Sequence[str], people: Iterable[Person] = ()) -> bytes:
    """The .xlsx of a plan; ``people`` are all who were invited, for the list of those who do not come.

    Raises:
        MissingTool: openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise MissingTool('读写 .xlsx 需要 openpyxl，请安装：pip install "lingwu[seats]"。') from error
    book = Workbook()
    book.remove(book.worksheets[0])
    taken = plan.taken
    _sheet(book, "座次表", ["座位号", "座位", "姓名", "单位", "职务", "顺序", "方", "理由"], map(_row, plan.seats))
    standing = {unit: place for place, unit in enumerate(dict.fromkeys(seat.unit for seat in taken))}
    by_unit = sorted(taken, key=lambda seat: standing[seat.unit])
    _sheet(book, "按单位", ["单位", "姓名", "职务", "座位"], ((s.unit, s.name, s.post, s.label) for s in by_unit))
    sign_in = ((n, s.name, s.unit, s.post, s.label, "") for n, s in enumerate(taken, 1))
    _sheet(book, "签到表", ["顺序", "姓名", "单位", "职务", "座位", "签名"], sign_in)
    absent = [(p.name, p.unit, p.post, p.state) for p in people if not p.comes]
    if absent:
        _sheet(book, "请假名单", ["姓名", "单位", "职务", "参会状态"], absent)
    _sheet(book, "规则", ["规则和说明"], ([line] for line in [*rules, *plan.notes]))
    _sheet(book, "方案", ["方案"], ([line] for line in scheme_toml(plan.scheme).splitlines()), heading=False)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _row(seat: Seated) -> Sequence[str | int]:
    return (seat.seat, seat.label, seat.name, seat.unit, seat.post, seat.rank or "", seat.side, seat.reason)


def _sheet(
    book: Workbook, name: str, headings: Sequence[str], rows: Iterable[Sequence[str | int]], heading: bool = True
) -> None:
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(name)
    line = Side(style="thin", color="999999")
    border, wrapped = Border(left=line, right=line, top=line, bottom=line), Alignment(vertical="center", wrap_text=True)
    for look in LOOKS:  # by name: a style of its own for each of many cells takes ten times as long
        if look not in book.named_styles:
            framed = border if look != "方案" else Border()
            book.add_named_style(NamedStyle(look, Font(bold=look == "表头"), border=framed, alignment=wrapped))
    for number, row in enumerate([headings, *rows] if heading else rows, 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column, value)
            cell.data_type = "n" if isinstance(value, int) else "s"  # a name that begins with = is no formula
            cell.style = "方案" if not heading else "表头" if number == 1 else "表格"
    for column, title in enumerate(headings, 1):
        sheet.column_dimensions[get_column_letter(column)].width = WIDTHS.get(title, 14)
    if heading:
        sheet.freeze_panes = "A2"
        sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
