"""决议是会议讨论通过的重大决策事项，标题之下或者正文里应写明通过决议的会议。

如标题下括注“（2024年3月8日示范县第八届人民代表大会第二次会议通过）”。全文看不到会议、大会、全会、通过这些字样的，文种多半应是决定。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, whole
from lingwu.structure.elements import title
from lingwu.structure.kinds import DocumentKind, kind_of

WORDS = ("会议", "大会", "全会", "通过", "全体", "股东会", "董事会", "常委会")


def _find(doc: Document) -> Iterator[Hit]:
    if kind_of(doc) is not DocumentKind.RESOLUTION or any(word in doc.text for word in WORDS):
        return
    name = title(doc)
    yield Hit(name.span(0, len(name.text)))


rule = Rule(
    code="STR064",
    title="决议未写明会议",
    basis=Basis("党政机关公文处理工作条例", "第八条（一）", note="决议适用于会议讨论通过的重大决策事项"),
    message="决议由会议讨论通过，本文没有写明是哪次会议通过的，请补写，或核对文种是否应为“决定”。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "⟦示范局关于加强防汛工作的决议⟧\n为做好防汛工作，现作出如下决议。\n要落实责任。\n示范局\n2024年3月8日": None,
        "⟦关于表彰先进的决议⟧\n经研究，对先进单位予以表彰。\n示范局\n2024年3月8日": None,
    },
    good=[
        "关于工作报告的决议\n（2024年3月8日示范县第八届人民代表大会第二次会议通过）\n同意工作报告。",
        "示范局关于加强防汛工作的决定\n为做好防汛工作，现作出如下决定。\n示范局\n2024年3月8日",
        "关于预算的决议\n示范县人大常委会审查了预算草案，决定批准。",
    ],
)
