"""中文语句里的冒号用全角“：”，不用半角“:”。

时间（9:30）、比例（3:1）、网址和外文里的冒号不改；“上午 9:30”这样的写法不受影响。
"""

from lingwu.rule import Basis, Rule, Safety, Strength, pattern
from lingwu.text.width import ADDRESS, HAN

rule = Rule(
    code="PUN003",
    title="半角冒号",
    basis=Basis("GB/T 15834—2011", "4.7", Strength.RECOMMENDED),
    message="中文语句里的冒号应用全角“：”。",
    find=pattern(
        rf"(?<=[{HAN}”’》〉）〕]):(?![/\\]) ?|(?<=[0-9A-Za-z]): ?(?=[“‘《])",
        "：",
        unless=rf"{ADDRESS}|[{HAN}]{{1,6}}(?::[{HAN}]{{1,6}})+ ?[=＝] ?\d",
    ),
    safety=Safety.SAFE,
    bad={
        "老话说得好:“一分耕耘，一分收获。”": "老话说得好：“一分耕耘，一分收获。”",
        "联系人: 张三": "联系人：张三",
    },
    good=["会议定于上午9:30召开。", "按3:1的比例配置。", "网址为http://例.cn。", "会议要求如下：", "按水泥:砂=1:3拌制"],
)
