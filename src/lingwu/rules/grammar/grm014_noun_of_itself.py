"""“……问题的问题”“……工作的工作”：同一个名词在“的”的两边各出现一次，多是改稿时留下的。"""

from lingwu.rule import Basis, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="GRM014",
    title="“问题的问题”",
    basis=Basis("《现代汉语词典》（第7版）", "用法", Strength.RECOMMENDED),
    message="“{old}”重复，可简作“{new}”。",
    find=pattern(
        r"(?<!没有)(?P<w>情况|意见|措施|方案|办法|通知|要求|任务|活动|制度|机制)的(?P=w)(?![\u4e00-\u9fa5]?书)",
        r"\g<w>",
    ),
    severity=Severity.DOUBT,
    safety=Safety.CONFIRM,
    bad={"关于学习情况的情况如下": "关于学习情况如下", "落实措施的措施不力": "落实措施不力"},
    good=["没有办法的办法", "学习情况", "措施的落实", "工作的情况", "意见的办法"],
)
