"""对上级不称“你局”“你厅”，对下级的批复不称“贵局”。

请示、报告是上行文，提到收文机关用全称或规范化简称，如“省财政厅”；批复是下行文，称“你局”“你市”。引文、书名号里的不看。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Place, Role, Rule, Severity, Span, Strength, whole
from lingwu.structure.elements import main_blocks
from lingwu.structure.kinds import DocumentKind, kind_of, name_of
from lingwu.structure.routing import addressee

ORGANS = "(?:局(?!限)|厅|委(?!托|任)|部(?!分)|省|市|县|区|州|院|校|单位|公司|集团|中心)"
WRONG = {
    DocumentKind.REQUEST: f"你{ORGANS}",
    DocumentKind.REPORT: f"你{ORGANS}",
    DocumentKind.REPLY: f"(?<![宝珍昂可富高名尊])贵(?!州){ORGANS}",
}


def _find(doc: Document) -> Iterator[Hit]:
    kind = kind_of(doc) if "你" in doc.text or "贵" in doc.text else None
    if kind not in WRONG or addressee(doc) is None or (kind is DocumentKind.REPORT and _inspects(name_of(doc))):
        return
    regex = re.compile(WRONG[kind])
    said = "上行文不称收文机关为" if kind is not DocumentKind.REPLY else "批复是下行文，不称下级为"
    for block in main_blocks(doc):
        if block.role is Role.BODY:
            for match in regex.finditer(doc.text, block.span.start, block.span.end):
                yield Hit(Span(*match.span()), says={"said": said})


def _inspects(name: str) -> bool:
    """Whether the report is one of those who inspected, given to those who were inspected."""
    return "整改" not in name and any(word in name for word in ("检查", "督查", "审计", "巡察", "巡视", "评估", "核查"))


rule = Rule(
    code="STR058",
    title="称谓与行文方向不合",
    basis=Basis("公文写作习惯", "", Strength.CUSTOM, "上行文用机关名称，下行文称“你局”"),
    message="{said}“{old}”。",
    find=whole(_find),
    severity=Severity.DOUBT,
    skip=[Place.QUOTATION, Place.NAME],
    bad={
        "关于整改情况的报告\n省财政厅：\n根据⟦你厅⟧要求，已整改。\n特此报告。\n示范局\n2024年3月8日": None,
        "关于同意建设的批复\n市档案局：\n⟦贵局⟧请示收悉。同意建设。\n示范市人民政府\n2024年3月8日": None,
    },
    good=[
        "关于整改情况的报告\n省财政厅：\n根据省财政厅要求，已整改。\n特此报告。\n示范局\n2024年3月8日",
        "关于同意建设的批复\n市档案局：\n你局请示收悉。同意建设。\n示范市人民政府\n2024年3月8日",
        "关于整改情况的报告\n省财政厅：\n企业反映“你局办事快”。\n特此报告。\n示范局\n2024年3月8日",
        "关于赴贵州考察的批复\n市档案局：\n请示收悉。同意赴贵州省考察。\n示范市人民政府\n2024年3月8日",
    ],
)
