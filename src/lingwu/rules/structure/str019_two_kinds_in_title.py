"""一份公文只用一个文种，“请示”与“报告”不混用，不写“请示报告”。

请示用于请求指示、批准，报告用于汇报工作、反映情况、回复询问；报告不得夹带请示事项。“请示函”“报告请示”“公告通告”也是两个文种叠用。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, whole
from lingwu.structure.elements import title

MIXED = ("请示报告", "报告请示", "请示函", "报告函", "通知通报", "公告通告", "通告公告", "通知公告", "批复函")


def _find(doc: Document) -> Iterator[Hit]:
    line = title(doc)
    end = len(line.text.rstrip("。"))
    for kinds in MIXED:
        if line.text.endswith(f"的{kinds}", 0, end):
            options = {"请示报告": ("请示", "报告"), "报告请示": ("请示", "报告")}.get(kinds, (kinds[:2], kinds[2:]))
            yield Hit(line.span(end - len(kinds), end), options[0], (options[1],))


rule = Rule(
    code="STR019",
    title="标题叠用文种",
    basis=Basis("党政机关公文处理工作条例", "第八条、第十五条（四）"),
    message="标题叠用了两个文种“{old}”，应只用一个，如“{new}”。",
    find=whole(_find),
    bad={
        "关于拨付防汛经费的请示报告\n市政府：\n请批准。": "关于拨付防汛经费的请示\n市政府：\n请批准。",
        "示范局关于调整编制的请示函\n市编办：\n请研究。": "示范局关于调整编制的请示\n市编办：\n请研究。",
    },
    good=[
        "关于拨付防汛经费的请示\n市政府：\n请批准。",
        "关于建立请示报告制度的通知\n各科室：\n请执行。",
        "请示报告条例\n第一条　为了示范，制定本条例。",
    ],
)
