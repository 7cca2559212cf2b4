"""标了密级的公文不能同时标“此件公开发布”，也不能是公告、通告。

涉密公文公开发布前应当依照法定程序解密。文首有“秘密”“机密”，文末附注却是“（此件公开发布）”，或者文种是面向社会公布的，必有一处不对。
"""

from collections.abc import Callable, Iterator

from lingwu.document import Block
from lingwu.rule import Basis, Document, Hit, Role, Rule, whole
from lingwu.structure.kinds import PUBLIC, kind_of

LONGEST = 40
OPEN = ("此件公开", "此件主动公开", "此件依申请公开", "此件可公开")


def _find(doc: Document) -> Iterator[Hit]:
    mark = next((block for block in doc.blocks[:16] if block.role is Role.SECRECY), None)
    if mark is None:
        return
    said = next((line for line in map(_line(doc), doc.blocks) if line.startswith(OPEN)), "")
    if said:
        yield Hit(mark.span, says={"said": f"文末又标“{said}”"})
    elif kind_of(doc) in PUBLIC:
        yield Hit(mark.span, says={"said": f"文种却是面向社会公布的{kind_of(doc)}"})


def _line(doc: Document) -> Callable[[Block], str]:
    """What a short block says, without the brackets of a 附注."""
    return lambda block: block.span.of(doc.text).strip(" 　（）()") if len(block.span) < LONGEST else ""


rule = Rule(
    code="STR066",
    title="密级与公开相矛盾",
    basis=Basis("党政机关公文处理工作条例", "第三十一条", note="公开发布涉密公文前应当履行解密程序"),
    message="文首标有密级“{old}”，{said}，两者矛盾。",
    find=whole(_find),
    bad={
        "⟦秘密★1年⟧\n关于甲的通知\n各科室：\n请执行。\n示范局\n2024年3月8日\n（此件公开发布）": None,
        "⟦机密★5年⟧\n关于停水的通告\n因检修停水。\n示范局\n2024年3月8日": None,
    },
    good=[
        "秘密★1年\n关于甲的通知\n各科室：\n请执行。\n示范局\n2024年3月8日",
        "关于甲的通知\n各科室：\n涉密的不得公开。\n示范局\n2024年3月8日\n（此件公开发布）",
        "秘密★1年\n关于甲的通知\n各科室：\n请执行。\n示范局\n2024年3月8日\n（此件不予公开）",
    ],
)
