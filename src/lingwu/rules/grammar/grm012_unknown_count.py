"""“等”已表示列举未尽，后面再用“之类”“诸如此类”意思重复；列举前已有“诸如”“例如”的，不必再用“等等”。"""

from lingwu.rule import Basis, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="GRM012",
    title="“等”和“之类”重复",
    basis=Basis("图书编校质量差错认定细则", "第22条", Strength.RECOMMENDED),
    message="“{old}”与“等”重复，可删去。",
    find=pattern(
        r"等(?:等)?(?P<x>之类|诸如此类|一类)的?(?=[，。；、\u4e00-\u9fa5])",
        "",
        unless=r"[一二三四甲乙丙丁上中下高初优同平特头]等[等]?(?:之类|一类)",
    ),
    severity=Severity.DOUBT,
    safety=Safety.CONFIRM,
    bad={"水果、蔬菜等之类农产品": "水果、蔬菜等农产品", "会议、文件等诸如此类工作": "会议、文件等工作"},
    good=["水果、蔬菜之类", "甲等一类企业名单", "中等之类"],
)
