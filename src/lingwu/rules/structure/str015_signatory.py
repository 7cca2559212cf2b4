"""“签发人”三字后标全角冒号，冒号后标注签发人姓名。

“签发人:张三”“签发人 张三”应写作“签发人：张三”。
"""

from lingwu.rule import Basis, Rule, Safety, pattern

rule = Rule(
    code="STR015",
    title="签发人的标注",
    basis=Basis("GB/T 9704—2012", "7.2.6"),
    message="“签发人”三字后用全角冒号，“{old}”应写作“{new}”。",
    find=pattern(
        r"(?:^|(?<=号)[ 　\t]*)(?P<x>签发人(?:[ 　]*[:︰][ 　]*|[ 　]+))(?=[一-鿿]{2,4}[ 　]*$)",
        lambda match: "签发人：",
    ),
    safety=Safety.SAFE,
    bad={
        "签发人:张三": "签发人：张三",
        "示政发〔2024〕8号　　签发人 李四": "示政发〔2024〕8号　　签发人：李四",
    },
    good=["签发人：张三", "签发人 应当审核全文", "由签发人：张三签字"],
)
