"""版头、主体、版记其他要素的字体字号：密级、紧急程度和“附件”二字用3号黑体，版记各要素一般用4号仿宋，其余一般用3号仿宋。

所有不合的要素合报一条，逐个说明。
"""

from collections.abc import Iterator

from lingwu.gbt9704.faces import departing, size_name, wanted
from lingwu.gbt9704.geometry import IMPRINT_SIZE, SIZE_3, Face
from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Role, Rule, Safety, Severity, Strength, laid_out
from lingwu.structure.layout import HAN, parts

WANTED = {
    Role.COPY_NUMBER: (Face.FANGSONG, SIZE_3), Role.SECRECY: (Face.HEITI, SIZE_3), Role.URGENCY: (Face.HEITI, SIZE_3),
    Role.DOCUMENT_NUMBER: (Face.FANGSONG, SIZE_3), Role.ADDRESSEE: (Face.FANGSONG, SIZE_3),
    Role.ATTACHMENT_NOTE: (Face.FANGSONG, SIZE_3), Role.ISSUER: (Face.FANGSONG, SIZE_3),
    Role.DATE: (Face.FANGSONG, SIZE_3), Role.NOTE: (Face.FANGSONG, SIZE_3), Role.ATTACHMENT: (Face.HEITI, SIZE_3),
    Role.COPY_TO: (Face.FANGSONG, IMPRINT_SIZE), Role.PRINTING: (Face.FANGSONG, IMPRINT_SIZE),
}  # fmt: skip
MOST = 4


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    told: dict[Role, str] = {}
    first = None
    for part in parts(doc, *WANTED):
        role = part.role
        face, size = wanted(WANTED[role][0], profile.fonts), WANTED[role][1]
        measured = departing(part.look, face if HAN.search(part.text) else "", size)
        if measured and role not in told:
            first = first or part
            told[role] = f"{role}用了{measured}（应为{face}{size_name(size)}）"
    if first:
        more = f"等 {len(told)} 处" if len(told) > MOST else ""
        yield Hit(first.block.span, says={"measured": "、".join(list(told.values())[:MOST]) + more})


rule = Rule(
    code="FMT009",
    title="其他要素的字体字号",
    basis=Basis("GB/T 9704—2012", "5.2.2、7.2、7.3、7.4", Strength.GENERAL),
    message="{measured}；" + MEND,
    find=laid_out(_find),
    severity=Severity.ADVICE,
    safety=Safety.SHOW,
    bad={
        "⟦密级⟧：仿宋": None,
        "⟦附件⟧：仿宋": None,
        "⟦抄送机关⟧：三号": None,
        "⟦主送机关⟧：宋体；成文日期：宋体": None,
    },
    good=["抄送机关：仿宋 四号", "份号：宋体", "密级：SimHei", "主送机关：仿宋"],
)
