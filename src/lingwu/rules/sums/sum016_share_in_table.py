"""表格中“占比”一列应等于同一行的数除以合计，“完成率”一类应等于同一行的两个数相除。多数行推算得出而个别行不符的，才提示。"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Strength, whole
from lingwu.structure.table_sums import rates, shares


def _find(doc: Document) -> Iterator[Hit]:
    return (Hit(slip.span, says={"right": slip.right}) for slip in dict.fromkeys((*shares(doc), *rates(doc))))


rule = Rule(
    code="SUM016",
    title="表格中占比、比率与数量不符",
    basis=Basis("数据勾稽关系", strength=Strength.RECOMMENDED, note="占比=部分÷合计"),
    message="按表中的数和合计推算应为{right}，这里是“{old}”，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "类别\t户数\t占比\n甲\t30\t30%\n乙\t50\t50%\n丙\t20\t⟦25%⟧\n合计\t100\t105%\n": None,
        "镇\t任务\t完成\t完成率\n甲\t10\t8\t80%\n乙\t20\t20\t100%\n丙\t5\t3\t60%\n丁\t8\t6\t⟦85%⟧\n": None,
        "类别\t金额\t比重（%）\n甲\t300\t30.0\n乙\t500\t⟦45.0⟧\n丙\t200\t20.0\n合计\t1000\t100.0\n": None,
    },
    good=[
        "类别\t户数\t占比\n甲\t30\t30%\n乙\t50\t50%\n丙\t20\t20%\n合计\t100\t100%\n",
        "镇\t任务\t完成\t合格率\n甲\t10\t8\t90%\n乙\t20\t20\t100%\n丙\t5\t3\t60%\n丁\t8\t6\t85%\n",
        "地区\t户数\t贫困户占比\n甲\t30\t12%\n乙\t50\t9%\n丙\t20\t8%\n合计\t100\t10%\n",
        "类别\t户数\t占比\n甲\t30\t30%\n乙\t50\t50%\n丙\t20\t20%\n",
    ],
)
