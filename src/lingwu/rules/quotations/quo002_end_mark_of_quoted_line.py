"""引号内的名句，原文句末是问号或感叹号，引用时写成了句号或逗号。

古籍标点各本或有不同，所以只作建议；句中的停顿不查，引文后面还有话、省去句末点号的也不查。
"""

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength
from lingwu.structure.quotations import Quotation, Quotes
from lingwu.structure.sayings import Standing


def _judge(doc: Document, quotation: Quotation) -> Hit | None:
    q, a = quotation, quotation.alignment
    mark = q.reading.marks[a.b - 1]
    at = q.span.end
    ends = q.quote and q.quote.end == at + 2 and a.b == len(q.reading.chars)
    if q.differences or q.reading.standing is not Standing.PRINTED or not (ends and q.whole):
        return None
    if mark not in ("！", "？") or doc.text[at] not in "。，；":
        return None
    return Hit(Span(at, at + 1), mark, says={"source": q.saying.source, "original": q.original})


rule = Rule(
    code="QUO002",
    title="引用名句的句末标点",
    basis=Basis("所引原文", strength=Strength.RECOMMENDED, note="直接引用宜连同原文的问号、感叹号照录"),
    message="引文句末的“{old}”，通行本作“{new}”：{source}作“{original}”。",
    find=Quotes(_judge),
    severity=Severity.ADVICE,
    bad={
        "他写下“苟利国家生死以，岂因祸福避趋之。”两句。": "他写下“苟利国家生死以，岂因祸福避趋之！”两句。",
        "诗人感叹：“本是同根生，相煎何太急。”": "诗人感叹：“本是同根生，相煎何太急？”",
    },
    good=[
        "他写下“苟利国家生死以，岂因祸福避趋之！”两句。",
        "他写下“苟利国家生死以，岂因祸福避趋之”两句。",
        "“人生自古谁无死，留取丹心照汗青。”",
        "本是同根生，相煎何太急。",
    ],
)
