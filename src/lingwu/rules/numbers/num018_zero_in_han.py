"""汉字数字里的0：编年用“〇”（二〇二五年），计量用“零”（一百零五个）。“二零二五年”“一百〇五个”都不合规范。"""

import re

from lingwu.rule import Basis, Rule, Severity, pattern


def _mended(match: re.Match[str]) -> str:
    if match["year"]:
        return match["year"].replace("零", "〇")
    return "零"


rule = Rule(
    code="NUM018",
    title="“零”与“〇”",
    basis=Basis("GB/T 15835—2011", "5.2.5"),
    message="“{old}”应写作“{new}”：编年用“〇”，计量用“零”。",
    find=pattern(
        r"(?<![零〇○一二三四五六七八九十百千])(?P<year>[一二][零〇九八七](?:[零〇一二三四五六七八九]{2}))(?=年)"
        r"|(?<=[百千万])〇(?=[一二三四五六七八九](?!十?年))",
        _mended,
    ),
    severity=Severity.ADVICE,
    bad={"二零二五年三月八日": "二〇二五年三月八日", "共一百〇五个村": "共一百零五个村"},
    good=["二〇二五年三月八日", "一百零五个", "三千零二十人", "一九四九年", "二百年来"],
)
