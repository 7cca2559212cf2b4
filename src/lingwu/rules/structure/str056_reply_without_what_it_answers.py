"""批复、复函开头要引述来文：“你局《关于……的请示》（×发〔2024〕8号）收悉。”

批复答复下级的请示，复函答复来函，先引标题、再引发文字号，收文的机关才知道答的是哪一件。正文前三段里没有请示、来函、来文、文号这些字样的才
提示；主送“各……”的普遍答复不提示。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Severity, Strength, whole
from lingwu.structure.elements import main_blocks, title
from lingwu.structure.kinds import DocumentKind, kind_of, name_of
from lingwu.structure.routing import addressee

CITES = ("请示", "报告", "函", "来文", "收悉", "《", "〔", "申请", "建议", "报请", "报来", "上报", "报送", "来电", "提请", "意见", "询")  # fmt: skip


def _find(doc: Document) -> Iterator[Hit]:
    kind = kind_of(doc)
    if kind is not DocumentKind.REPLY and not (kind is DocumentKind.LETTER and name_of(doc).endswith("复函")):
        return
    line = addressee(doc)
    after = line.at[-1] if line else -1
    body = [b for b in main_blocks(doc) if b.role in (Role.BODY, Role.HEADING) and b.span.start > after and b.span]
    begins = "".join(block.span.of(doc.text) for block in body[:3])[:1000]
    answers_one = line is not None and not line.text.startswith("各")
    if answers_one and begins and not any(word in begins for word in CITES):
        name = title(doc)
        yield Hit(name.span(0, len(name.text)), says={"kind": kind or ""})


rule = Rule(
    code="STR056",
    title="批复、复函未引来文",
    basis=Basis("党政机关公文处理工作条例", "第八条（十二）、（十四）", Strength.CUSTOM, "批复答复下级机关请示事项"),
    message="本文是答复来文的{kind}，开头宜引述来文的标题和发文字号，如“你局《关于……的请示》（×发〔×〕×号）收悉”。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "⟦关于同意建设档案馆的批复⟧\n市档案局：\n经研究，同意建设。\n示范市人民政府\n2024年3月8日": None,
        "⟦关于提供数据的复函⟧\n市统计局：\n现将数据提供给你们。\n示范局\n2024年3月8日": None,
    },
    good=[
        "关于同意建设档案馆的批复\n市档案局：\n你局关于建设档案馆的请示收悉。同意建设。\n示范市人民政府\n2024年3月8日",
        "关于提供数据的复函\n市统计局：\n贵局《关于商请提供数据的函》（示统函〔2024〕3号）收悉。\n示范局\n2024年3月8日",
        "关于提供数据的函\n市统计局：\n请提供数据。\n示范局\n2024年3月8日",
        "关于同意建设档案馆的批复\n经研究，同意建设。",
        "关于适用收费标准的批复\n各县区财政局：\n近来各地反映标准不一。现批复如下。\n示范市财政局\n2024年3月8日",
    ],
)
