"""Schedules in all forms: .toml, .xlsx, .csv, .docx and .ics give the same events; errors name the place."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command_line import Lingwu, write
from lingwu import schedule
from lingwu.config import Config
from lingwu.crossrule import Quote, findings
from lingwu.document import Document, Span
from lingwu.errors import ConfigError, DamagedFile, NoText, ReadError
from lingwu.schedule import checking, clock, ics, reading
from lingwu.schedule.model import same_place

ROWS = [
    ("日期", "星期", "时间", "事项", "地点", "参加领导", "人数"),
    ("2026年3月12日", "星期四", "9:00—10:30", "经济形势分析会", "第一会议室", "王建国、李红梅", "35"),
    ("", "", "下午2:30—4:00", "调研企业", "高新区", "李红梅，各科室负责人", ""),
]
TOML = """
[[event]]
title = "经济形势分析会"
date = 2026-03-12
time = "9:00—10:30"
place = "第一会议室"
people = ["王建国", "李红梅"]
count = 35

[[event]]
title = "调研企业"
date = "2026年3月12日"
start = 14:30:00
end = "16:00"
place = "高新区"
people = ["李红梅", "各科室负责人"]
"""
Told = tuple[str, date | None, int | None, int | None, str, tuple[str, ...]]
WANTED: list[Told] = [
    ("经济形势分析会", date(2026, 3, 12), 540, 630, "第一会议室", ("王建国", "李红梅")),
    ("调研企业", date(2026, 3, 12), 870, 960, "高新区", ("李红梅",)),
]


def files() -> dict[str, bytes]:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    paper = docx.Document()
    table = paper.add_table(rows=0, cols=len(ROWS[0]))
    for row in ROWS:
        sheet.append(list(row))
        for cell, said in zip(table.add_row().cells, row, strict=True):
            cell.text = said
    xlsx, word = io.BytesIO(), io.BytesIO()
    book.save(xlsx)
    paper.save(word)
    rows = "\n".join(",".join(row) for row in ROWS)
    return {
        "a.xlsx": xlsx.getvalue(),
        "a.docx": word.getvalue(),
        "a.csv": rows.encode("gb18030"),
        "a.toml": TOML.encode(),
    }


def told(found: schedule.Schedule) -> list[Told]:
    return [
        (e.title.text, e.day, e.start, e.end, e.place.text if e.place else "", tuple(p.text for p in e.people))
        for e in found.events
    ]


@pytest.mark.parametrize("name", files())
def test_every_form_gives_the_same_events(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(files()[name])
    assert told(schedule.read(path)) == WANTED


def test_to_ics_and_back(tmp_path: Path) -> None:
    source, target = tmp_path / "a.toml", tmp_path / "a.ics"
    source.write_bytes(TOML.encode())
    target.write_bytes(schedule.to_ics(schedule.read(source), datetime(2026, 3, 1, tzinfo=UTC)))
    assert told(schedule.read(target)) == WANTED
    assert b"ATTENDEE" not in target.read_bytes()


def test_an_ics_of_another_zone_is_read_at_the_clock_of_the_office() -> None:
    event = "BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260301T000000Z\r\nDTSTART:20260312T010000Z\r\nDURATION:PT90M\r\n"
    event += "SUMMARY:分析会\r\nRRULE:FREQ=WEEKLY\r\nATTENDEE;CN=王建国:mailto:a@b.c\r\n"
    event += "ATTENDEE;CN=李红梅;PARTSTAT=DECLINED:mailto:d@b.c\r\nEND:VEVENT\r\n"
    data = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{event}END:VCALENDAR\r\n".encode()
    doc = ics.document(data, "a.ics")
    (found,) = reading.of_document(doc).events
    assert (found.day, found.start, found.end) == (date(2026, 3, 12), 540, 630)
    assert [person.text for person in found.people] == ["王建国"]
    assert "只看第一次" in doc.meta["notes"][0]


@pytest.mark.parametrize(
    ("name", "data", "kind", "said"),
    [
        ("a.toml", b"[[event]\n", DamagedFile, "第 1 行"),
        ("a.toml", b"buffer = 3\n", NoText, "没有可查的内容"),
        ("a.toml", b'buffer = "x"\n[[event]]\ntitle = "a"\ndate = "2026-03-12"\n', ConfigError, "buffer"),
        ("a.toml", b'hours = ["9:00"]\n[[event]]\ntitle = "a"\ndate = "2026-03-12"\n', ConfigError, "hours"),
        ("a.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", NoText, "没有活动"),
        ("a.csv", "姓名,职务\n张伟,局长\n".encode(), NoText, "没有找到日程"),
    ],
)
def test_errors_are_named(name: str, data: bytes, kind: type[Exception], said: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(kind, match=said):
        schedule.read(path)


@given(st.binary(max_size=200), st.sampled_from(["a.ics", "a.toml", "a.csv", "a.xlsx"]))
@settings(max_examples=80, deadline=None)
def test_any_bytes_end_in_a_document_or_a_named_error(data: bytes, name: str) -> None:
    try:
        reading.of_document(reading.document(data or b" ", name))
    except ReadError as error:
        assert str(error).endswith("。")


def quote(text: str) -> Quote:
    return Quote(Document(text), Span(0, len(text)))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("9:00—10:30", [(540, 630)]),
        ("上午9时30分至11时", [(570, 660)]),
        ("下午2:30—4:00", [(870, 960)]),
        ("14:30", [(870, None)]),
        ("9:00—11:30，14:00—17:00", [(540, 690), (840, 1020)]),
        ("会期半天", []),
    ],
)
def test_clocks(text: str, wanted: list[tuple[int, int | None]]) -> None:
    assert [(one.start, one.end) for one in clock.clocks_in(quote(text))] == wanted


def test_dates() -> None:
    (one,) = clock.dates_in(quote("2026年3月12日（星期四）至14日召开"))
    assert (one.day, one.last, one.weekday) == (date(2026, 3, 12), date(2026, 3, 14), 4)
    (other,) = clock.dates_in(quote("3月12日（周四）上午"), 2026)
    assert (other.day, other.said) == (date(2026, 3, 12), "3月12日（周四）")


def test_places() -> None:
    assert same_place("第一会议室", "区政府第一会议室")
    assert not same_place("第一会议室", "第二会议室")


def test_the_command(lingwu: Lingwu) -> None:
    write("a.csv", files()["a.csv"])
    assert lingwu("schedule", "check", "a.csv").code == 0
    write("b.toml", TOML.replace('start = 14:30:00\nend = "16:00"', 'start = "10:00"\nend = "11:00"'))
    done = lingwu("schedule", "check", "b.toml", "--output-format", "terminal")
    assert done.code == 0 and "检查了 1 个文件" in done.out  # the settings of this folder select other rules
    Path("lingwu.toml").unlink()
    done = lingwu("schedule", "check", "b.toml")
    assert done.code == 1
    assert "b.toml:第16行  SCH004  疑似  一人同时在两处" in done.out
    assert "对照：b.toml 第7行  李红梅" in done.out
    assert lingwu("schedule", "check", "missing.toml").code == 2


def test_ics_of_the_command(lingwu: Lingwu) -> None:
    write("a.toml", TOML)
    assert "写入 2 项活动" in lingwu("schedule", "ics", "a.toml").out
    assert lingwu("schedule", "ics", "a.toml").code == 2
    assert "已经是 .ics" in lingwu("schedule", "ics", "a.ics").err


def test_one_room_booked_three_times_is_told_for_each_pair(tmp_path: Path) -> None:
    times = {"甲会": "9:00—10:30", "乙会": "9:00—10:00", "丙会": "10:00—11:00"}
    rows = "".join(f"2026年3月12日,{time},{what},一会议室\n" for what, time in times.items())
    path = write(str(tmp_path / "三会.csv"), "日期,时间,事项,地点\n" + rows)
    found, notes = findings(checking.rules(), schedule.read(path), Config())
    assert ([one.code for made in found.values() for one in made], notes) == (["SCH003", "SCH003"], [])


def test_the_schedule_is_not_written_over(lingwu: Lingwu) -> None:
    write("a.toml", TOML)
    for call in (("check", "a.toml"), ("ics", "a.toml")):
        done = lingwu("schedule", *call, "--output", "a.toml", "--force")
        assert (done.code, "就是输入的文件" in done.err) == (2, True)
