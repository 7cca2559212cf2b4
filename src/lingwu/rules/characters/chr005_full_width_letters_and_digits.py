"""中文文本里的阿拉伯数字和拉丁字母用半角，百分号也用半角。"""

from lingwu.rule import Basis, Rule, Safety, Strength, pattern
from lingwu.text.width import halved

rule = Rule(
    code="CHR005",
    title="全角数字和字母",
    basis=Basis("公文用字习惯", "", Strength.CUSTOM, "数字、字母和百分号用半角"),
    message="数字、字母应用半角，“{old}”应写作“{new}”。",
    find=pattern("[０-９Ａ-Ｚａ-ｚ％]+(?:[．／－][０-９Ａ-Ｚａ-ｚ％]+)*|(?<=[0-9])％", lambda match: halved(match[0])),
    safety=Safety.SAFE,
    bad={
        "２０２４年全市": "2024年全市",
        "同比增长５．２％。": "同比增长5.2%。",
    },
    good=["2024年全市", "同比增长5.2%。", "1．总体要求"],
)
