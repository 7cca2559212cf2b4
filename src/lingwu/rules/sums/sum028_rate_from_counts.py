"""合格率、办结率等应与前面的件数相符：抽检50批次，合格48批次，合格率是96%，不是98%。

空气优良天数和优良率也可以互推：全年365天，优良331天，优良率是90.7%。
"""

from collections.abc import Iterator
from decimal import Decimal

from lingwu.anchors import matches
from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.text.regexes import compiled
from lingwu.text.rounded import UNIT, rounded, show

KEYS = "合格|办结|完成|达标|通过|整改|签约|优良|满意|就业|检出|治愈|入库|开工|竣工|兑现|审结|执结|回复|答复"
RATE = rf"(?P<k>{KEYS})率(?:为|达到?|是)?(?P<p>\d{{1,3}}(?:\.\d{{1,2}})?)[%％]"
COUNTS = (
    rf"(?<![\d.,])(?P<t>\d{{2,7}})(?P<u>批次|{UNIT})(?:[^，。；：、（）\d]{{0,8}})[，,（(](?:其中[:：，]?)?(?:已|目前已)?[^，。；：、（）\d]{{0,4}}KEY[^，。；：、（）\d]{{0,6}}"
    rf"(?P<a>\d{{1,7}})(?P<v>批次|{UNIT})(?:[，、][^，。；\n%]{{0,20}})?[，,（(](?:总体|总|综合|抽检|产品|平均)?$"
)
DAYS = r"优良(?:天数)?(?:共|为|达到?|是)?(?P<n>\d{3})天[，,（(][^，。；\d]{0,10}优良(?:天数)?(?:率|比例|比率)(?:为|达到?|是)?(?P<p>\d{2}(?:\.\d{1,2})?)[%％]"
REACH = 90


def _find(doc: Document) -> Iterator[Hit]:
    if "率" not in doc.text or ("%" not in doc.text and "％" not in doc.text):
        return
    for match in matches(RATE, doc.text):
        before = doc.text[max(0, match.start() - REACH) : match.start()].rpartition("\n")[2]
        counts = compiled(COUNTS.replace("KEY", match["k"])).search(before)
        if counts and counts["u"] == counts["v"]:
            total, part, said = rounded(counts["t"]), rounded(counts["a"]), rounded(match["p"])
            exact = Decimal(100) * part.value / total.value if total.value else Decimal(0)
            if 0 < exact <= 100 and abs(exact - said.value) > said.step:
                yield Hit(Span(*match.span("p")), show(exact, said.step))
    for match in matches(DAYS, doc.text) if "优良" in doc.text else ():
        days, said = Decimal(match["n"]), rounded(match["p"])
        if days > 250 and not any(abs(days * 100 / year - said.value) <= said.step for year in range(360, 367)):
            yield Hit(Span(*match.span("p")), show(days * 100 / 365, said.step))


rule = Rule(
    code="SUM028",
    title="比率与件数不符",
    basis=Basis("数据勾稽关系", strength=Strength.RECOMMENDED, note="比率=部分÷总数"),
    message="按前面的数推算应为{new}%，这里写作{old}%，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "抽检食品50批次，合格48批次，合格率98%。": "抽检食品50批次，合格48批次，合格率96%。",
        "共受理诉求130件，已办结96件，办结率83.8%。": "共受理诉求130件，已办结96件，办结率73.8%。",
        "全年优良天数为331天，优良率92.7%。": "全年优良天数为331天，优良率90.7%。",
    },
    good=[
        "抽检食品50批次，合格48批次，合格率96%。",
        "共受理诉求130件，已办结96件，按期办结率100%。",
        "共受理诉求130件，已办结96件，群众满意率98.5%。",
        "全年优良天数331天，优良率90.7%。",
    ],
)
