"""``lingwu workdays`` as a clerk calls it."""

from __future__ import annotations

import pytest

from command_line import Lingwu


def test_add_tells_the_days(lingwu: Lingwu) -> None:
    done = lingwu("workdays", "add", "2026-02-13", "5个工作日")
    assert done.code == 0
    assert done.out.splitlines()[0] == "2026年2月13日（星期五）起 5 个工作日，到 2026年2月27日（星期五）。"
    assert "2月15日至2月23日（春节放假，9 天）　不计" in done.out


def test_limit_names_its_basis(lingwu: Lingwu) -> None:
    done = lingwu("workdays", "limit", "信访·办结", "2026年3月2日")
    assert "到 2026年5月6日（星期三）" in done.out
    assert "依据：信访工作条例 第三十四条（必须）" in done.out
    assert "政府信息公开·答复\t20 个工作日" in lingwu("workdays", "limit").out


def test_show(lingwu: Lingwu) -> None:
    assert "工作日 248 天" in lingwu("workdays", "show", "2026").out
    month = lingwu("workdays", "show", "2026-02").out
    assert "14 班" in month and "除夕" in month and "调休上班 2 天" in month
    assert "农历正月初一（春节）：春节放假，不上班" in lingwu("workdays", "show", "2026-02-17").out
    assert "工作日 16 天" in lingwu("workdays", "between", "2026-02-01", "2026-02-28").out


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("add", "2026-02-30", "5"), "不是日历上的日期"),
        (("add", "2026-03-02", "五天"), "不是期限"),
        (("limit", "信访·办结"), "缺少起算日期"),
        (("between", "2026-03-02", "2026-03-01"), "早于首日"),
        (("show", "2027"), "没有 2027 年的放假安排"),
        (("show", "明年"), "不是日历上的日期"),
        ((), "缺少命令，可用的有：add、between、limit、show"),
        (("ad",), "是否想写 add"),
    ],
)
def test_a_wrong_call_is_one_line(lingwu: Lingwu, args: tuple[str, ...], said: str) -> None:
    done = lingwu("workdays", *args)
    assert done.code == 2
    assert said in done.err
    assert done.err.count("\n") == 1
