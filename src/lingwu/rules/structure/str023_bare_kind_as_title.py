"""公文标题应写明事由，不只写一个文种。

只写“通知”“请示”看不出要办什么事。便函、张贴的启事不在此列。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, whole
from lingwu.structure.elements import title

BARE = ("通知", "请示", "报告", "通报", "意见", "函", "批复", "决定", "紧急通知", "会议通知", "情况报告")


def _find(doc: Document) -> Iterator[Hit]:
    line = title(doc)
    if line.text in BARE:
        yield Hit(line.span(0, len(line.text)))


rule = Rule(
    code="STR023",
    title="标题缺事由",
    basis=Basis("党政机关公文处理工作条例", "第九条（七）"),
    message="标题只有“{old}”，宜写明发文机关和事由，如“××关于××的……”。",
    find=whole(_find),
    severity=Severity.ADVICE,
    bad={"⟦通知⟧\n各科室：\n请参加会议。": None, "⟦请　示⟧\n市政府：\n请批准。": None},
    good=["关于召开会议的通知\n各科室：\n请参加。", "示范局防汛通知\n各科室：\n请执行。", "收到通知后请回复。\n谢谢。"],
)
