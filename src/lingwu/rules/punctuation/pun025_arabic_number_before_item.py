"""阿拉伯数字作序号而不带括号，后面用下脚点：“1.”，不用顿号。"""

from lingwu.rule import Basis, Rule, Safety, pattern

rule = Rule(
    code="PUN025",
    title="阿拉伯数字序号后的标点",
    basis=Basis("GB/T 15834—2011", "附录B.3.3"),
    message="阿拉伯数字作序号，后面应用下脚点，写作“{new}”。",
    find=pattern(r"(?:^[ \u3000]*|(?<=附件：))(?P<x>(\d{1,2})[、，,。] ?)(?=[\u4e00-\u9fff“《])", r"\2."),
    safety=Safety.SAFE,
    bad={
        "1、加强组织领导": "1.加强组织领导",
        "12、完善工作机制": "12.完善工作机制",
    },
    good=["1.加强组织领导", "5、6月份", "见第1、2项", "（1）完善机制"],
)
