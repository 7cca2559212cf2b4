"""Builds 通知.docx, a notice with the usual elements and with slips of several kinds, for ``make run``."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

HERE = Path(__file__).resolve().parent
BODY = [
    "各乡镇人民政府，区政府各部门、各直属单位;",
    "为贯彻落实全市安全生产工作会议精神，进一步压实安全生产责任，经区政府同意，现就开展2024年度安全生产大检查有关事项通知如下：",
    "一、检查时间",
    "2024年9月1日—2024年8月31日。第一次调度会定于2024年9月2日（星期三）上午14:30召开。",
    "二、检查内容",
    "（一）、责任落实情况。重点检查各单位安全生产责任制建立情况，做到党政同责、一岗双责。",
    "（二）隐患排查情况。重点检查“三合一”场所、人员密集场所、等重点部位，二十多个行业领域必须要全覆盖。",
    "三、检查方式",
    "采取自查、抽查和督查相结合的方式。区安委会成立5个督查组，共28人，其中部门人员15人、专家12人。各督查组对发现的问题要即时反馈，限期整改；对整改不力的，按照《中华人民共和国安全生产法》第一百五十条规定处理。",
    "四、有关要求",
    "各单位要高度重视，切实加强组织领导，确保检查取得实效。检查情况截止9月15日前报区安委会办公室。联系人：王××，联系电话：0571—8888 6666。",
]
ROWS = [("组别", "牵头单位", "人数"), ("第一组", "区应急局", "6"), ("第二组", "区住建局", "6"), ("合计", "", "13")]


def main() -> None:
    """Write 通知.docx beside this file."""
    made = docx.Document()
    made.styles["Normal"].font.name = "仿宋"
    made.styles["Normal"].font.size = Pt(16)
    number = made.add_paragraph("×政办发[2024]26号")
    title = made.add_paragraph("区政府办公室关于开展2024年度安全生产大检查的通知")
    title.runs[0].bold = True
    title.runs[0].font.size = Pt(22)
    for paragraph in (number, title):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for line in BODY:
        made.add_paragraph(line)
    table = made.add_table(rows=0, cols=3, style="Table Grid")
    for row in ROWS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    made.add_paragraph("附件：督查组分组名单")
    for line in ("区政府办公室", "2024年8月20日"):
        made.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    made.save(str(HERE / "通知.docx"))


if __name__ == "__main__":
    main()
