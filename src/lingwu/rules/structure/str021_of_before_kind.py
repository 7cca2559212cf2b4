"""标题用“关于”引出事由的，事由与文种之间加“的”。

“关于印发《……办法》通知”“关于召开……会议通知”漏了“的”。“指导意见”“实施意见”“补充通知”“情况报告”等本来连成一个名称的不提示。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.structure.elements import title


def _find(doc: Document) -> Iterator[Hit]:
    line = title(doc)
    match = re.search(
        r"关于.*(?:》|会议|活动|大会|经费|资金|工程|项目|制度|工作|事项|事宜|问题)(通知|通告|请示|批复|复函)。?$",
        line.text,
    )
    if match and "《" not in line.text[match.start(1) :]:
        at = line.at[match.start(1)]
        yield Hit(Span(at, line.at[match.end(1) - 1] + 1), "的" + match[1])


rule = Rule(
    code="STR021",
    title="标题文种前的“的”",
    basis=Basis("党政机关公文处理工作条例", "第九条（七）", Strength.CUSTOM, "标题由发文机关名称、事由和文种组成"),
    message="标题的事由与文种之间似漏了“的”，“{old}”宜写作“{new}”。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "关于印发《示范办法》通知\n各科室：\n请执行。": "关于印发《示范办法》的通知\n各科室：\n请执行。",
        "示范局关于召开年度会议通知\n各科室：\n请参加。": "示范局关于召开年度会议的通知\n各科室：\n请参加。",
    },
    good=[
        "关于印发《示范办法》的通知\n各科室：\n请执行。",
        "关于防汛工作的补充通知\n各科室：\n请执行。",
        "会议通知\n各科室：\n请参加。",
        "关于做好防汛工作的指导意见\n各科室：\n请执行。",
    ],
)
