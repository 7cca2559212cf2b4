"""命令（令）用令号，写“第×号”，不用带年份的发文字号。

令号在发文机关标志之下居中，依次编号，不按年份重编；“示政令〔2024〕8号”是发文字号的写法。只看文种是令、文首又有发文字号的。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Severity, Strength, whole
from lingwu.structure.kinds import DocumentKind, kind_of, name_of

BY_NUMBER = ("政府令", "国务院令", "部令", "委员会令", "局令", "厅令")


def _find(doc: Document) -> Iterator[Hit]:
    if kind_of(doc) is not DocumentKind.ORDER or not name_of(doc).endswith(BY_NUMBER):
        return
    for block in doc.blocks[:12]:
        if block.role is Role.DOCUMENT_NUMBER and "〔" in block.span.of(doc.text):
            yield Hit(block.span)
            return


rule = Rule(
    code="STR060",
    title="令号的写法",
    basis=Basis("GB/T 9704—2012", "10.2", Strength.CUSTOM, "令号居中编排，习惯写作“第×号”"),
    message="命令（令）用令号，一般写作“第×号”，“{old}”是发文字号的写法。",
    find=whole(_find),
    severity=Severity.ADVICE,
    bad={
        "示范市人民政府令\n⟦示政令〔2024〕8号⟧\n《示范办法》已经通过，现予公布。\n市长　张三\n2024年3月8日": None,
        "示范省人民政府令\n⟦示府令〔2024〕3号⟧\n现公布示范规定。\n省长　李四\n2024年3月8日": None,
    },
    good=[
        "示范市人民政府令\n第8号\n《示范办法》已经通过，现予公布。\n市长　张三\n2024年3月8日",
        "关于公布示范办法的通知\n示政发〔2024〕8号\n各县区：\n现予公布。\n示范市人民政府\n2024年3月8日",
        "示范县人民政府禁火令\n示政令〔2024〕1号\n现发布禁火命令。\n县长　张三\n2024年3月8日",
        "根据示范市人民政府令〔2024〕8号办理。",
    ],
)
