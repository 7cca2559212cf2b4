"""表格中“合计”“总计”“小计”一行应等于上面（或下面）各行之和。

只在看得准时提示：行名分出两级（“其中”“（一）”与“1.”并用）的、单位不一的、占比和增长率一类不能相加的列不看；以万元、亿元
为单位的，容许四舍五入的尾差；空格、“—”作零。同一张表多数列对得上，才认为算法找对了。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Strength, whole
from lingwu.structure.table_sums import column_totals


def _find(doc: Document) -> Iterator[Hit]:
    return (Hit(slip.span, says={"right": slip.right}) for slip in column_totals(doc))


rule = Rule(
    code="SUM012",
    title="表格一列的合计不符",
    basis=Basis("数据勾稽关系", strength=Strength.RECOMMENDED, note="合计=各行之和"),
    message="按表中各行相加是{right}，这里的合计是“{old}”，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "地区\t户数\t人数\n甲村\t120\t400\n乙村\t80\t310\n合计\t⟦210⟧\t710\n": None,
        "项目\t金额（元）\n会议费\t3,000\n培训费\t4,500\n印刷费\t—\n合　计\t⟦7,600⟧\n": None,
        "类别\t数量\n合计\t⟦31⟧\n桌\t10\n椅\t20\n": None,
        "片区\t村\t户数\t人数\n东片\t甲\t10\t30\n东片\t乙\t20\t50\n东片\t小计\t⟦40⟧\t80\n西片\t丙\t5\t9\n西片\t丁\t6\t8\n西片\t小计\t11\t17\n总计\t总计\t51\t97\n": None,
    },
    good=[
        "地区\t户数\t人数\n甲村\t120\t400\n乙村\t80\t310\n合计\t200\t710\n",
        "单位：万元\n项目\t金额\n甲\t12\n乙\t15\n合计\t28\n",
        "项目\t户数\n户籍\t120\n其中：低保\t20\n外来\t30\n合计\t150\n",
        "地区\t户均收入\n甲村\t120\n乙村\t80\n合计\t98\n",
        "指标\t单位\t数量\n公路\t公里\t12\n桥\t座\t3\n合计\t项\t2\n",
        "片区\t村\t户数\n东片\t甲\t10\n东片\t乙\t20\n东片\t小计\t30\n西片\t丙\t5\n西片\t丁\t6\n西片\t小计\t11\n总计\t总计\t41\n",
    ],
)
