"""电话号码的位数：区号后七位或八位，手机十一位。少一位、多一位都打不通。

只看“电话”“手机”“传真”后面紧跟的号码；三位到六位的短号、内线、服务热线（400、12345等）不看。
"""

from collections.abc import Iterator

from lingwu.anchors import matches
from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.text.regexes import compiled

LABEL = r"(?:电话|手机|手机号|传真|号码|热线)(?:号码)?[：:]\s?(?P<x>[（(]?\d[\d\-—－–（()） ]{5,22}\d)(?![\d*×xX/转])"
AREA = r"0(?:10|2\d|[3-9]\d\d)"
SHORT = ("400", "800", "1", "9")


def _right(said: str) -> bool:
    digits = "".join(char for char in said if char.isdecimal())
    if not digits.startswith("0"):
        mobile = len(digits) == 11 and digits[0] == "1"
        return mobile or len(digits) in (7, 8) or (len(digits) < 11 and digits.startswith(SHORT)) or len(digits) > 12
    match = compiled(AREA).match(digits)
    rest = len(digits) - match.end() if match else 0
    return match is None or rest in (7, 8) or rest > 9 or digits.startswith("00")


def _find(doc: Document) -> Iterator[Hit]:
    if "：" not in doc.text and ":" not in doc.text:
        return
    for match in matches(LABEL, doc.text):
        if not _right(match["x"]):
            yield Hit(Span(*match.span("x")))


rule = Rule(
    code="CON019",
    title="电话号码位数不对",
    basis=Basis("电信网编号计划（2017年版）", "", Strength.RECOMMENDED, "固定电话七位或八位，手机十一位"),
    message="电话号码“{old}”的位数不对，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "联系人：张三，电话：⟦0571-123456⟧。": None,
        "联系人：李四，手机：⟦138001380001⟧。": None,
        "传真：⟦010-123456789⟧": None,
    },
    good=[
        "联系人：张三，电话：0571-12345678。",
        "联系电话：12345；手机：13800138000。",
        "电话：010-12345678-801",
        "监督电话：400-123-4567",
        "电话：0571-12345678 0571-87654321",
    ],
)
