"""农历日期用汉字：农历八月十五、正月初八、腊月二十三，不写“农历8月15”“正月15”。"""

import re

from lingwu.rule import Basis, Rule, pattern
from lingwu.text.numerals import to_chinese


def _han(match: re.Match[str]) -> str:
    def say(said: str) -> str:
        return to_chinese(int(said))

    if match["month"]:
        month, day = {1: "正", 12: "腊"}.get(int(match["month"]), say(match["month"])), match["day"]
        first = "初" if day and int(day) <= 10 else ""
        return f"{match['head']}{month}月" + (first + say(day) if day else "")
    if match["early"]:
        return "初" + say(match["early"])
    first = "初" if int(match["only"]) <= 10 else ""
    return match["name"] + first + say(match["only"])


rule = Rule(
    code="DAT025",
    title="农历日期用了阿拉伯数字",
    basis=Basis("GB/T 15835—2011", "4.2.1"),
    message="农历日期应用汉字，“{old}”应写作“{new}”。",
    find=pattern(
        r"(?P<head>[农阴]历)(?P<month>1[0-2]|[1-9])月(?P<day>[12]\d|30|[1-9])?(?!\d)日?"
        r"|(?P<name>正月|腊月)(?P<only>[12]\d|30|[1-9])(?![\d.%户人元个年—～至-])日?|(?:(?<=正月)|(?<=腊月)|(?<=大年))初(?P<early>[1-9]|10)(?![\d.%万户])",
        _han,
    ),
    bad={
        "农历8月15是中秋节。": "农历八月十五是中秋节。",
        "正月15闹元宵。": "正月十五闹元宵。",
        "正月初8正式上班。": "正月初八正式上班。",
    },
    good=[
        "农历八月十五是中秋节。",
        "正月十五闹元宵。",
        "腊月300户搬迁",
        "符合年初7%的预期",
        "3月初8家企业复工",
        "农历2024年",
    ],
)
