"""“能否”“是否”说的是两面，“关键”“保证”“前提”后面也要有两面；只说一面，前后不合。"""

from lingwu.rule import Basis, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="GRM013",
    title="两面对一面",
    basis=Basis("图书编校质量差错认定细则", "第22条", Strength.RECOMMENDED),
    message="“{old}”说的是两面，后面只说一面，前后不相应。",
    find=pattern(
        r"(?<![^\s，。！？；])[^，。；：！？否\n]{0,10}(?P<x>能否|是否|能不能|是不是)[^，。；：！？否\n]{2,24}，?是[^，。；：！？否\n]{2,20}的[^，。；：否\n]{0,4}"
        r"(?:关键|前提|保证|基础|保障|根本|重要标志|必要条件)(?=[，。；])",
    ),
    severity=Severity.DOUBT,
    safety=Safety.SHOW,
    bad={"⟦能否⟧抓好落实，是做好工作的关键。": None, "⟦是否⟧团结一致，是取得胜利的保证。": None},
    good=["抓好落实，是做好工作的关键。", "能否抓好落实，关系到能否完成任务。", "能否抓好落实，是能否完成任务的关键。"],
)
