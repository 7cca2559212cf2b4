"""一句话里“现”“特”只写一次：“现将有关情况现总结如下”应作“现将有关情况总结如下”，“现将现就”是两个开头粘在一起。"""

import re

from lingwu.rule import Basis, Role, Rule, Severity, Strength, pattern

SAYS = "总结|汇报|报告|通报|通知|公告|通告|答复|批复|说明|介绍|公布|公示|提出|纪要|函复"


def _once(match: re.Match[str]) -> str:
    if match["both"]:
        return match["both"][:2]
    return match["head"] + match["says"]


rule = Rule(
    code="WRD060",
    title="“现”字重出",
    basis=Basis("公文写作习惯", strength=Strength.CUSTOM, note="引出下文的“现”字只写一次"),
    message="“{old}”里“现”字重出，宜写作“{new}”。",
    find=pattern(
        rf"(?P<both>现将现就|现就现将)|(?P<head>现[将就对][^，。；：“”\n现]{{2,24}})现(?P<says>(?:{SAYS})(?:如下|于下))",
        _once,
    ),
    severity=Severity.DOUBT,
    where=[Role.BODY],
    bad={
        "现将上半年工作情况现总结如下：": "现将上半年工作情况总结如下：",
        "现就有关事项现通知如下：": "现就有关事项通知如下：",
        "现将现就有关情况报告如下：": "现将有关情况报告如下：",
    },
    good=[
        "现将上半年工作情况总结如下：",
        "现就会议表现、体现的问题报告如下：",
        "现将发现情况通报如下：",
    ],
)
