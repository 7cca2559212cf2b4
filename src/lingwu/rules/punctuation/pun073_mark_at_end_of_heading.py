"""单独成行的层次标题末尾不用标点。

一份文件里的一级标题大多不带标点、个别带了，才提示；标题后接着正文的，用句号隔开。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole

FIRST_LEVEL = re.compile(
    r"[ \u3000]*[一二三四五六七八九十]{1,3}、[^，。；：！？\d\r\n]{2,24}(?P<mark>[。；，：]?)[ \u3000]*$", re.MULTILINE
)


def find(doc: Document) -> Iterator[Hit]:
    if "、" not in doc.text or "一、" not in doc.text:
        return
    found = [
        match
        for block in doc.blocks
        if len(block.span) < 40 and (match := FIRST_LEVEL.match(doc.text, block.span.start, block.span.end))
    ]
    marked = [match for match in found if match["mark"]]
    if marked and len(found) >= 3 and len(marked) * 3 <= len(found):
        yield from (Hit(Span(*match.span("mark")), "") for match in marked)


rule = Rule(
    code="PUN073",
    title="层次标题末尾的标点",
    basis=Basis("公文标点习惯", "", Strength.CUSTOM, "单独成行的标题末尾不用标点"),
    message="单独成行的标题末尾不用标点，全文其他同级标题也没有用。",
    find=whole(find),
    severity=Severity.DOUBT,
    bad={
        "一、总体要求\n要落实。\n二、主要任务。\n要落实。\n三、保障措施\n要落实。": "一、总体要求\n要落实。\n二、主要任务\n要落实。\n三、保障措施\n要落实。",
        "一、基本情况\n二、存在问题\n三、下步打算：\n四、有关建议": "一、基本情况\n二、存在问题\n三、下步打算\n四、有关建议",
    },
    good=[
        "一、总体要求\n二、主要任务\n三、保障措施",
        "一、删去第五条。\n二、删去第六条。\n三、删去第七条。",
        "一、总体要求。要落实。\n二、任务\n三、保障",
    ],
)
