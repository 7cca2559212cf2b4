"""括号成对使用。“1）”“a)”一类序号里的半个括号不算落单。"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Span, whole
from lingwu.structure.marks import marks


def find(doc: Document) -> Iterator[Hit]:
    return (
        Hit(Span(at, at + 1)) for at in marks(doc).alone if doc.text[at] in "（）〔〕【】［］" or _chinese(doc.text, at)
    )


def _chinese(text: str, at: int) -> bool:
    """A half-width bracket with Chinese on both sides, or typed once more beside a full-width one."""
    if text[at] == ")" and text[at - 1 : at] == "）":
        return True
    return text[at] in "()" and all(
        "\u4e00" <= side <= "\u9fff" for side in (text[at - 1 : at] + text[at + 1 : at + 2]) or "x"
    )


rule = Rule(
    code="PUN046",
    title="括号不成对",
    basis=Basis("GB/T 15834—2011", "4.9"),
    message="这里的括号“{old}”没有与它配对的另一半。",
    find=whole(find),
    bad={
        "县级以上人民政府⟦（⟧含县级应当加强领导。": None,
        "采购项目（第二次）⟦)⟧竞争性磋商": None,
        "市发展改革委牵头，市财政局配合⟦）⟧抓好落实。": None,
    },
    good=[
        "1）摸清底数；2）建立台账。",
        "（一）总体要求",
        "《办法》（试行）",
        "a）甲\nb）乙",
        "甲:)",
        "（2020年通过\n2023年修正）",
    ],
)
