"""量词前面用“两”，不用“二”：两个方面、两名同志。“第二个”“十二个”“二次供水”“二级”这类序数、多位数和固定说法仍用“二”。

法律条文习惯写“二个月”“二次”，这两种不报；其余公文宜用“两”。反过来，序数和“十”前面用“二”：第二、二十人。
"""

from lingwu.rule import Basis, Place, Rule, Severity, Strength, pattern

rule = Rule(
    code="NUM003",
    title="“二”和“两”",
    basis=Basis("现代汉语通用习惯", strength=Strength.CUSTOM, note="量词前用“两”，序数及“十”前用“二”"),
    message="“{old}”宜写作“{new}”。",
    find=pattern(
        r"(?<![第十百千万亿零〇○一二三四五六七八九两几廿卅\d其之王李赵老周分星期点、“）)初])二"
        r"(?P<c>个(?!月|五|一|二|四)|名|种(?!植|田)|件|家(?!庄)|方面)(?![^，。；]{0,3}(?:以上|以下|以内))"
        r"|第两(?P<o>[个项次条批名位届章节种期阶步])|(?<![一二三四五六七八九\d])两十(?P<t>[个人名余多万元家户项])",
        lambda match: (
            "两" + match["c"] if match["c"] else "第二" + match["o"] if match["o"] else "二十" + (match["t"] or "")
        ),
    ),
    severity=Severity.ADVICE,
    skip=[Place.NAME, Place.QUOTATION],
    bad={
        "要抓好二个方面的工作。": "要抓好两个方面的工作。",
        "这是第两次检查。": "这是第二次检查。",
        "抽调两十人组成专班。": "抽调二十人组成专班。",
    },
    good=[
        "要抓好第二个方面的工作。",
        "共有十二个单位。",
        "试用期不超过二个月。",
        "二级教授二人。",
        "二次供水设施",
        "二胡演奏员",
    ],
)
