"""表头写明两个年份（或上年、本年）并有“增减额”“净增”一列的，增减数应等于后数减前数。多数行相符而个别行不符的，才提示。"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Strength, whole
from lingwu.structure.table_sums import changes


def _find(doc: Document) -> Iterator[Hit]:
    return (Hit(slip.span, says={"right": slip.right}) for slip in changes(doc))


rule = Rule(
    code="SUM018",
    title="表格中增减数与两年的数不符",
    basis=Basis("数据勾稽关系", strength=Strength.RECOMMENDED, note="增减数=本年数−上年数"),
    message="按表中两年的数推算应为{right}，这里是“{old}”，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "地区\t2023年\t2024年\t增减额\n甲\t100\t110\t10\n乙\t200\t210\t10\n丙\t100\t150\t⟦40⟧\n": None,
        "地区\t本年\t上年\t净增\n甲\t120\t100\t20\n乙\t90\t100\t-10\n丙\t130\t100\t⟦35⟧\n": None,
    },
    good=[
        "地区\t2023年\t2024年\t增减额\n甲\t100\t110\t10\n乙\t200\t210\t10\n丙\t100\t150\t50\n",
        "地区\t2023年\t2024年\t其他净增\n甲\t100\t110\t8\n乙\t200\t210\t3\n丙\t100\t150\t45\n",
        "地区\t2021年\t2024年\t增减额\n甲\t100\t110\t8\n乙\t200\t210\t10\n丙\t100\t150\t50\n",
    ],
)
