"""表格的“序号”一列应当连续：增删行后忘了顺改，会缺号或重号。

从1重新编起的、摘录部分行的（不从1起、多处不连）不提示。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Strength, whole
from lingwu.structure.table_sums import serials


def _find(doc: Document) -> Iterator[Hit]:
    return (Hit(slip.span, says={"right": slip.right}) for slip in serials(doc))


rule = Rule(
    code="SUM017",
    title="表格序号不连续",
    basis=Basis("数据勾稽关系", strength=Strength.RECOMMENDED, note="序号连续"),
    message="序号应为{right}，这里是“{old}”，请核对是否漏行或未顺改。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "序号\t姓名\n1\t甲\n2\t乙\n⟦4⟧\t丙\n5\t丁\n": None,
        "序号\t姓名\n1\t甲\n2\t乙\n⟦2⟧\t丙\n3\t丁\n4\t戊\n": None,
    },
    good=[
        "序号\t姓名\n1\t甲\n2\t乙\n3\t丙\n4\t丁\n",
        "序号\t姓名\n1\t甲\n2\t乙\n1\t丙\n2\t丁\n",
        "序号\t姓名\n3\t甲\n8\t乙\n15\t丙\n16\t丁\n",
        "序号\t姓名\n1\t甲\n5\t乙\n9\t丙\n16\t丁\n",
    ],
)
