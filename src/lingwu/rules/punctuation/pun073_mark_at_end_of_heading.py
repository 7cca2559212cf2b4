"""单独成行的层次标题末尾不用标点。

一份文件里的一级标题大多不带标点、个别带了，才提示；标题后接着正文的，用句号隔开。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole

FIRST_LEVEL = re.compile(
    r"[ \u3000]*[一二三四五六七八九十]{1,3}、[^，。；：！？\d\r\n]{2,24}(?P<mark>[。；，：]?)[ \u3000]*$", re.MULTILINE
)


RUN_IN = r"[ \u3000]*[一二三四五六七八九十]{1,3}、"
"""Where a long paragraph is numbered like this, the numbers are those of items, not of headings."""
CLAUSE = r"删去|免去|任命|适用|应当|修改|施行|下列|如下|不得|可以|同意|批准|决定|接受|废止|增加一|作为|授予|设立|[将把]"
"""A numbered line with one of these is a sentence of its own, such as a decision or an amendment, not a heading."""


def find(doc: Document) -> Iterator[Hit]:
    if "、" not in doc.text or "一、" not in doc.text:
        return
    found = [
        match
        for block in doc.blocks
        if len(block.span) < 40 and (match := FIRST_LEVEL.match(doc.text, block.span.start, block.span.end))
    ]
    if any(len(block.span) >= 60 and re.match(RUN_IN, block.span.of(doc.text)) for block in doc.blocks):
        return
    marked = [match for match in found if match["mark"] and not re.search(CLAUSE, match[0])]
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
        "一、免去甲的局长职务。\n附则\n一、总体要求\n二、主要任务\n三、保障措施",
    ],
)
