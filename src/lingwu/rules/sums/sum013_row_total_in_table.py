"""表格中“合计”“小计”一列应等于同一行各列之和。

由哪几列相加，看多数行：至少有两行对得上而个别行对不上的，才提示对不上的。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Strength, whole
from lingwu.structure.table_sums import row_totals


def _find(doc: Document) -> Iterator[Hit]:
    return (Hit(slip.span, says={"right": slip.right}) for slip in row_totals(doc))


rule = Rule(
    code="SUM013",
    title="表格一行的合计不符",
    basis=Basis("数据勾稽关系", strength=Strength.RECOMMENDED, note="合计=各列之和"),
    message="按这一行各列相加是{right}，这里的合计是“{old}”，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "地区\t男\t女\t合计\n甲\t10\t20\t30\n乙\t11\t22\t33\n丙\t5\t6\t⟦12⟧\n丁\t7\t8\t15\n": None,
        "科室\t合计\t编内\t编外\n一科\t8\t5\t3\n二科\t6\t4\t2\n三科\t⟦9⟧\t4\t4\n四科\t5\t5\t—\n五科\t3\t2\t1\n": None,
    },
    good=[
        "地区\t男\t女\t合计\n甲\t10\t20\t30\n乙\t11\t22\t33\n丙\t5\t6\t11\n",
        "科室\t合计\t男\t女\t党员\n一科\t8\t5\t3\t4\n二科\t6\t4\t2\t5\n三科\t9\t5\t4\t9\n",
        "地区\t单价\t数量\t合计\n甲\t10\t2\t20\n乙\t11\t3\t33\n丙\t5\t6\t30\n",
    ],
)
