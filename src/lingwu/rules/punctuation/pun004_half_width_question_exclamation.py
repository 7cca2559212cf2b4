"""中文语句里的问号、叹号用全角“？”“！”，不用半角“?”“!”。"""

from lingwu.rule import Basis, Rule, Safety, Strength, pattern
from lingwu.text.width import ADDRESS, FULL, HAN

rule = Rule(
    code="PUN004",
    title="半角问号和叹号",
    basis=Basis("GB/T 15834—2011", "4.2、4.3", Strength.RECOMMENDED),
    message="中文语句里的“{old}”应用全角“{new}”。",
    find=pattern(rf"(?<=[{HAN}”’》〉）〕])[?!](?![=A-Za-z])", lambda match: FULL[match[0]], unless=ADDRESS),
    safety=Safety.SAFE,
    bad={
        "问题出在哪里?": "问题出在哪里？",
        "祝大会圆满成功!": "祝大会圆满成功！",
    },
    good=["问题出在哪里？", "What is it? 请作答。", "网址https://例.cn/查询?id=3已开通。", "a!=b表示不相等。"],
)
