"""中文语句里的逗号用全角“，”，不用半角“,”。

数字的分节号（如1,000,000）、外文语句和程序代码里的逗号不改。逗号后面多打的半角空格一并去掉。
"""

from lingwu.rule import Basis, Rule, Safety, Strength, pattern
from lingwu.text.width import ADDRESS, HAN

rule = Rule(
    code="PUN001",
    title="半角逗号",
    basis=Basis("GB/T 15834—2011", "4.4", Strength.RECOMMENDED),
    message="中文语句里的逗号应用全角“，”。",
    find=pattern(
        rf"(?<=[{HAN}”’》〉）〕]),(?![ ]?[a-z]+ [a-z]) ?|(?<=[0-9A-Za-z%℃]), ?(?=[{HAN}“‘《（])", "，", unless=ADDRESS
    ),
    safety=Safety.SAFE,
    bad={
        "请各单位,按时报送材料。": "请各单位，按时报送材料。",
        "同比增长5.2%, 创历史新高。": "同比增长5.2%，创历史新高。",
    },
    good=[
        "总投资1,200,000元。",
        "执行标准为“ISO 9001, ISO 14001”两项。",
        "登录https://例.cn/a,b查询。",
        "请各单位，按时报送。",
    ],
)
