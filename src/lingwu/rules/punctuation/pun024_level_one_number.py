"""汉字数字作序号而不带括号，后面用顿号：“一、”“二、”，不用逗号、句点、冒号。"""

from lingwu.rule import Basis, Rule, Safety, pattern

rule = Rule(
    code="PUN024",
    title="汉字序号后的标点",
    basis=Basis("GB/T 15834—2011", "附录B.3.2"),
    message="汉字数字作序号，后面应用顿号，写作“{new}”。",
    find=pattern(r"^[ \u3000]*(?P<x>([一二三四五六七八九十]{1,3})[，,．.：:。] ?)(?=[\u4e00-\u9fff“《])", r"\2、"),
    safety=Safety.SAFE,
    bad={
        "一，提高思想认识": "一、提高思想认识",
        "二.加强组织领导": "二、加强组织领导",
    },
    good=["一、提高思想认识", "二是加强组织领导。", "（三）强化保障", "三，"],
)
