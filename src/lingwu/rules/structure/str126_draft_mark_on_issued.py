"""已经印发的公文，标题下、标题后不应再留“征求意见稿”“送审稿”“讨论稿”。

版记里已写印发日期，标题还带着“（送审稿）”，多是定稿时忘了删去。书名号里的是别的文件的名称；没有版记的草稿不提示。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Severity, Span, Strength, whole
from lingwu.structure.elements import title
from lingwu.text.regexes import compiled

DRAFT = r"(?:征求意见|送审|讨论|代拟|修改|报批)稿|草稿|初稿"
BARE = rf"[ 　]*(?P<x>[（(【\[]?(?:{DRAFT})[）)】\]]?)[ 　]*$"


def _find(doc: Document) -> Iterator[Hit]:
    if "稿" not in doc.text or "印发" not in doc.text:
        return
    printed = next((block for block in doc.blocks if block.role is Role.PRINTING), None)
    if printed is None or "印发" not in printed.span.of(doc.text):
        return
    name = title(doc)
    match = compiled(rf"[（(](?:{DRAFT})[）)]$").search(name.text)
    if match:
        yield Hit(name.span(*match.span()), "")
        return
    for block in doc.blocks[:8]:
        alone = compiled(BARE).match(block.span.of(doc.text)) if len(block.span) < 20 else None
        if alone:
            yield Hit(Span(block.span.start + alone.start("x"), block.span.start + alone.end("x")), "")
            return


END = "\n各科室：\n请执行。\n示范局\n2024年3月8日\n抄送：市委办公室。\n示范局办公室　2024年3月9日印发"

rule = Rule(
    code="STR126",
    title="印发的公文留有“送审稿”字样",
    basis=Basis("党政机关公文处理工作条例", "第二十五条（一）", Strength.GENERAL, "印发前应当复核"),
    message="版记已写明印发日期，标题处却还有“{old}”，请核对是否应删去。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "示范局关于防汛的通知（送审稿）" + END: "示范局关于防汛的通知" + END,
        "示范局关于防汛的意见（征求意见稿）" + END: "示范局关于防汛的意见" + END,
        "讨论稿\n示范局关于防汛的意见" + END: "\n示范局关于防汛的意见" + END,
    },
    good=[
        "示范局关于征求《防汛办法（征求意见稿）》意见的通知" + END,
        "示范局关于防汛的通知（送审稿）\n各科室：\n请执行。\n示范局\n2024年3月8日",
        "示范局关于防汛的意见（试行）" + END,
    ],
)
