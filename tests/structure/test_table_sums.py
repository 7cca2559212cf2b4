"""What the figures of tables must satisfy: believed only where most of a table bears it out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

import lingwu
from lingwu.document import Document
from lingwu.structure import table_sums
from lingwu.structure.table_sums import Slip


def said(find: Callable[[Document], Iterator[Slip]], *rows: str, before: str = "") -> list[tuple[str, str]]:
    text = "\n".join([before or "表", *(row.replace(" ", "\t") for row in rows)])
    doc = lingwu.read(text.encode(), "例.txt")
    return [(slip.span.of(doc.text), slip.right) for slip in find(doc)]


def test_groups_may_stand_above_or_below_their_subtotal() -> None:
    above = ("片 村 户数", "东 甲 10", "东 乙 20", "东 小计 30", "西 丙 5", "西 丁 6", "西 小计 12", "总计 总计 42")
    below = ("片 村 户数", "东 小计 30", "东 甲 10", "东 乙 20", "西 小计 12", "西 丙 5", "西 丁 6", "总计 总计 42")
    assert said(table_sums.column_totals, *above) == [("12", "11")]
    assert said(table_sums.column_totals, *below) == [("12", "11")]


def test_several_totals_each_add_up_what_is_above_them() -> None:
    rows = ("村 户数 人数", "甲 10 30", "乙 20 50", "合计 30 80", "丙 5 9", "丁 6 8", "合计 11 18")
    assert said(table_sums.column_totals, *rows) == [("18", "17")]


def test_rounding_is_allowed_where_figures_are_rounded() -> None:
    rows = ("项目 金额", "甲 12", "乙 15", "合计 28")
    assert said(table_sums.column_totals, *rows, before="单位：万元") == []
    assert said(table_sums.column_totals, *rows, before="单位：人") == [("28", "27")]
    assert said(table_sums.column_totals, "项目 金额（元）", "甲 1.25", "乙 1.5", "合计 2.85") == [("2.85", "2.75")]


@pytest.mark.parametrize(
    "rows",
    [
        ("地区 增长率", "甲 5", "乙 6", "合计 5.6"),
        ("项目 户数", "甲 10", "其中：一组 4", "乙 20", "合计 30"),
        ("项目 户数", "一、农业 10", "1.粮食 4", "2.果树 6", "二、工业 20", "合计 30"),
        ("项目 户数", "甲 10户", "乙 20人", "合计 28"),
        ("项目 户数", "甲 10", "乙 不详", "合计 28"),
        ("甲 10 11", "乙 20 21", "合计 28 33"),
        ("项目 户数 人数 亩数", "甲 10 12 40", "乙 20 30 50", "合计 15 60 70"),
    ],
)
def test_what_is_not_certain_is_passed_over(rows: tuple[str, ...]) -> None:
    assert said(table_sums.column_totals, *rows) == []


def test_the_total_of_a_row_may_stand_first_or_last_and_have_other_columns_beside_it() -> None:
    rows = ("科室 合计 男 女 党员", "一 8 5 3 4", "二 6 4 2 5", "三 9 5 4 9", "四 9 5 3 2")
    assert said(table_sums.row_totals, *rows) == [("9", "8")]
    rows = ("科室 男 女 合计 备注", "一 5 3 8 无", "二 4 2 6 无", "三 5 4 9 无", "四 5 3 9 无")
    assert said(table_sums.row_totals, *rows) == [("9", "8")]


def test_a_slip_carried_into_the_total_row_is_told_once() -> None:
    rows = ("年龄 男 女 合计", "青 5 6 11", "中 7 8 15", "老 3 2 6", "合计 15 16 32")
    assert said(table_sums.row_totals, *rows) == [("6", "5")]


def test_rates_need_three_rows_that_bear_them_out() -> None:
    rows = ("甲 10 8 80%", "乙 20 20 100%", "丙 5 3 60%", "丁 8 6 85%")
    assert said(table_sums.rates, "镇 任务 完成 完成率", *rows) == [("85%", "75%")]
    assert said(table_sums.rates, "镇 任务 完成 完成率", *rows[1:]) == []
    assert said(table_sums.rates, "镇 任务 完成 增长率", *rows) == []


def test_growth_needs_two_neighbouring_years() -> None:
    rows = ("甲 100 110 10%", "乙 200 210 5%", "丙 100 150 40%")
    assert said(table_sums.growths, "地区 2023年 2024年 增长", *rows) == [("40%", "50%")]
    assert said(table_sums.growths, "地区 2019年 2024年 年均增长", *rows) == []
    assert said(table_sums.growths, "地区 计划 完成 增长", *rows) == []


def test_serial_numbers_may_begin_again_but_not_skip_or_repeat() -> None:
    def broken(*numbers: int) -> list[tuple[str, str]]:
        return said(table_sums.serials, "序号 姓名", *(f"{number} 甲" for number in numbers))

    assert broken(1, 2, 3, 5, 6) == [("5", "4")]
    assert broken(1, 2, 2, 3) == [("2", "3")]
    assert broken(1, 2, 7, 4, 5) == [("7", "3")]
    assert broken(1, 2, 3, 1, 2) == broken(3, 4, 6, 7) == broken(1, 4, 9, 12) == []


def test_a_register_of_many_rows_is_read_in_no_time() -> None:
    rows = [f"{number} 甲 {number % 7}" for number in range(1, 30_000)]
    assert said(table_sums.column_totals, "序号 姓名 件数", *rows, "合计 合计 5") == []
