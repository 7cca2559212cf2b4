"""请示应当一文一事。

一份请示里“一、关于追加经费”“二、关于增加编制”并列几件不相干的事，上级不便批复，宜分开请示。小标题都以“关于”开头的，标题写“等事项”“两个
问题”的，请核对是不是一件事；同一件事的几个方面（情况、依据、理由）不在此列。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Severity, Span, whole
from lingwu.structure.elements import line_of, main_blocks, title
from lingwu.structure.kinds import DocumentKind, kind_of, name_of

MANY = ("等事项的请示", "等问题的请示", "等事宜的请示", "两个问题的请示", "几个问题的请示", "两项事项的请示")
ASPECTS = ("情况", "背景", "依据", "理由", "必要性", "可行性", "过程", "方案", "原则")


def _find(doc: Document) -> Iterator[Hit]:
    if kind_of(doc) is not DocumentKind.REQUEST:
        return
    name = name_of(doc)
    word = next((word for word in MANY if name.endswith(word)), "")
    if word:
        start = len(name) - len(word)
        yield Hit(title(doc).span(start, start + len(word) - 3))
        return
    yield from _added(doc)
    matters = []
    for block in main_blocks(doc):
        if block.role is Role.HEADING and block.level == 1:
            line = line_of(doc, block)
            about = line.text.find("关于")
            if not 0 <= about <= 3 or line.text.rstrip("。").endswith(ASPECTS):
                return
            matters.append(line.span(about, len(line.text)))
    if len(matters) > 1:
        yield Hit(matters[1])


def _added(doc: Document) -> Iterator[Hit]:
    """另，……请一并批准……: another request at the end of the text."""
    regex = re.compile(
        r"(?:另外?|此外|同时)，[^。]{0,60}?(?P<x>请(?:一并|同时|予以?)+(?:批准|审批|解决|拨付|核定|安排|考虑))"
    )
    for block in main_blocks(doc):
        if block.role is Role.BODY and len(block.span) < 1000:
            match = regex.match(block.span.of(doc.text).strip())
            if match:
                start = block.span.end - len(block.span.of(doc.text).lstrip()) + match.start("x")
                yield Hit(Span(start, start + len(match["x"])))


rule = Rule(
    code="STR077",
    title="请示一文多事",
    basis=Basis("党政机关公文处理工作条例", "第十五条（四）", note="请示应当一文一事"),
    message="请示应当一文一事，“{old}”似是另一件事，请核对是否应分开请示。",
    find=whole(_find),
    severity=Severity.ADVICE,
    bad={
        "关于经费和编制的请示\n市人民政府：\n一、关于追加经费\n拟追加50万元。\n二、⟦关于增加编制⟧\n拟增加两名。\n妥否，请批示。": None,
        "关于追加经费的请示\n市人民政府：\n拟追加经费。\n另，车辆已旧，⟦请一并批准⟧购车一辆。\n妥否，请批示。": None,
        "关于追加经费⟦等事项⟧的请示\n市人民政府：\n拟追加经费，增加编制。\n妥否，请批示。": None,
    },
    good=[
        "关于追加经费的请示\n市人民政府：\n一、基本情况\n经费不足。\n二、请示事项\n拟追加50万元。\n妥否，请批示。",
        "关于追加经费的请示\n市人民政府：\n一、关于项目背景\n经费不足。\n二、关于追加理由\n物价上涨。\n妥否，请批示。",
        "关于追加经费的请示\n市人民政府：\n此外，各县区也在筹措经费，请示事项仅为市级部分。\n妥否，请批示。",
        "关于经费等事项的通知\n各科室：\n一、关于经费\n节约。\n二、关于编制\n从严。",
    ],
)
