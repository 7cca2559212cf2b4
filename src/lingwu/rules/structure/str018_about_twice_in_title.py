"""标题里只用一个“关于”。

“关于转发关于做好……工作的通知的通知”应省去一个“关于”。书名号里的“关于”是别的文件的名称，不算。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Strength, whole
from lingwu.structure.elements import title


def _find(doc: Document) -> Iterator[Hit]:
    line = title(doc)
    if line.text.count("关于") < 2:
        return
    spots = [i for i in range(len(line.text)) if line.text.startswith("关于", i) and _bare(line.text[:i])]
    for at in spots[1:]:
        yield Hit(line.span(at, at + 2), "" if at - spots[0] < 8 else None)


def _bare(before: str) -> bool:
    return before.count("《") == before.count("》") and before.count("“") == before.count("”")


rule = Rule(
    code="STR018",
    title="标题中重复的“关于”",
    basis=Basis("党政机关公文处理工作条例", "第九条（七）", Strength.CUSTOM, "标题由发文机关名称、事由和文种组成"),
    message="标题中已有“关于”，此处的“{old}”似多余。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "示范局关于转发关于做好防汛工作的通知\n各科室：\n请执行。": "示范局关于转发做好防汛工作的通知\n各科室：\n请执行。",
        "示范局关于做好防汛工作和⟦关于⟧开展检查的通知\n各科室：\n请执行。": None,
    },
    good=[
        "示范局关于转发《示范厅关于做好防汛工作的通知》的通知\n各科室：\n请执行。",
        "示范局关于做好防汛工作的通知\n各科室：\n关于防汛，关于抗旱，都要抓。",
        "示范局转发示范厅关于做好防汛工作意见的通知\n各科室：\n请执行。",
    ],
)
