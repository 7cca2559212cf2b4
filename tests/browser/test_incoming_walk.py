"""The whole of 收文 in browsers: received with its original, screened, instructed, read in order, handled, archived."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from desks import Desk, Room, chromium, served
from docx import Document

from office_process import lingwu

TITLE = "青云市人民政府办公室关于报送冬季供暖保障情况的通知"
NUMBER = "青政办函〔2026〕77号"
ORIGINAL = "请各县（区）人民政府报送冬季供暖保障情况，内容包括燃料储备、应急值守和困难群众取暖。"
INSTRUCTION = "请督查科到现场核实，数据要准，按时报送。"
REGISTRAR, LEADER, OTHER, HEAD, CLERK, OUTSIDER, AUDITOR = (
    "sunlihua", "linxiulan", "zhoumingyuan", "luozhenhua", "tangning", "xiefang", "shenji",
)  # fmt: skip


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    with chromium() as browser, served(tmp_path_factory.mktemp("incoming")) as office:
        yield Room(browser, office)


def next_working_day(days: int) -> date:
    """``days`` from today, moved on from a weekend."""
    day = date.today() + timedelta(days)
    return day + timedelta(max(0, 7 - day.weekday())) if day.weekday() > 4 else day


def original(folder: Path) -> Path:
    """The file that came with the document."""
    made, path = Document(), folder / "供暖来文.docx"
    made.add_paragraph(TITLE)
    made.add_paragraph(ORIGINAL)
    made.save(str(path))
    return path


def test_a_document_received_is_handled_and_answered(room: Room, tmp_path: Path) -> None:
    received(room[REGISTRAR], original(tmp_path))
    registered_and_screened(room[REGISTRAR])
    proposed(room[REGISTRAR])
    instructed(room[LEADER])
    circulated(room[REGISTRAR])
    read_one_after_the_other(room)
    reminded(room[REGISTRAR])
    handed_on_and_done(room)
    replied(room[HEAD])
    archived(room[REGISTRAR])
    nobody_else_sees_it(room)


def received(desk: Desk, file: Path) -> None:
    desk.press("签收来文")
    desk.fill("来文单位", "青云市人民政府办公室")
    desk.fill("来文字号", NUMBER)
    desk.fill("标题", TITLE)
    desk.fill("文种", "通知")
    desk.fill("成文日期", date.today().isoformat())
    desk.fill("份数", "2")
    desk.fill("紧急程度", "加急")
    desk.fill("来文原件", str(file))
    desk.press("签收，接着登记")
    desk.sees("已签收，接着登记。")


def registered_and_screened(desk: Desk) -> None:
    desk.press("登记")
    desk.sees("已登记。", "供暖来文.docx", "来文原件", "轮到您：初审")
    brought = Document(io.BytesIO(desk.fetched("供暖来文.docx")))
    assert ORIGINAL in [paragraph.text for paragraph in brought.paragraphs]
    desk.press("初审")
    for at, box in enumerate(desk.all("input[value=yes]")):
        if at:
            box.click()
    desk.press("初审")
    desk.sees("请逐项选定符合或不符合。")
    desk.all("input[value=yes]")[0].click()
    desk.press("初审")
    desk.sees("轮到您：拟办")


def proposed(desk: Desk) -> None:
    desk.press("拟办")
    desk.fill("拟办意见", "拟请林秀兰副主任阅示，由督查科办理。")
    desk.tick("林秀兰")
    desk.fill("建议主办单位", "督查科")
    desk.fill("办结时限", next_working_day(9).isoformat())
    desk.until(lambda: "个工作日" in desk.one(".due-said").text, "the working days are told")
    desk.press("拟办")
    desk.sees("已办：拟办。")


def instructed(desk: Desk) -> None:
    desk.opens(TITLE)
    desk.sees("轮到您：批示", "拟请林秀兰副主任阅示，由督查科办理。", "加急")
    desk.press("批示")
    desk.fill("批示", INSTRUCTION)
    desk.fill("交哪个单位办", "督查科")
    desk.fill("办结时限", next_working_day(5).isoformat())
    desk.press("批示")
    desk.sees("已办：批示。", INSTRUCTION, "交督查科", "未落实")


def circulated(desk: Desk) -> None:
    desk.go("/documents/incoming/?text=供暖保障")
    desk.follow(TITLE)
    desk.press("传阅")
    for place, account in ((2, "唐宁"), (1, "周明远")):
        desk.tick(account)
        box = f"//input[@type='number'][contains(@aria-label, '{account}')]"
        desk.browser.find_element("xpath", box).send_keys(str(place))
    desk.press("传阅")
    desk.sees("已办：传阅。", "正在阅看", "等候")
    order = [one.text.split()[0] for one in desk.all(".readers li")]
    assert order == ["周明远", "唐宁"]


def read_one_after_the_other(room: Room) -> None:
    clerk = room[CLERK]
    clerk.go("/")
    clerk.sees("等我办的")
    clerk.sees_not(TITLE)  # not his turn yet
    first = room[OTHER]
    first.opens(TITLE)
    first.fill("意见", "已阅，请督查科抓紧。")
    first.press("已阅")
    first.sees("已阅。")
    clerk = room[CLERK]
    clerk.opens(TITLE)
    clerk.sees("已阅，请督查科抓紧。")
    clerk.press("已阅")
    clerk.sees("已阅。")


def reminded(desk: Desk) -> None:
    desk.go("/documents/incoming/?text=供暖保障")
    desk.follow(TITLE)
    desk.press("催办")
    desk.fill("催办内容", "请于明天下班前报进展。")
    desk.press("催办")
    desk.sees("已催办。", "第1次催办")


def handed_on_and_done(room: Room) -> None:
    desk = room[HEAD]
    desk.go("/")
    desk.sees("第1次催办", "请于明天下班前报进展。")
    desk.opens(TITLE)
    desk.sees("轮到您：承办", INSTRUCTION)
    desk.press("答复催办")
    desk.fill("答复", "已核实三个街道，明天报。")
    desk.press("答复催办")
    desk.sees("答复：已核实三个街道，明天报。")
    desk.fill("办理情况", "已到8个街道核实，报告已报送市政府办公室。")
    desk.press("报告办结")
    desk.sees("已报告办结。", "已落实")


def replied(desk: Desk) -> None:
    desk.opens(TITLE)
    desk.sees("轮到您：答复")
    desk.fill("答复方式", "函")
    desk.fill("答复内容", "已按要求报送。")
    desk.press("答复")
    desk.sees("已办：答复。")


def archived(desk: Desk) -> None:
    desk.opens(TITLE)
    desk.sees("轮到您：归档", "已报送市政府办公室", "已按要求报送。")
    desk.fill("保管期限", "定期10年")
    desk.press("归档")
    desk.sees("已归档。", "归档号")
    desk.follow("文件处理单")
    desk.sees("文件处理单", INSTRUCTION, "已阅，请督查科抓紧。", NUMBER)


def nobody_else_sees_it(room: Room) -> None:
    other = room[OUTSIDER]
    other.go("/search/?q=供暖保障")
    other.sees("没有找到您可以查看的公文")
    auditor = room[AUDITOR]
    auditor.go("/audit/")
    auditor.sees("催办", "答复", "归档")
    done = lingwu("office", "verify-audit", "--home", room.office.home)
    assert done.returncode == 0, done.stdout
