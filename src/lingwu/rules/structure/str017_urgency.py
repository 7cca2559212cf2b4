"""紧急程度标“特急”或“加急”；电报标“特提”“特急”“加急”“平急”。

“急件”“紧急”“特急件”不是规定的标法。只看文首单独成行的紧急程度。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, whole

RIGHT = ("特提", "特急", "加急", "平急")


def _find(doc: Document) -> Iterator[Hit]:
    for block in doc.blocks:
        if block.role is Role.URGENCY:
            word = "".join(block.span.of(doc.text).split()).removeprefix("紧急程度：").removeprefix("紧急程度:")
            if word not in RIGHT:
                yield Hit(block.span, says={"due": "特急" if "特" in word or "火" in word else "加急"})


rule = Rule(
    code="STR017",
    title="紧急程度的标法",
    basis=Basis("党政机关公文处理工作条例", "第九条（三）"),
    message="紧急程度标“特急”“加急”，不标“{old}”，似应为“{due}”。",
    find=whole(_find),
    bad={
        "⟦急件⟧\n关于甲的通知\n各科室：\n请执行。": None,
        "⟦特急件⟧\n示政发〔2024〕3号\n关于甲的通知\n各科室：\n请执行。": None,
    },
    good=[
        "特急\n关于甲的通知\n各科室：\n请执行。",
        "加　急\n关于甲的通知\n各科室：\n请执行。",
        "这是急件，请速办。",
    ],
)
