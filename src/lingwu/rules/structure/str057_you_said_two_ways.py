"""一份公文对收文机关的称谓应当前后一致，不一处称“贵局”，一处称“你局”。

对不相隶属的机关用“贵局”，对下级用“你局”，同一份公文里不混用。引文、书名号里的不看；“你局”与“贵单位”指不同单位的，不提示。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Place, Role, Rule, Severity, Span, Strength, whole
from lingwu.structure.elements import main_blocks
from lingwu.structure.kinds import kind_of
from lingwu.structure.places import places_of

ORGANS = r"局|厅|委(?!托)|部(?!分)|院|校|市|县|区|省|公司|会|中心|集团|单位|处|所"
SAID = rf"(?<![宝珍昂可富高名尊])(?P<how>[贵你])(?P<organ>{ORGANS})"
FOREIGN = {Place.QUOTATION, Place.NAME}


def _find(doc: Document) -> Iterator[Hit]:
    kind = kind_of(doc) if "贵" in doc.text and "你" in doc.text else None
    if kind is None or not kind.statutory:
        return
    said = list(_said(doc))
    polite = {match["organ"] for match in said if match["how"] == "贵"}
    plain = next((match for match in said if match["how"] == "你" and match["organ"] in polite), None)
    if plain:
        yield Hit(Span(*plain.span()), "贵" + plain["organ"])


def _said(doc: Document) -> Iterator[re.Match[str]]:
    """Where the text itself says 贵局, 你局."""
    regex = re.compile(SAID)
    for block in main_blocks(doc):
        if block.role is Role.BODY:
            for match in regex.finditer(doc.text, block.span.start, block.span.end):
                if not FOREIGN & {*places_of(doc, Span(*match.span()))}:
                    yield match


rule = Rule(
    code="STR057",
    title="称谓“贵”“你”混用",
    basis=Basis("公文写作习惯", "", Strength.CUSTOM, "平行文称“贵局”，下行文称“你局”，一文只用一种"),
    message="同一份公文里“贵”“你”两种称谓混用，此处“{old}”请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "关于提供数据的函\n市统计局：\n贵局来函收悉。请你局派人对接。\n示范局\n2024年3月8日": (
            "关于提供数据的函\n市统计局：\n贵局来函收悉。请贵局派人对接。\n示范局\n2024年3月8日"
        ),
        "关于联合检查的函\n示范公司：\n请贵公司配合。\n你公司如有意见，请函告。\n示范局\n2024年3月8日": (
            "关于联合检查的函\n示范公司：\n请贵公司配合。\n贵公司如有意见，请函告。\n示范局\n2024年3月8日"
        ),
    },
    good=[
        "关于提供数据的函\n市统计局：\n贵局来函收悉。请贵局派人对接。\n示范局\n2024年3月8日",
        "关于同意建设的批复\n市档案局：\n你局请示收悉。请你局抓好落实。\n示范市人民政府\n2024年3月8日",
        "关于学习的通知\n各科室：\n贵州省的做法值得借鉴，你们要认真学习。\n示范局\n2024年3月8日",
        "关于提供数据的函\n市统计局：\n贵局来函称“请你局派人对接”，现函复如下。\n示范局\n2024年3月8日",
    ],
)
