"""党的历次全国代表大会和近几届中央全会的年份是固定的：十九大2017年，二十大2022年，二十届三中全会2024年。"""

from collections.abc import Iterator

from lingwu.anchors import matches
from lingwu.rule import Basis, Document, Hit, Rule, Span, Strength, whole

YEARS = {"十一届三中全会": 1978, "十二大": 1982, "十三大": 1987, "十四大": 1992, "十五大": 1997, "十六大": 2002,
         "十七大": 2007, "十八大": 2012, "十八届三中全会": 2013, "十八届四中全会": 2014, "十八届五中全会": 2015,
         "十八届六中全会": 2016, "十九大": 2017, "十九届三中全会": 2018, "十九届四中全会": 2019, "十九届五中全会": 2020,
         "十九届六中全会": 2021, "二十大": 2022, "二十届二中全会": 2023, "二十届三中全会": 2024, "二十届四中全会": 2025}  # fmt: skip
NAMES = "|".join(sorted(YEARS, key=len, reverse=True))
SAID = (
    rf"((?:19|20)\d\d)年(?:(?:[一二三四五六七八九十\d]{{1,2}}月)?，?(?:召开的?)?党的({NAMES})(?:胜利)?(?:召开|开幕|闭幕)?"
    rf"(?!以来|之后|后|前|召开[前后]|精神|报告|代表|部署|提出|确定|确立)(?=[，。；是对])"
    rf"|是党的({NAMES})(?:胜利)?召开之年)|党的({NAMES})[（(]((?:19|20)\d\d)年[)）]"
)


def _find(doc: Document) -> Iterator[Hit]:
    if "大" not in doc.text and "中全会" not in doc.text:
        return
    for match in matches(SAID, doc.text):
        name = match[2] or match[3] or match[4]
        group = 5 if match[5] else 1
        if int(match[group]) != YEARS[name]:
            yield Hit(Span(*match.span(group)), str(YEARS[name]), says={"name": name})


rule = Rule(
    code="DAT022",
    title="党的代表大会和全会的年份",
    basis=Basis("史实", strength=Strength.REQUIRED, note="会议召开年份"),
    message="党的{name}于{new}年召开，不是{old}年。",
    find=whole(_find),
    bad={
        "2021年是党的二十大召开之年。": "2022年是党的二十大召开之年。",
        "2018年党的十九大召开，": "2017年党的十九大召开，",
    },
    good=[
        "2022年是党的二十大召开之年。",
        "2021年，党的二十大召开前夕，",
        "2023年党的二十大精神学习班",
        "2017年党的十九大召开。",
        "2019年党的十九大以来",
    ],
)
