"""标题是“紧急通知”的，版头宜标注紧急程度“特急”或“加急”。

公文的紧急程度由版头的“特急”“加急”表明，标题里写“紧急”代替不了。只看有发文机关标志和发文字号的。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Severity, Strength, whole
from lingwu.structure.elements import title
from lingwu.structure.routing import head_has


def _find(doc: Document) -> Iterator[Hit]:
    name = title(doc)
    at = name.text.rfind("紧急通知")
    if at < 0 or not name.text.endswith("紧急通知") or head_has(doc, Role.URGENCY):
        return
    if head_has(doc, Role.ISSUER_MARK) and "急" not in doc.text[: name.at[0]]:
        yield Hit(name.span(at, at + 4))


rule = Rule(
    code="STR081",
    title="紧急通知缺紧急程度",
    basis=Basis("党政机关公文处理工作条例", "第九条（三）", Strength.RECOMMENDED, "紧急公文应当分别标注“特急”“加急”"),
    message="标题为“{old}”，版头没有标注紧急程度，宜在左上角标“特急”或“加急”。",
    find=whole(_find),
    severity=Severity.ADVICE,
    bad={
        "示范局文件\n示发〔2024〕8号\n关于防御台风的⟦紧急通知⟧\n各科室：\n请执行。": None,
        "示范市人民政府文件\n示政发〔2024〕9号\n关于做好防火工作的⟦紧急通知⟧\n各县区：\n请执行。": None,
    },
    good=[
        "特急\n示范局文件\n示发〔2024〕8号\n关于防御台风的紧急通知\n各科室：\n请执行。",
        "关于防御台风的紧急通知\n各科室：\n请执行。",
        "示范局文件\n示发〔2024〕8号\n关于防御台风的通知\n各科室：\n请执行。",
    ],
)
