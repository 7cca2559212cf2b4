"""议案由人民政府向同级人民代表大会或者人大常委会提请审议，主送“×人民代表大会”“×人大常委会”。

主送政府、党委、部门的，文种不应是议案，可用请示。公司的股东会、董事会，业主大会、职工代表大会的议案不是公文，不提示。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, whole
from lingwu.structure.kinds import DocumentKind, kind_of
from lingwu.structure.routing import addressee

RIGHT = ("人大", "人民代表大会", "常委会", "常务委员会", "主席团", "代表", "委员")
ORGANS = ("政府", "局", "厅", "部", "办公室", "办公厅", "市委", "县委", "省委", "区委", "公司")
OTHERS = ("股东", "董事", "监事", "业主", "工会", "职工", "理事", "会员", "社员", "村民")


def _find(doc: Document) -> Iterator[Hit]:
    line = addressee(doc) if kind_of(doc) is DocumentKind.BILL else None
    if not line or not line.text.rstrip("：:，").endswith(ORGANS) or any(word in line.text for word in RIGHT):
        return
    if not any(word in doc.text for word in OTHERS):
        yield Hit(line.span(0, len(line.text.rstrip("：:，"))))


rule = Rule(
    code="STR063",
    title="议案的主送机关",
    basis=Basis("党政机关公文处理工作条例", "第八条（十三）"),
    message="议案向同级人民代表大会或者人大常委会提出，“{old}”不是提请审议的机关，请核对主送机关或文种。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "关于调整预算的议案\n⟦省人民政府⟧：\n请予审议。\n示范市人民政府\n2024年3月8日": None,
        "关于修建公路的议案\n⟦市交通运输局⟧：\n请予审议。\n示范县人民政府\n2024年3月8日": None,
    },
    good=[
        "关于调整预算的议案\n市人大常委会：\n请予审议。\n示范市人民政府\n2024年3月8日",
        "关于调整预算的议案\n示范市人民代表大会：\n请予审议。\n市长　张三\n2024年3月8日",
        "关于增资的议案\n示范公司：\n提请股东会审议。\n示范公司董事会\n2024年3月8日",
    ],
)
