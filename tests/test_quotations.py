"""The library of well-known lines, and what counts as a misquotation of one."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

import lingwu
from lingwu.checker import Checker
from lingwu.config import Config
from lingwu.edits import apply
from lingwu.structure.sayings import ALIKE, COLUMNS, LEXICON, WORD, Reading, Standing, library
from lingwu.text.alignment import Difference, align, differences

READINGS = library().readings
PRINTED = [reading for reading in READINGS if reading.standing is Standing.PRINTED]
CHECKER = Checker(Config(select=["QUO001", "QUO003", "QUO007"]))


def findings(text: str) -> list[lingwu.Finding]:
    report = CHECKER.check(lingwu.Document(text))
    assert not report.notes, report.notes
    return list(report.findings)


def wording(reading: Reading) -> str:
    return "".join(char + mark for char, mark in zip(reading.chars, reading.marks, strict=True))


def test_the_library_is_large_and_says_where_it_comes_from() -> None:
    text = LEXICON.read_text(encoding="utf-8")
    assert len(PRINTED) >= 1000
    for word in ("source:", "licence:", "date:"):
        assert word in text


def test_rows_have_all_columns_and_only_chinese_marks() -> None:
    rows = [row.split("\t") for row in LEXICON.read_text(encoding="utf-8").splitlines() if not row.startswith("#")]
    assert tuple(rows[0]) == COLUMNS
    wrong = [row for row in rows[1:] if len(row) != len(COLUMNS) or set(row[0]) & set(",.;:?!\"' ")]
    assert not wrong
    lines = [row[0] for row in rows[1:]]
    assert len(lines) == len(set(lines))


def test_importing_rules_does_not_read_the_library_and_reading_it_is_quick() -> None:
    code = (
        "from lingwu import registry; registry.rules(); from lingwu.structure.sayings import library;"
        "assert library.cache_info().currsize == 0"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    times = []
    for _ in range(5):
        library.cache_clear()
        began = time.perf_counter()
        library()
        times.append(time.perf_counter() - began)
    assert min(times) < 0.1


def test_every_accepted_reading_is_silent_quoted_and_bare() -> None:
    accepted = [wording(r) for r in READINGS if r.standing is not Standing.SLIP]
    loud = [line for line in accepted if findings(f"古人讲：“{line}”") or findings(f"我们讲{line}")]
    assert not loud


def test_every_part_of_a_line_is_silent() -> None:
    loud = []
    for reading in PRINTED:
        for start in reading.clauses[:-1]:
            for end in reading.clauses[1:]:
                part = "".join(c + m for c, m in zip(reading.chars[start:end], reading.marks[start:end], strict=True))
                if start < end and findings(f"要做到“{part}”。"):
                    loud.append(part)
    assert not loud


def test_every_listed_slip_is_found_and_mended_to_the_line() -> None:
    for reading in READINGS:
        if reading.standing is not Standing.SLIP:
            continue
        text = f"常说“{wording(reading)}”。"
        found = findings(text)
        assert len(found) == 1, text
        mended = "".join(WORD.findall(apply(text, found[0].fixes[0].edits)))[2:]
        accepted = (r.plain for r in READINGS if r.standing is not Standing.SLIP)
        assert any(mended.translate(ALIKE) in plain for plain in accepted), (text, mended)


def test_one_character_less_is_found_in_most_quoted_lines() -> None:
    lines = [r for r in PRINTED if len(r.clauses) > 2 and 10 <= len(r.chars) <= 30 and not r.prose]
    found = mended = 0
    for reading in lines:
        line = wording(reading)
        at = line.index(reading.chars[3:5]) if reading.chars[3:5] in line else 3
        text = f"要牢记“{line[:at]}{line[at + 1 :]}”。"
        hits = findings(text)
        found += bool(hits)
        mended += any(apply(text, f.fixes[0].edits) == f"要牢记“{line}”。" for f in hits)
    assert found >= 0.75 * len(lines)
    assert mended >= 0.95 * found


@pytest.mark.parametrize(
    "text",
    [
        "要有“咬定发展不放松”的劲头。",
        "坚持“不忘初心、牢记使命”，做到“忠诚干净担当”。",
        "做到“乱云飞渡从容应对”，“不到长城心不死”。",
        "山不在高，有仙则名；楼不在大，有书则灵。",
        "在其位，就要谋其政；听其言，更要观其行。",
        "“先天下之忧而忧”的情怀、“后天下之乐而乐”的胸襟。",
        "一江碧水向东流，两岸青山入画来。",
        "西出阳关皆故人，春风已度玉门关。",
        "“敢上九天揽月，敢下五洋捉鳖”，航天人再创辉煌。",
        "没有调查就没有发言权，没有正确的调查同样没有发言权。",
    ],
)
def test_lines_turned_to_another_use_are_left_alone(text: str) -> None:
    assert not findings(text)


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("责任是“腔热血勤珍重，洒去犹能化碧涛”的果敢。", "腔", "一腔"),
        ("《孙子》说：多算胜，少算不胜，而况于无算。可见谋划要深。", "。", "乎！"),
        ("他写道：“山重水复疑无路，柳明花暗又一村。”", "明花暗", "暗花明"),
        ("“路漫漫其修远兮，吾将上下上下而求索”。", "上下上下", "上下"),
        ("勉励大家“纸上得来终觉浅，绝知此事要恭行”。", "恭", "躬"),
    ],
)
def test_slips_are_mended_in_place(text: str, old: str, new: str) -> None:
    found = findings(text)
    assert len(found) == 1
    assert apply(text, found[0].fixes[0].edits) == text.replace(old, new, 1)


def test_a_walk_steps_over_small_differences_and_stops_at_large_ones() -> None:
    found = align("先天下之忧而忧后天下之乐而乐", "当先天下之忧而优后天下之乐也", 0, 1)
    assert (found.a, found.b, found.x, found.y) == (0, 12, 1, 13)
    assert found.differences == (Difference(6, 7, 7, 8),)
    assert found.matched == 11
    assert align("甲乙丙丁", "甲戊己庚", 0, 0).b == 1


def test_differences_are_put_together() -> None:
    assert differences("天下至德莫大乎忠", "天下大德莫过于忠") == [Difference(2, 3, 2, 3), Difference(5, 7, 5, 7)]


@pytest.mark.parametrize("piece", ["多算胜", "多算胜，少算不胜，而况于无算。", "“多算胜，少算不胜，而况无算乎”", "“‘"])
def test_time_grows_with_the_text_only(piece: str) -> None:
    def seconds(times: int) -> float:
        doc = lingwu.Document(piece * times)
        began = time.perf_counter()
        CHECKER.check(doc)
        return time.perf_counter() - began

    seconds(100)
    assert seconds(8000) < 8 * seconds(2000) + 0.5
