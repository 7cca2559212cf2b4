"""日期固定的节日、纪念日不能写错日子：国庆节10月1日，教师节9月10日，国家宪法日12月4日。"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.text.regexes import compiled

DAYS = {"元旦": "1月1日", "国际劳动妇女节": "3月8日", "植树节": "3月12日", "国际劳动节": "5月1日", "全民国家安全教育日": "4月15日",
        "中国青年节": "5月4日", "全国防灾减灾日": "5月12日", "国际儿童节": "6月1日", "世界环境日": "6月5日", "国际禁毒日": "6月26日",
        "建党节": "7月1日", "建军节": "8月1日", "全国生态日": "8月15日", "教师节": "9月10日", "烈士纪念日": "9月30日",
        "国庆节": "10月1日", "全国消防日": "11月9日", "全国消防宣传日": "11月9日", "国家宪法日": "12月4日",
        "南京大屠杀死难者国家公祭日": "12月13日", "世界水日": "3月22日", "世界无烟日": "5月31日"}  # fmt: skip
NAMES = "|".join(sorted(DAYS, key=len, reverse=True))
SAID = (
    r"(?P<x>\d(?<![\d—至到]\d)[0-2]?月(?:[12]\d|3[01]|[1-9])日)，?(?:是|为)"
    rf"(?:(?:我国|今年|全国|法定)(?:的)?)?(?:第(?:\d{{1,3}}|[一二三四五六七八九十百]{{1,4}})个)?“?({NAMES})(?!假|长假|期间|前|后|黄金|活动|开)"
)


def _find(doc: Document) -> Iterator[Hit]:
    for match in compiled(SAID).finditer(doc.text) if "月" in doc.text else ():
        if match["x"] != DAYS[match[2]]:
            yield Hit(Span(*match.span("x")), DAYS[match[2]], says={"name": match[2]})


rule = Rule(
    code="DAT023",
    title="固定节日的日期",
    basis=Basis("全国年节及纪念日放假办法等", strength=Strength.REQUIRED, note="节日、纪念日日期固定"),
    message="{name}是{new}，不是{old}。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={"9月11日是教师节。": "9月10日是教师节。", "12月5日是第十二个国家宪法日。": "12月4日是第十二个国家宪法日。"},
    good=["9月10日是教师节。", "10月2日是国庆节假期第二天。", "9月8日是教师节前的最后一个工作日。", "10月3日，国庆节"],
)
