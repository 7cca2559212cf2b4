"""中文语句里的分号用全角“；”，不用半角“;”。网页残留的“&nbsp;”一类代码另有规则。"""

from lingwu.rule import Basis, Rule, Safety, Strength, pattern
from lingwu.text.width import ADDRESS, HAN

rule = Rule(
    code="PUN002",
    title="半角分号",
    basis=Basis("GB/T 15834—2011", "4.6", Strength.RECOMMENDED),
    message="中文语句里的分号应用全角“；”。",
    find=pattern(rf"(?<=[{HAN}”’》〉）〕]); ?|(?<=[0-9%℃]); ?(?=[{HAN}“‘《（])", "；", unless=ADDRESS),
    safety=Safety.SAFE,
    bad={
        "一要明确责任;二要抓好落实。": "一要明确责任；二要抓好落实。",
        "完成率95%; 群众满意率98%。": "完成率95%；群众满意率98%。",
    },
    good=["一要明确责任；二要抓好落实。", "页面里残留了“&nbsp;甲”一类代码。", "命令为“a=1;b=2”。"],
)
