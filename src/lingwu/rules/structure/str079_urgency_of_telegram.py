"""“特提”“平急”只用于电报；紧急公文标“特急”或“加急”。

紧急公文分“特急”“加急”两级，电报分“特提”“特急”“加急”“平急”四级。文首有发文字号、又不是电报的，不标“特提”“平急”。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Severity, whole

OF_TELEGRAMS = {"特提": "特急", "平急": "加急"}


def _find(doc: Document) -> Iterator[Hit]:
    head = doc.blocks[:16]
    mark = next((block for block in head if block.role is Role.URGENCY), None)
    if mark is None or not any(block.role is Role.DOCUMENT_NUMBER for block in head):
        return
    word = "".join(mark.span.of(doc.text).split())
    if word in OF_TELEGRAMS and "电" not in doc.text[: head[-1].span.end]:
        yield Hit(mark.span, OF_TELEGRAMS[word])


rule = Rule(
    code="STR079",
    title="电报用的紧急程度",
    basis=Basis("党政机关公文处理工作条例", "第九条（三）"),
    message="“{old}”用于电报，紧急公文标“特急”或“加急”。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "特提\n示范局文件\n示发〔2024〕8号\n关于甲的通知\n各科室：\n请执行。": (
            "特急\n示范局文件\n示发〔2024〕8号\n关于甲的通知\n各科室：\n请执行。"
        ),
        "平急\n示范局文件\n示发〔2024〕8号\n关于乙的通知\n各科室：\n请执行。": (
            "加急\n示范局文件\n示发〔2024〕8号\n关于乙的通知\n各科室：\n请执行。"
        ),
    },
    good=[
        "特急\n示范局文件\n示发〔2024〕8号\n关于甲的通知\n各科室：\n请执行。",
        "特提\n示范局发电\n示发电〔2024〕8号\n关于甲的通知\n各科室：\n请执行。",
        "平急\n关于甲的通知\n各科室：\n请执行。",
    ],
)
