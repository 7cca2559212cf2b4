"""表头写明两个年份（或上年、本年）并有“增长”“同比”一列的，增长率应与两年的数相符。

按可比价格计算的等整列都推算不出的，不提示；多数行推算得出而个别行不符的，才提示。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Strength, whole
from lingwu.structure.table_sums import growths


def _find(doc: Document) -> Iterator[Hit]:
    return (Hit(slip.span, says={"right": slip.right}) for slip in growths(doc))


rule = Rule(
    code="SUM015",
    title="表格中增长率与两年的数不符",
    basis=Basis("数据勾稽关系", strength=Strength.RECOMMENDED, note="增长率=（本年数−上年数）÷上年数"),
    message="按表中两年的数推算应为{right}，这里是“{old}”，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "地区\t2023年\t2024年\t增长\n甲\t100\t110\t10%\n乙\t200\t210\t5%\n丙\t100\t150\t⟦40%⟧\n": None,
        "地区\t本年\t上年\t同比（%）\n甲\t120\t100\t20.0\n乙\t90\t100\t-10.0\n丙\t130\t100\t⟦35.0⟧\n丁\t99\t90\t10.0\n": None,
    },
    good=[
        "地区\t2023年\t2024年\t增长\n甲\t100\t110\t10%\n乙\t200\t210\t5%\n丙\t100\t150\t50%\n",
        "地区\t2023年\t2024年\t增长\n甲\t100\t110\t8%\n乙\t200\t210\t3%\n丙\t100\t150\t45%\n",
        "地区\t2019年\t2024年\t年均增长\n甲\t100\t110\t1.9%\n乙\t200\t210\t1.0%\n丙\t100\t150\t8.4%\n",
    ],
)
