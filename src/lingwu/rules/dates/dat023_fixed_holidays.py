"""日期固定的节日、纪念日不能写错日子：国庆节10月1日，教师节9月10日，国家宪法日12月4日。各个节日的日期见 lexicons/festivals.tsv。"""

from collections.abc import Iterator, Mapping
from functools import cache

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.structure.facts import table
from lingwu.text.regexes import compiled

NUMBERED = r"(?:第(?:\d{1,3}|[一二三四五六七八九十百]{1,4})个)?“?"
DAY = r"(?P<{0}>\d(?<![\d—至到]\d)[0-2]?月(?:[12]\d|3[01]|[1-9])日)"


def _find(doc: Document) -> Iterator[Hit]:
    days = _days()
    if "日" not in doc.text or "月" not in doc.text or not any(name in doc.text for name in days):
        return
    for match in compiled(_said()).finditer(doc.text):
        side = next(side for side in "abc" if match[side])
        name = match[side + "name"]
        if match[side] != days[name]:
            yield Hit(Span(*match.span(side)), days[name], says={"name": name})


@cache
def _days() -> Mapping[str, str]:
    rows = table("festivals")
    return {name: "{}月{}日".format(*row["day"].split("-")) for row in rows for name in row["name"].split("|")}


@cache
def _said() -> str:
    """A day that is a festival, a festival with its day in brackets, and the yearly day that is made one."""
    names = "|".join(sorted(_days(), key=len, reverse=True))
    after = r"(?!假|长假|期间|前|后|黄金|活动|开)"
    return (
        rf"{DAY.format('a')}，?(?:是|为)(?:(?:我国|今年|全国|法定)(?:的)?)?{NUMBERED}(?P<aname>{names}){after}"
        rf"|(?P<bname>{names})”?[（(](?:每年)?{DAY.format('b')}[)）]"
        rf"|每年(?:的)?{DAY.format('c')}(?:的|定为|设立为|确定为)?“?(?P<cname>{names}){after}"
    )


rule = Rule(
    code="DAT023",
    title="固定节日的日期",
    basis=Basis("全国年节及纪念日放假办法等", strength=Strength.REQUIRED, note="节日、纪念日日期固定"),
    message="{name}是{new}，不是{old}。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "9月11日是教师节。": "9月10日是教师节。",
        "12月5日是第十二个国家宪法日。": "12月4日是第十二个国家宪法日。",
        "结合国家公祭日（12月12日）开展活动": "结合国家公祭日（12月13日）开展活动",
        "每年11月8日的全国消防日": "每年11月9日的全国消防日",
    },
    good=["9月10日是教师节。", "10月2日是国庆节假期第二天。", "9月8日是教师节前的最后一个工作日。", "10月3日，国庆节"],
)
