"""标题末尾的文种不重复。

“关于……的通知的通知”读来重叠，可把被转发的文件放进书名号，或者省去一层：“转发……的通知”。被转发的文件带书名号的不提示。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Strength, whole
from lingwu.structure.elements import title


def _find(doc: Document) -> Iterator[Hit]:
    line = title(doc)
    match = re.search(r"的(通知|通报|意见|报告|请示|函|批复|决定)((?:的?\1)+)。?$", line.text)
    if match:
        yield Hit(line.span(*match.span(2)), "")


rule = Rule(
    code="STR020",
    title="标题重复文种",
    basis=Basis("党政机关公文处理工作条例", "第九条（七）", Strength.CUSTOM),
    message="标题末尾重复了文种，“{old}”可以删去。",
    find=whole(_find),
    severity=Severity.ADVICE,
    bad={
        "示范局转发示范厅关于防汛工作的通知的通知\n各科室：\n请执行。": "示范局转发示范厅关于防汛工作的通知\n各科室：\n请执行。",
        "关于召开年会的通知通知\n各科室：\n请参加。": "关于召开年会的通知\n各科室：\n请参加。",
    },
    good=[
        "示范局转发《示范厅关于防汛工作的通知》的通知\n各科室：\n请执行。",
        "关于召开年会的通知\n各科室：\n请参加。",
        "关于做好通知公告发布工作的通知\n各科室：\n请执行。",
    ],
)
