"""史事的日期不能写错：1927年8月1日南昌起义，1949年10月1日中华人民共和国成立。

事件和日期连写在一起（“1936年西安事变爆发”“遵义会议（1935年1月）”）而与史实不符的提示。事件及日期见 lexicons/historic_dates.tsv；
只写年、只写年月的只对照写出的部分。“成立××周年”“……以后”“……期间”等不是讲发生之日，不在此列。
"""

from collections.abc import Iterator, Mapping
from functools import cache

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.structure.facts import table
from lingwu.text.regexes import compiled

DAY = r"(?P<{0}y>1[89]\d\d|20[0-2]\d)年(?:(?P<{0}m>\d{{1,2}})月(?:(?P<{0}d>\d{{1,2}})日)?)?"
VERBS = r"爆发|发生|胜利召开|召开|胜利闭幕|举行|打响|签订|签署|开幕|发射|升空|取得胜利|隆重举行|通车|正式成立|宣告成立"
DONE = ("成立", "诞生", "胜利", "投降", "建交", "解放", "回归", "爆炸", "开工", "组织")
"""What an event ends with that is told by its name alone."""
NOT_THEN = r"(?!\s?\d|[一二三四五六七八九十百]+(?:多|余|几)?(?:周年|年|个)|后|以来|以后|之后|前|初|之初|时|的|周年|纪念|期间|委员会|大会|百年)"


def _find(doc: Document) -> Iterator[Hit]:
    dates = _dates()
    if not any(event in doc.text for event in dates):
        return
    for match in compiled(_said()).finditer(doc.text):
        side = "a" if match["ay"] else "b"
        event = match["aevent"] or match["bevent"] or match["sevent"]
        said = match[f"{side}y"], match[f"{side}m"], match[f"{side}d"]
        right = dates[event]
        if any(mine and int(mine) != theirs for mine, theirs in zip(said, right, strict=False)):
            start, end = match.start(f"{side}y"), max(match.end(f"{side}{part}") for part in "ymd") + 1
            units = "年月日"
            new = "".join(f"{n}{unit}" for n, unit, mine in zip(right, units, said, strict=False) if mine)
            full = "".join(f"{n}{unit}" for n, unit in zip(right, units, strict=False))
            yield Hit(Span(start, end), new, says={"event": event, "right": full})


@cache
def _dates() -> Mapping[str, tuple[int, ...]]:
    rows = table("historic_dates")
    return {event: tuple(map(int, row["date"].split("-"))) for row in rows for event in row["event"].split("|")}


@cache
def _said() -> str:
    """A date right before an event and what befell, or an event and its date in brackets."""
    names = sorted(_dates(), key=len, reverse=True)
    events = "|".join(names)
    done = "|".join(name for name in names if name[-2:] in DONE)
    before = DAY.format("a") + rf"，?(?:(?P<aevent>{events})(?:{VERBS})|(?P<sevent>{done})(?=[，。；、]|$)){NOT_THEN}"
    return before + rf"|(?P<bevent>{events})[（(]{DAY.format('b')}[)）]"


rule = Rule(
    code="NAM017",
    title="史事的日期",
    basis=Basis("史实", strength=Strength.REQUIRED, note="事件的日期"),
    message="{event}是{right}，此处写作“{old}”，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "1937年西安事变爆发，震动全国。": "1936年西安事变爆发，震动全国。",
        "1927年7月1日，南昌起义打响。": "1927年8月1日，南昌起义打响。",
        "遵义会议（1936年1月）是生死攸关的转折点。": "遵义会议（1935年1月）是生死攸关的转折点。",
        "1948年，新中国成立，": "1949年，新中国成立，",
    },
    good=[
        "1936年西安事变爆发，震动全国。",
        "2009年，新中国成立60周年。",
        "1921年7月23日，中国共产党第一次全国代表大会召开。",
        "1950年，新中国成立后，",
        "2013年，汶川地震灾后重建",
        "1946年抗战胜利以后，",
    ],
)
