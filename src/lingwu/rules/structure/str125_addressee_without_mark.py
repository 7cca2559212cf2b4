"""主送机关独占一行时，最后一个机关名称后标全角冒号。“各县区人民政府，市直各部门”末尾什么标点也没有，应补冒号。

只看标题末尾已有文种、下一行以“各”字开头、全由机关和单位名称组成的；联合行文的标题可能分行写机关名称，不以“各”字开头的不提示。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Severity, Span, whole
from lingwu.structure.elements import KINDS
from lingwu.text.regexes import compiled

NAMES = r"(?:政府|委员会|局|党委|工委|党组|办公室|单位|部门|机关|机构|学校|学院|医院|公司|企业|街道|乡镇|科室|处室|支部|村委会|社区|办事处|厅)"
PIECE = rf"[^，。；：、！？\d“”《》\s]{{0,14}}{NAMES}"
LINE = rf"[ 　]*各{PIECE}(?:[，、]{PIECE}){{0,12}}[ 　]*$"
LONGEST = 120


def _find(doc: Document) -> Iterator[Hit]:
    lines = list(doc.lines())[:16]
    if any(block.role is Role.ADDRESSEE for block in lines):
        return
    for before, block, after in zip(lines, lines[1:], lines[2:], strict=False):
        name = before.span.of(doc.text).strip() if len(before.span) <= LONGEST else ""
        if before.role is not Role.TITLE or not name.endswith(KINDS) or len(block.span) > LONGEST:
            continue
        text = block.span.of(doc.text)
        body = after.span.of(doc.text).strip() if len(after.span) < 10_000 else "。"
        if compiled(LINE).match(text) and body[-1:] in ("。", "：") and after.role is not Role.TITLE:
            end = block.span.start + len(text.rstrip())
            yield Hit(Span(end - 1, end), doc.text[end - 1 : end] + "：")
            return


rule = Rule(
    code="STR125",
    title="主送机关后缺冒号",
    basis=Basis("GB/T 9704—2012", "7.3.2"),
    message="主送机关最后一个名称“{old}”后缺全角冒号。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "示范局关于防汛的通知\n各县区水利局，市直各单位\n现将有关事项通知如下。": "示范局关于防汛的通知\n各县区水利局，市直各单位：\n现将有关事项通知如下。",
        "关于放假安排的通知\n各科室\n现将放假安排通知如下。": "关于放假安排的通知\n各科室：\n现将放假安排通知如下。",
    },
    good=[
        "示范局关于防汛的通知\n各县区水利局，市直各单位：\n现将有关事项通知如下。",
        "关于联合开展检查的通知\n示范市财政局\n各单位要重视。",
        "关于防汛的报告\n各部门履职情况\n总的看是好的。",
        "关于防汛的通知\n各单位要重视，各科室\n要落实。",
    ],
)
