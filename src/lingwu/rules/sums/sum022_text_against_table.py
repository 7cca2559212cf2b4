"""正文里的数应与表格里同一项的数一致：表中“会议费”是30万元，正文写“会议费35万元”，必有一处写错。

只看表格只有一列数、项目名称只出现一次、单位相同、正文里项目名称紧挨着数的。
"""

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from lingwu.rule import Basis, Document, Hit, Kind, Rule, Severity, Span, Strength, whole
from lingwu.structure.tables import Table, tables
from lingwu.text.numerals import SCALES
from lingwu.text.regexes import compiled
from lingwu.text.rounded import UNIT, Rounded, rounded

HEAD_UNIT = rf"[（(](?P<s>万亿|万|亿)?(?P<u>{UNIT})[）)]$"
AMOUNT = rf"(?:共|共计|为|是|达|合计)?(?P<n>\d[\d,]{{0,14}}(?:\.\d{{1,4}})?)(?P<s>万亿|万|亿)?(?P<u>{UNIT})"
MOST = 40
"""Tables and rows beyond these many are not looked up in the text."""
NO_LABEL = ("合计", "总计", "小计", "共计", "其他", "其它")


def _entries(table: Table) -> Iterator[tuple[str, Rounded, str]]:
    """Label, value and unit of each row, where the table has one column of figures with a unit."""
    columns = [c for c in range(table.width) if any((x := table.rows[r][c]) and x.value for r in table.body)]
    columns = [c for c in columns if table.title(c) not in ("序号", "编号")]
    unit = compiled(HEAD_UNIT).search(table.title(columns[0])) if len(columns) == 1 else None
    counts = Counter(table.label(row) for row in table.body)
    for row in table.body if unit else ():
        cell, label = table.rows[row][columns[0]], table.label(row)
        if unit and cell and cell.value and not cell.unit and counts[label] == 1:
            size = SCALES[unit["s"] or ""]
            value = Rounded(cell.value.value * size, cell.value.step * size)
            if 3 <= len(label) <= 20 and label not in NO_LABEL:
                yield label, value, unit["u"]


def _find(doc: Document) -> Iterator[Hit]:
    for table in tables(doc)[:MOST]:
        for label, value, unit in islice(_entries(table), MOST):
            at = doc.text.find(label)
            while at >= 0:
                match = compiled(AMOUNT).match(doc.text, at + len(label))
                said = rounded(match["n"], match["s"]) if match and match["u"] == unit else value
                if match and _in_text(doc, table, at) and not said.meets(value.low, value.high):
                    yield Hit(Span(match.start("n"), match.end("u")), says={"label": label})
                at = doc.text.find(label, at + len(label))


def _in_text(doc: Document, table: Table, at: int) -> bool:
    """Whether what stands at ``at`` is a name by itself in the running text."""
    block = doc.block_at(at)
    edge = doc.text[at - 1 : at] in ("，", "、", "：", "；", "。", "中", "", "\n", " ", "　")
    return edge and block is not None and block.kind is not Kind.CELL and not _within(table, at)


def _within(table: Table, at: int) -> bool:
    spans = [cell.span for row in table.rows for cell in row if cell]
    return spans[0].start <= at <= spans[-1].end


rule = Rule(
    code="SUM022",
    title="正文与表格的数不一",
    basis=Basis("数据勾稽关系", strength=Strength.RECOMMENDED, note="同一项目的数前后一致"),
    message="“{label}”在正文是“{old}”，与表格中的数不一致，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "支出安排中，会议费⟦35万元⟧，培训费20万元。\n项目\t金额（万元）\n会议费\t30\n培训费\t20\n合计\t50\n": None,
        "全镇受灾，大河村⟦120户⟧，小河村80户。\n村名\t户数（户）\n大河村\t110\n小河村\t80\n合计\t190\n": None,
    },
    good=[
        "支出安排中，会议费30万元，培训费20万元。\n项目\t金额（万元）\n会议费\t30\n培训费\t20\n合计\t50\n",
        "上年会议费35万元。\n项目\t金额（万元）\n会议费\t30\n培训费\t20\n合计\t50\n",
        "支出安排中，会议费0.3亿元。\n项目\t金额（万元）\n会议费\t3000\n培训费\t20\n合计\t3020\n",
        "会议费35人次。\n项目\t金额（万元）\n会议费\t30\n培训费\t20\n合计\t50\n",
    ],
)
