"""同一种括号一般不套用；里外两层都用圆括号时，外层可改用方括号或六角括号。

“（第（三）项）”这样里层是序号的，不在此列。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Edit, Hit, Rule, Severity, Span, whole
from lingwu.structure.marks import LONGEST, around, marks


def find(doc: Document) -> Iterator[Hit]:
    outer = around(doc)
    done = set()
    for pair in marks(doc).pairs:
        around_it = outer.get(pair.span.start)
        if pair.open != "（" or around_it is None or around_it.open != "（" or len(pair.inner) < 3:
            continue
        start, end = around_it.span.start, around_it.span.end
        if start not in done and end - start <= LONGEST and start not in outer and "\n" not in doc.text[start:end]:
            done.add(start)
            edits = (Edit(Span(start, start + 1), "［"), Edit(Span(end - 1, end), "］"))
            yield Hit(around_it.span, f"［{around_it.inner.of(doc.text)}］", edits=edits)


rule = Rule(
    code="PUN049",
    title="圆括号套圆括号",
    basis=Basis("GB/T 15834—2011", "4.9.3.10"),
    message="同一种括号一般不套用，外层宜改用方括号“［］”。",
    find=whole(find),
    severity=Severity.ADVICE,
    bad={
        "由牵头单位（含直属机构（事业单位））负责": "由牵头单位［含直属机构（事业单位）］负责",
        "（详见工作台账（电子版））": "［详见工作台账（电子版）］",
    },
    good=["（第（三）项）", "〔详见台账（电子版）〕", "（甲）（乙）", "《办法（试行）》（见附件）"],
)
