"""印发、转发的通知里，正文说的文件名称应与标题、与所附文件的标题一致。

标题是“关于印发《档案管理办法》的通知”，正文却是“现将《档案管理规定》印发给你们”，多是套用旧稿没有改全。两处名称相差很多的
（简称、另一个文件）不提示，只看差一两个字的。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.structure.elements import main_blocks, title
from lingwu.text.regexes import compiled

TITLE = r"关于(?:印发|转发|发布|公布)(?:《(?P<a>[^《》]{4,60})》|(?P<b>[^《》]{4,60}?))的通知$"
SAID = r"现将《(?P<x>[^《》\n]{4,60})》(?:[（(][^（）()\n]{1,30}[）)])?[^。；\n]{0,8}?(?:印发|转发|发布|公布)"
MOST = 2


def _find(doc: Document) -> Iterator[Hit]:
    said = compiled(SAID).search(doc.text) if "现将《" in doc.text else None
    head = compiled(TITLE).search(title(doc).text) if said else None
    blocks = main_blocks(doc)
    if not said or not head or not blocks or said.start() > blocks[-1].span.end:
        return
    ours, theirs = head["a"] or head["b"], "".join(said["x"].split())
    if _few_apart(ours, theirs):
        yield Hit(Span(*said.span("x")), ours, says={"title": ours})


def _few_apart(one: str, other: str) -> bool:
    """Whether two names differ in one or two places only: of the same length, and of mostly the same characters."""
    one, other = (re.sub(r"[（(].*?[）)]", "", name) for name in (one, other))
    unlike = sum(a != b for a, b in zip(one, other, strict=False)) if len(one) == len(other) else MOST + 1
    return 0 < unlike <= MOST


rule = Rule(
    code="CON024",
    title="印发的文件名称与标题不一",
    basis=Basis("公文写作习惯", "", Strength.CUSTOM, "标题与正文所称文件名称一致"),
    message="标题说的是《{title}》，这里是《{old}》，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "关于印发《示范局档案管理办法》的通知\n各科室：\n现将《示范局档案管理规定》印发给你们，请执行。\n示范局\n2024年3月8日": (
            "关于印发《示范局档案管理办法》的通知\n各科室：\n现将《示范局档案管理办法》印发给你们，请执行。\n示范局\n2024年3月8日"
        ),
        "示范局关于印发2024年工作要点的通知\n各科室：\n现将《2023年工作要点》印发给你们。\n示范局\n2024年3月8日": (
            "示范局关于印发2024年工作要点的通知\n各科室：\n现将《2024年工作要点》印发给你们。\n示范局\n2024年3月8日"
        ),
    },
    good=[
        "关于印发《示范局档案管理办法》的通知\n各科室：\n现将《示范局档案管理办法》印发给你们，请执行。\n示范局\n2024年3月8日",
        "示范局关于印发工作要点的通知\n各科室：\n现将《示范局2024年工作要点》印发给你们。\n示范局\n2024年3月8日",
        "示范局关于转发文件的通知\n各科室：\n现将《示范市档案管理办法》转发给你们。\n示范局\n2024年3月8日",
    ],
)
