"""What the figures of a table must satisfy: totals of columns and rows, shares, growth, differences, serial numbers.

A table does not say how its figures hang together. Every way that its head and labels allow is tried, and one is
believed only where most of the table bears it out; the few places that do not are then slips.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from lingwu.document import Document, Span
from lingwu.structure.tables import SUBTOTAL, TOTALS, YEAR, Cell, Table, tables
from lingwu.text.numerals import to_arabic
from lingwu.text.regexes import compiled
from lingwu.text.rounded import Rounded, growth, share, show

NOT_SUMMED = (
    r"率|[%％]|占|比重|比例|构成|增长|增幅|增速|同比|环比|均|单价|价格|排名|名次|位次|序号|编号|年份|年龄|时间|日期|电话|手机|"
    r"号码|代码|指数|密度|倍|等级|版本|邮编|权重|截至|累计|系数|浓度|水平"
)
NOT_AN_ITEM = r"均|占比|比重|增长|同比|增幅|^注|备注|上年|去年|上期|同期|其中|剩余|结余|差额|净"
LEVELS = r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+[.．、]|[（(]\d+[）)]|[①-⑳]|[-—·●○◆]"
TOTAL_TITLE = r"(?:合计|总计|共计|小计|总数|总人数|总金额|总额|总数量|总户数|总分)(?:[（(][^（()）]*[）)])?$"
GROWTH_TITLE = r"增长|增幅|增速|同比|增减率|增减[（(]?[%％]|±[%％]"
SHARE_TITLE = r"占比|比重|构成|所占比例|百分比|占[^率]{0,4}[%％]"
RATE_TITLE = r"(?<!增长)(?<!增)(?<!速)率(?:[（(][%％][）)])?$"
CHANGE_TITLE = r"增减额|增减数|增减量|增加额|增加数|增减$|增减[（(][^%％]*[）)]$|净增|增量"
BEFORE_TITLE = r"上年|去年|上期|同期|上月|年初"
NOW_TITLE = r"本年|今年|本期|本月|当年|年末|期末"
SCALED = r"[万亿千百]\s?[元人吨斤亩美户]"
NEAR = 60
"""The unit of the whole table stands within so many code points before it."""
MOST_PARTS = 12
WIDEST = 16
"""Columns beyond these are not tried as totals or shares of others: the ways to try are many."""


@dataclass(frozen=True, slots=True)
class Check:
    """One figure that follows from others; ``right`` is what they make where it does not agree."""

    cell: Cell
    agrees: bool
    right: str
    near: bool = False
    off: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Slip:
    """A figure at ``span`` that the others contradict; ``right`` is what they make."""

    span: Span
    right: str


def column_totals(doc: Document) -> Iterator[Slip]:
    """Totals and sub-totals of columns that are not the sum of their parts."""
    for table in tables(doc):
        best: list[Check] = []
        scaled = _scaled(doc, table)
        for plan in _plans(table):
            checks = [check for sums in plan for check in _column(table, scaled, *sums)]
            if not best or sum(c.agrees for c in checks) > sum(c.agrees for c in best):
                best = checks
        yield from _believed(best, alone=True)


def row_totals(doc: Document) -> Iterator[Slip]:
    """Totals of rows that are not the sum of their parts."""
    for table in tables(doc):
        scaled = _scaled(doc, table)
        for column in range(min(table.width, WIDEST)):
            if compiled(TOTAL_TITLE).search(table.title(column)):
                trials = [_row_sums(table, scaled, column, parts) for parts in _parts(table, column)]
                yield from _believed(max(trials, key=lambda checks: sum(c.agrees for c in checks), default=[]))


def growths(doc: Document) -> Iterator[Slip]:
    """Growth rates that do not follow from the two columns of values."""
    for table, column, first, last in _compared(doc, GROWTH_TITLE):
        yield from _believed(_follow(table, column, (first, last), _grown))


def changes(doc: Document) -> Iterator[Slip]:
    """Changes that are not the later value less the earlier one."""
    for table, column, first, last in _compared(doc, CHANGE_TITLE):
        yield from _believed(_follow(table, column, (first, last), _changed))


def shares(doc: Document) -> Iterator[Slip]:
    """Shares that are not the part divided by the total of its column."""
    for table in tables(doc):
        total = next((row for row in table.body if _is_total(table, row)), None)
        for column in range(1, min(table.width, WIDEST)):
            if total is not None and compiled(SHARE_TITLE).search(table.title(column)):
                trials = [_share_checks(table, column, of, total) for of in _numeric(table, range(column))]
                yield from _believed(max(trials, key=lambda checks: sum(c.agrees for c in checks), default=[]))


def rates(doc: Document) -> Iterator[Slip]:
    """Rates (完成率 …) that are not the one column divided by the other, where three rows bear that out."""
    for table in tables(doc):
        for column in range(2, min(table.width, WIDEST)):
            if compiled(RATE_TITLE).search(table.title(column)):
                near = _numeric(table, range(max(0, column - 4), column))
                trials = [_follow(table, column, pair, _divided) for pair in permutations(near, 2)]
                best = max(trials, key=lambda checks: sum(c.agrees for c in checks), default=[])
                if sum(check.agrees for check in best) >= 3:
                    yield from _believed(best)


def hundreds(doc: Document) -> Iterator[Slip]:
    """Columns of shares whose total is told as 100% and whose parts make another sum."""
    for table in tables(doc):
        plans = list(_plans(table))
        for column in range(1, table.width):
            if len(plans) == 1 and len(plans[0]) == 1 and compiled(SHARE_TITLE).search(table.title(column)):
                total, parts = plans[0][0]
                yield from _hundred(table, column, total, parts)


def serials(doc: Document) -> Iterator[Slip]:
    """The one place where a column of serial numbers is broken."""
    for table in tables(doc):
        for column in range(min(2, table.width)):
            if table.title(column) in ("序号", "编号"):
                yield from _broken(table, column)


def _believed(checks: Sequence[Check], alone: bool = False) -> Iterator[Slip]:
    """The slips among ``checks`` where most agree (or, with ``alone``, where the only one is nearly right)."""
    agree = sum(check.agrees for check in checks)
    wrong = [check for check in checks if not check.agrees]
    sole = alone and len(checks) == 1 and checks[0].near
    if sole or (agree >= (1 if alone else 2) and len(wrong) <= max(1, agree // 3)):
        for check in wrong:
            yield Slip(check.cell.span, check.right)


# -- columns -----------------------------------------------------------------------------------------------------------

Sums = tuple[int, Sequence[int]]
"""A row and the rows that it should be the sum of."""


def _is_total(table: Table, row: int) -> bool:
    return any(cell and cell.text in TOTALS for cell in table.rows[row][:3])


def _is_subtotal(table: Table, row: int) -> bool:
    return any(cell and cell.text.endswith(SUBTOTAL) for cell in table.rows[row][:3])


def _plans(table: Table) -> Iterator[list[Sums]]:
    """The ways in which the total rows may be made up."""
    totals = [row for row in table.body if _is_total(table, row)]
    groups = [row for row in table.body if _is_subtotal(table, row)]
    heads = {*totals, *groups}
    labels = {row: table.label(row) for row in table.body if row not in heads}
    items = [row for row, said in labels.items() if not compiled(NOT_AN_ITEM).search(said)]
    depths = {bool(compiled(LEVELS).match(said)) and said[0] in "（(" for said in labels.values()}
    depths |= {compiled(LEVELS).match(said) is None for said in labels.values()}
    if len(items) < len(labels) or not totals or len(depths) > 2 or _mixed(labels.values()):
        return
    if groups and len(totals) == 1:
        yield [(totals[0], groups), *_grouped(groups, items, heads, -1)]
        yield [(totals[0], groups), *_grouped(groups, items, heads, 1)]
        yield [(totals[0], items)]
    elif len(totals) == 1:
        below = [row for row in items if row > totals[0]]
        yield [(totals[0], below if totals[0] == table.head else [row for row in items if row < totals[0]])]
    elif not groups:
        yield list(_grouped(totals, items, heads, -1))


def _mixed(labels: Iterable[str]) -> bool:
    """Whether the labels are numbered at two levels: then some rows are parts of others."""
    marks = (compiled(LEVELS).match(said) for said in labels)
    kinds = {(mark[0].strip("0123456789一二三四五六七八九十") if mark else "") for mark in marks}
    return len(kinds) > 1


def _grouped(sums: Sequence[int], items: Sequence[int], heads: set[int], way: int) -> Iterator[Sums]:
    """Each row of ``sums`` with the items right above it (``way`` -1) or below it (1)."""
    known = set(items)
    for row in sums:
        parts, at = [], row + way
        while at in known and at not in heads:
            parts.append(at)
            at += way
        yield row, parts


def _column(table: Table, scaled: bool, total: int, parts: Sequence[int]) -> Iterator[Check]:
    """For each column that can be added up: whether ``total`` is the sum of ``parts``."""
    if len(parts) < 2 or _unlike(table, parts):
        return
    for column in range(table.width):
        title = table.title(column)
        cell, values = table.rows[total][column], table.values(column, parts)
        if cell and cell.value and values and title and not compiled(NOT_SUMMED).search(title):
            known = [value for value in values if value]
            units = {c.unit for row in [*parts, total] if (c := table.rows[row][column]) and c.value and c.unit}
            if len(known) >= 2 and len(units) <= 1:
                yield _sum_check(cell, cell.value, known, scaled)


def _unlike(table: Table, rows: Sequence[int]) -> bool:
    """Whether a column gives the rows different units of measure."""
    for column in range(table.width):
        if table.title(column) in ("单位", "计量单位"):
            said = {cell.text for row in rows if (cell := table.rows[row][column])}
            return len(said) > 1 and all(len(unit) <= 4 for unit in said)
    return False


def _sum_check(cell: Cell, said: Rounded, parts: Sequence[Rounded], scaled: bool) -> Check:
    added = sum((part.value for part in parts), Decimal(0))
    off = abs(added - said.value)
    slack = sum((part.step for part in [*parts, said]), Decimal(0)) / 2
    exact = all(part.step == 1 for part in [*parts, said]) and not scaled
    agrees = off <= (0 if exact else slack)
    near = off <= abs(said.value) * Decimal("0.3")
    return Check(cell, agrees, to_arabic(added), near, said.value - added)


def _scaled(doc: Document, table: Table) -> bool:
    """Whether the figures are rounded to 万元 or the like, so that sums may be off by a little."""
    first = next((cell.span.start for row in table.rows for cell in row if cell), 0)
    head = "".join(table.title(column) for column in range(table.width))
    return bool(compiled(SCALED).search(doc.text[max(0, first - NEAR) : first] + head))


# -- rows --------------------------------------------------------------------------------------------------------------


def _numeric(table: Table, columns: Iterable[int]) -> list[int]:
    """The columns that hold figures which can be added up."""
    return [
        column
        for column in columns
        if not compiled(NOT_SUMMED).search(table.title(column))
        and any((cell := table.rows[row][column]) and cell.value for row in table.body)
    ]


def _parts(table: Table, total: int) -> Iterator[list[int]]:
    """The runs of columns beside ``total`` that it may be the sum of."""
    right = _numeric(table, range(total + 1, min(table.width, total + 1 + WIDEST)))
    left = _numeric(table, range(total))
    for side in (right, left[::-1]):
        stop = next((i for i, c in enumerate(side) if compiled(TOTAL_TITLE).search(table.title(c))), len(side))
        for count in range(2, min(stop, MOST_PARTS) + 1):
            yield side[:count]
        groups = [c for c in side if compiled(TOTAL_TITLE).search(table.title(c))]
        if len(groups) >= 2:
            yield groups


def _row_sums(table: Table, scaled: bool, total: int, parts: Sequence[int]) -> list[Check]:
    checks = []
    for row in table.body:
        cell, cells = table.rows[row][total], [table.rows[row][part] for part in parts]
        known = [c.value for c in cells if c and c.value]
        sure = all(c and (c.value or c.blank) for c in cells)
        if cell and cell.value and sure and len(known) >= 2 and len({c.unit for c in cells if c and c.value}) == 1:
            checks.append(_sum_check(cell, cell.value, known, scaled))
    if checks and _is_total(table, table.body[-1]) and checks[-1].cell is table.rows[-1][total]:
        carried = sum((check.off for check in checks[:-1] if not check.agrees), Decimal(0))
        if not checks[-1].agrees and checks[-1].off == carried:
            return checks[:-1]
    return checks


# -- shares, growth, changes -------------------------------------------------------------------------------------------

Follows = Callable[[Rounded, Rounded, Rounded], tuple[bool, str]]


def _compared(doc: Document, title: str) -> Iterator[tuple[Table, int, int, int]]:
    """Columns with ``title`` and, before them, the columns of the earlier and of the later value."""
    for table in tables(doc):
        for column in range(2, table.width):
            if compiled(title).search(table.title(column)):
                pair = _two_times(table, column)
                if pair:
                    yield table, column, *pair


def _two_times(table: Table, column: int) -> tuple[int, int] | None:
    """The two columns right before ``column``, the earlier first; None where the head does not tell which is which."""
    one, two = column - 2, column - 1
    ours, theirs = table.title(one), table.title(two)
    years = [compiled(YEAR).findall(said) for said in (ours, theirs)]
    if len(years[0]) == len(years[1]) == 1:
        gap = int(years[1][0]) - int(years[0][0])
        return (one, two) if gap == 1 else (two, one) if gap == -1 else None
    if compiled(BEFORE_TITLE).search(ours) and not compiled(BEFORE_TITLE).search(theirs):
        return one, two
    if compiled(BEFORE_TITLE).search(theirs) and not compiled(BEFORE_TITLE).search(ours):
        return two, one
    return None


def _follow(table: Table, column: int, pair: tuple[int, int], follows: Follows) -> list[Check]:
    checks = []
    for row in table.body:
        cell, first, last = (table.rows[row][at] for at in (column, *pair))
        if cell and cell.value and first and first.value and last and last.value and first.value.value > 0:
            agrees, right = follows(cell.value, first.value, last.value)
            checks.append(Check(cell, agrees, right))
    return checks


def _grown(said: Rounded, first: Rounded, last: Rounded) -> tuple[bool, str]:
    right = (last.value - first.value) / first.value * 100
    return said.meets(*growth(first, last)), show(right, min(said.step, Decimal("0.1"))) + "%"


def _divided(said: Rounded, whole: Rounded, part: Rounded) -> tuple[bool, str]:
    right = part.value / whole.value * 100
    return abs(said.value - right) <= said.step, show(right, min(said.step, Decimal("0.1"))) + "%"


def _changed(said: Rounded, first: Rounded, last: Rounded) -> tuple[bool, str]:
    right = last.value - first.value
    slack = (said.step + first.step + last.step) / 2
    exact = said.step == first.step == last.step == 1
    return abs(right - said.value) <= (0 if exact else slack), to_arabic(right)


def _share_checks(table: Table, column: int, of: int, total: int) -> list[Check]:
    checks = []
    whole = table.rows[total][of]
    for row in table.body if whole and whole.value and whole.value.value > 0 else ():
        cell, part = table.rows[row][column], table.rows[row][of]
        if row != total and cell and cell.value and part and part.value and whole and whole.value:
            right = part.value.value / whole.value.value * 100
            agrees = cell.value.meets(*share(part.value, whole.value))
            checks.append(Check(cell, agrees, show(right, min(cell.value.step, Decimal("0.1"))) + "%"))
    return checks


def _hundred(table: Table, column: int, total: int, parts: Sequence[int]) -> Iterator[Slip]:
    cell, values = table.rows[total][column], table.values(column, parts)
    if not (cell and cell.value and cell.value.value == 100 and values):
        return
    known = [value for value in values if value]
    added = sum((value.value for value in known), Decimal(0))
    slack = sum((value.step for value in known), Decimal(0)) / 2
    if len(known) >= 2 and slack < abs(added - 100) <= 12:
        yield Slip(cell.span, to_arabic(added) + "%")


def _broken(table: Table, column: int) -> Iterator[Slip]:
    cells = [cell for row in table.body if (cell := table.rows[row][column]) and cell.value and not cell.unit]
    numbers = [int(cell.value.value) for cell in cells if cell.value]
    if len(numbers) < 4 or numbers[0] != 1:
        return
    wrong = [at for at in range(1, len(numbers)) if numbers[at] not in (numbers[at - 1] + 1, 1)]
    if len(wrong) == 2 and wrong[1] == wrong[0] + 1 and numbers[wrong[1]] == numbers[wrong[0] - 1] + 2:
        wrong.pop()
    if len(wrong) == 1 and abs(numbers[wrong[0]] - numbers[wrong[0] - 1] - 1) <= 9:
        yield Slip(cells[wrong[0]].span, str(numbers[wrong[0] - 1] + 1))
