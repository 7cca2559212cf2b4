"""密级和保密期限写作“机密★5年”：密级与期限之间用“★”，期限的数字用阿拉伯数字，保密期限不超过法定上限。

保密期限除另有规定外，绝密级不超过三十年，机密级不超过二十年，秘密级不超过十年。只看单独成行的密级。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Span, whole

FORM = r"(绝密|机密|秘密)\s*([★☆*＊]?)\s*(长期|(\d+)\s*(年|个月|天))?"
MOST = {"绝密": 30, "机密": 20, "秘密": 10}


def _find(doc: Document) -> Iterator[Hit]:
    for block in doc.blocks:
        if block.role is not Role.SECRECY:
            continue
        line = block.span.of(doc.text)
        match = re.search(FORM, line)
        if not match:
            continue
        span = Span(block.span.start + match.start(), block.span.start + len(line[: match.end()].rstrip()))
        if match[4] and match[5] == "年" and int(match[4][:4]) > MOST[match[1]]:
            yield Hit(span, says={"said": f"的期限超过{match[1]}级的一般上限{MOST[match[1]]}年"})
        elif match[3] and match[0] != f"{match[1]}★{match[3]}":
            yield Hit(span, f"{match[1]}★{match[3]}", says={"said": f"应写作“{match[1]}★{match[3]}”"})
        elif match[2] and not match[3]:
            yield Hit(span, says={"said": "有“★”而没有保密期限"})


rule = Rule(
    code="STR016",
    title="密级和保密期限的标注",
    basis=Basis("GB/T 9704—2012", "7.2.2", note="期限上限见保守国家秘密法第二十条"),
    message="密级“{old}”{said}。",
    find=whole(_find),
    bad={
        "机密10年\n关于甲的通知\n各科室：\n请执行。": "机密★10年\n关于甲的通知\n各科室：\n请执行。",
        "⟦秘密★20年⟧\n关于甲的通知\n各科室：\n请执行。": None,
        "⟦机密★⟧\n关于甲的通知\n各科室：\n请执行。": None,
    },
    good=[
        "机密★10年\n关于甲的通知\n各科室：\n请执行。",
        "秘密\n关于甲的通知\n各科室：\n请执行。",
        "涉及绝密10年以上的档案，应当专柜存放。",
    ],
)
