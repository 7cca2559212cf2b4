"""两项并列的缩略语中间用顿号：二、三季度，一、二等奖。不用顿号就成了概数。"""

from lingwu.rule import Basis, Rule, Severity, pattern

rule = Rule(
    code="PUN023",
    title="缩略并列项之间缺顿号",
    basis=Basis("GB/T 15834—2011", "4.5.3.4"),
    message="这里并列的是两项，“{old}”中间应用顿号，写作“{new}”。",
    find=pattern(
        r"(?<![一二三四五六七八九十百〇、])(?P<x>一二|二三|三四)(?=季度|等奖|年级|标段|号楼|审法院)",
        lambda match: "、".join(match["x"]),
    ),
    severity=Severity.DOUBT,
    bad={
        "预计二三季度增速回升。": "预计二、三季度增速回升。",
        "分设一二等奖若干名。": "分设一、二等奖若干名。",
    },
    good=["预计二、三季度增速回升。", "推动一二三产业融合发展。", "来了二三十人。", "一二线城市"],
)
