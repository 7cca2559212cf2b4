"""表格中“占比”“比重”一列，合计是100%的，各行相加也应是100%，容许四舍五入的尾差。"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Strength, whole
from lingwu.structure.table_sums import hundreds


def _find(doc: Document) -> Iterator[Hit]:
    return (Hit(slip.span, says={"right": slip.right}) for slip in hundreds(doc))


rule = Rule(
    code="SUM014",
    title="表格中占比相加不是100%",
    basis=Basis("数据勾稽关系", strength=Strength.RECOMMENDED, note="各部分占比之和为100%"),
    message="各行占比相加是{right}，合计写作“{old}”，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "类别\t占比\n甲\t30%\n乙\t50%\n丙\t25%\n合计\t⟦100%⟧\n": None,
        "类别\t户数\t比重（%）\n甲\t30\t30.0\n乙\t50\t45.0\n丙\t20\t20.0\n合计\t100\t⟦100.0⟧\n": None,
    },
    good=[
        "类别\t占比\n甲\t30%\n乙\t50%\n丙\t20%\n合计\t100%\n",
        "类别\t占比\n甲\t33.3%\n乙\t33.3%\n丙\t33.3%\n合计\t100%\n",
        "类别\t占比\n甲\t30%\n其中：小甲\t10%\n乙\t70%\n合计\t100%\n",
    ],
)
