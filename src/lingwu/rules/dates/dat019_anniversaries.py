"""周年数由年份推算：2021年是中国共产党成立100周年。同一短句里年份和周年数都写明而对不上，必有一个写错。"""

from collections.abc import Iterator

from lingwu.anchors import matches
from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span, Strength, whole
from lingwu.structure.issued import document_year
from lingwu.text.numerals import parse

SINCE = {"中国共产党成立": 1921, "建党": 1921, "中华人民共和国成立": 1949, "新中国成立": 1949, "建国": 1949, "建军": 1927,
         "中国人民解放军建军": 1927, "改革开放": 1978, "五四运动": 1919, "辛亥革命": 1911, "南昌起义": 1927,
         "香港回归祖国": 1997, "香港回归": 1997, "澳门回归祖国": 1999, "澳门回归": 1999,
         "红军长征胜利": 1936, "抗日战争胜利": 1945, "抗战胜利": 1945}  # fmt: skip
EVENTS = "|".join(sorted(SINCE, key=len, reverse=True))
NUMBER = r"(\d{1,3}|[一二三四五六七八九十百零]{1,6})"
SAID = (
    rf"(?:((?:18|19|20|21)\d\d)年|今年)[，,]?(?:是|正值|恰逢|迎来|将迎来|适逢|喜迎|欢庆|庆祝|我们迎来了?|我国迎来)(?:伟大的|我们)?"
    rf"({EVENTS}){NUMBER}(?:周年|华诞)"
)


def _find(doc: Document) -> Iterator[Hit]:
    if "周年" not in doc.text and "华诞" not in doc.text:
        return
    for match in matches(SAID, doc.text):
        year = int(match[1]) if match[1] else document_year(doc)
        value = parse(match[3])
        if year is None or value is None or value == year - SINCE[match[2]]:
            continue
        right = year - SINCE[match[2]]
        if right > 0:
            says = {"event": match[2], "since": str(SINCE[match[2]]), "year": str(year)}
            yield Hit(Span(*match.span(3)), str(right), says=says)


rule = Rule(
    code="DAT019",
    title="周年数与年份不符",
    basis=Basis("史实", strength=Strength.REQUIRED, note="周年数由起算年份推算"),
    message="“{event}”从{since}年算起，到{year}年是{new}周年，不是{old}周年。",
    find=whole(_find),
    severity=Severity.DOUBT,
    skip=[Place.NAME],
    bad={
        "讲话\n（2024年9月30日）\n今年是新中国成立70周年。": "讲话\n（2024年9月30日）\n今年是新中国成立75周年。",
        "2024年是新中国成立70周年。": "2024年是新中国成立75周年。",
        "2021年是中国共产党成立101周年，": "2021年是中国共产党成立100周年，",
    },
    good=[
        "今年是新中国成立70周年。",
        "2024年是新中国成立75周年。",
        "2021年，迎接中国共产党成立100周年。",
        "2020年是某某大学成立70周年。",
    ],
)
