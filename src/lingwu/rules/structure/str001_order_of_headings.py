"""同一层次的序号应当依次相连，不跳号，不重号。

“一、二、四”缺“三”，“（一）（二）（二）”重号，多因增删段落后没有顺改。下一层次的序号换了上一层次可以从头编起，也可以
接着编；法规的条不因分章而重编；序号写在段中的不算缺号；另起的清单从“一”编起不算重号。后面的序号都错开时只指出第一处，
由人决定改哪里。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, whole
from lingwu.structure.series import breaks, numbered


def _find(doc: Document) -> Iterator[Hit]:
    for items in numbered(doc):
        for slip in breaks(doc.text, items):
            mended = slip.mended(doc.text)
            mark, digits = slip.item.span.of(doc.text), slip.item.digits
            at = digits.start - slip.item.span.start
            new = mark[:at] + mended + mark[at + len(digits) :]
            said = "与前面的序号重复" if slip.repeats else "与前面的序号不相连"
            yield Hit(slip.item.span, new if slip.lone else None, says={"said": said, "due": new})


rule = Rule(
    code="STR001",
    title="层次序号不相连",
    basis=Basis("党政机关公文处理工作条例", "第二十条（四）", note="审核重点包括段落顺序是否准确"),
    message="序号“{old}”{said}，按顺序此处应为“{due}”。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "一、提高认识\n要重视。\n二、明确任务\n要落实。\n四、加强保障\n要到位。": (
            "一、提高认识\n要重视。\n二、明确任务\n要落实。\n三、加强保障\n要到位。"
        ),
        "（一）摸清底数。\n（二）建立台账。\n（二）限期整改。\n（四）开展验收。": (
            "（一）摸清底数。\n（二）建立台账。\n（三）限期整改。\n（四）开展验收。"
        ),
        "1.登记。\n2.核验。\n⟦4.⟧发证。\n5.归档。": None,
    },
    good=[
        "一、总体要求\n（一）目标。\n（二）原则。\n二、主要任务\n（三）治水。\n（四）治气。",
        "一、任务\n（一）治水。\n（二）治气。\n二、保障\n（一）组织。\n（二）经费。",
        "第一章　总则\n第一条　甲。\n第二条　乙。\n第二章　附则\n第三条　丙。",
        "（一）摸底；（二）登记；\n（三）验收。",
        "三、四月份是雨季。\n五、六月份是汛期。",
    ],
)
