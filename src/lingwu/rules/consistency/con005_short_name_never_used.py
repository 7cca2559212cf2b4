"""定了简称就要用；后文不用的，不必写“以下简称”。

简称只在括号里出现一次，后文再没有出现，这个括号可以删去。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Edit, Hit, Rule, Severity, Span, Strength, whole
from lingwu.structure.shortened import shortened


def _find(doc: Document) -> Iterator[Hit]:
    for each in shortened(doc):
        short = each.short.removeprefix("本") or each.short
        if doc.text.find(short, each.end) < 0 and len(doc.text) - each.end > len(each.short):
            start = max(doc.text.rfind("（", 0, each.span.start), doc.text.rfind("(", 0, each.span.start))
            whole_span = Span(start, each.end)
            yield Hit(each.span, edits=(Edit(whole_span, ""),))


rule = Rule(
    code="CON005",
    title="没有用到的简称",
    basis=Basis("公文写作习惯", "", Strength.CUSTOM),
    message="定了简称“{old}”而后文没有用到，“以下简称”的括号可以删去。",
    find=whole(_find),
    severity=Severity.ADVICE,
    bad={
        "根据《示范市档案办法》（以下简称《档案办法》），请各单位抓好归档工作。": "根据《示范市档案办法》，请各单位抓好归档工作。",
        "示范市大数据中心（以下简称“中心”）负责建设，各单位配合，按时完成任务。": "示范市大数据中心负责建设，各单位配合，按时完成任务。",
    },
    good=[
        "根据《示范市档案办法》（以下简称《办法》），《办法》第三条规定如下。",
        "示范市大数据中心（以下简称“中心”）负责建设，中心应当按时完成。",
        "示范公司（以下简称“本公司”）承诺，公司对此负责。",
    ],
)
