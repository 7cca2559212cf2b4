"""引用法规的款、项，序数照原文用汉字，“第”字不省：第三条第二款第（一）项。

“第三条第2款”宜写作“第三条第二款”，“第三条二款”缺“第”字。合同、标准的条款用阿拉伯数字编号的，不在此列：只看“条”的序号是汉字的。
"""

import re

from lingwu.rule import Basis, Rule, Severity, Strength, pattern
from lingwu.structure.ordinals import chinese


def _mended(match: re.Match[str]) -> str:
    return f"第{chinese(int(match['n'])) if match['n'] else match['han']}款"


rule = Rule(
    code="LAW010",
    title="引用款的序数",
    basis=Basis("立法技术规范（试行）（一）", "", Strength.CUSTOM, "引用条款，序数用汉字"),
    message="引用款，宜写作“{new}”。",
    find=pattern(
        r"第[一二三四五六七八九十百千零]{1,7}条(?:之[一二三四五])?(?P<x>第(?P<n>[1-9]\d?)款|(?P<han>[一二三四五六七八九十]{1,2})款)(?=[第的规之，。、；和）]|$)",
        _mended,
    ),
    severity=Severity.ADVICE,
    bad={
        "依照本法第三条第2款的规定": "依照本法第三条第二款的规定",
        "违反条例第十条一款的规定": "违反条例第十条第一款的规定",
    },
    good=["依照本法第三条第二款的规定", "合同第3条第2款的约定", "三条款项", "第三条款项支付"],
)
