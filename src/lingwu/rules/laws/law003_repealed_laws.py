"""引用法律法规应当引用现行有效的。

2021年1月1日起，婚姻法、继承法、民法通则、收养法、担保法、合同法、物权法、侵权责任法、民法总则由民法典取代；信访条例、公司登记管理
条例等也已有新的规定。本文的日期早于废止之年的，写明“原”“废止”“当时”的，同时提到新法的，不提示。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.structure.citations import bare, citations, laws
from lingwu.structure.elements import year

PAST = r"原|旧|废止|失效|当时|曾|历史|修改|修订|代替|取代|当年|时任|出台|颁布|编纂|解释|分则|起草|立法"


def _find(doc: Document) -> Iterator[Hit]:
    seen: set[str] = set()
    for cited in citations(doc):
        law = laws().get(bare(cited.name))
        if law is None or not law.repealed or law.name in seen:
            continue
        seen.add(law.name)
        successor = law.successor.split("（")[0]
        if year(doc) < int(law.repealed[:4]) or (successor and successor in doc.text):
            continue
        if not re.search(PAST, _around(doc, cited.span)):
            due = f"，现行的是《{law.successor}》" if law.successor else ""
            yield Hit(cited.span, says={"day": law.repealed, "due": due})


def _around(doc: Document, span: Span) -> str:
    return doc.text[max(0, span.start - 30) : span.end + 30]


rule = Rule(
    code="LAW003",
    title="引用已废止的法律法规",
    basis=Basis("党政机关公文处理工作条例", "第二十条（二）", Strength.REQUIRED, "发文依据应当准确"),
    message="《{old}》自{day}起不再施行{due}，请核对。",
    find=whole(_find),
    severity=Severity.ADVICE,
    bad={
        "依照《⟦中华人民共和国合同法⟧》订立。\n2024年3月8日": None,
        "来信按《⟦信访条例⟧》办理，请办结。\n示范局\n2023年5月8日": None,
    },
    good=[
        "依照《中华人民共和国民法典》订立。\n2024年3月8日。",
        "依照《中华人民共和国合同法》订立。\n2019年3月8日。",
        "原《中华人民共和国合同法》规定的情形仍有发生。\n2024年3月8日。",
        "到2035年建成。依照《中华人民共和国合同法》订立。",
    ],
)
