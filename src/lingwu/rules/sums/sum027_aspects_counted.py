"""列出的几个方面与所说的个数应当相同：“从组织、队伍、制度四个方面”只列了三个。

有“等”字的、其中一项带“和”“与”数不准的、前面还有别的并列成分的不提示。
"""

import re
from collections.abc import Iterator

from lingwu.anchors import matches
from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span, Strength, whole
from lingwu.text.numerals import parse
from lingwu.text.regexes import compiled

ASPECTS = r"(?<=[一-鿿”])(?P<x>[二两三四五六七八九十])个(?P<what>方面|环节|领域|阶段|维度|层面)"
LEAD = r"^.*?(?:包括|围绕|聚焦|紧扣|坚持|突出|从|在|按照|分为|分|对|以|将|就|把|由)"
UNSURE = r"等|各|[的了第]|[（(《]|多|近|前|后|其他|这|那|上述|以及其|着力|抓好|做好|推进|落实|开展|实施|加强"


def _find(doc: Document) -> Iterator[Hit]:
    if "、" not in doc.text:
        return
    for match in matches(ASPECTS, doc.text):
        clause = re.split(r"[，。；：:\n]", doc.text[max(0, match.start() - 60) : match.start()])[-1]
        clause = compiled(LEAD).sub("", clause, count=1)
        said, fixed = parse(match["x"]), clause.count("、") + 1
        joined = len(compiled("和|与|及").findall(clause))
        if said is None or fixed < 2 or len(clause) > 40 or compiled(UNSURE).search(clause):
            continue
        if said > fixed + joined or (said < fixed and not joined):
            yield Hit(Span(*match.span("x")), says={"listed": str(fixed)})


rule = Rule(
    code="SUM027",
    title="所列方面与个数不符",
    basis=Basis("公文写作习惯", "", Strength.CUSTOM, "列举的方面与所说的个数一致"),
    message="前面列了{listed}个，这里说“{old}”个，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    skip=[Place.QUOTATION],
    bad={
        "考核内容包括服务、质量、管理、满意度⟦五⟧个方面。": None,
        "围绕申报、评审、公示⟦四⟧个环节加强管理。": None,
    },
    good=[
        "考核内容包括服务、质量、管理、满意度四个方面。",
        "围绕申报、评审、公示等四个环节加强管理。",
        "加强农业农村、文化和旅游、教育三个领域的工作。",
        "坚持问题导向，从三个方面推进。",
    ],
)
