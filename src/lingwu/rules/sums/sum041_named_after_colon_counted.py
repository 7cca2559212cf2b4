"""冒号后面列出的名目，个数应与冒号前面所说的相同：“7个小区：东湖花园、学府一号……”要正好列七个。

只数一句之内用顿号列完的短名目；有“等”字、有“和”“及”而分不清是一项还是两项的，不在此列。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span, Strength, whole
from lingwu.text.numerals import parse
from lingwu.text.regexes import compiled

HEAD = r"(?:[三四五六七八九十]|[3-9]|1\d)(?:个|家|处|所|部|种|类|大)[^，。；：、（）《》“”\d\n]{1,8}[:：]$"
REACH = 12
SAID = (
    r"(?<![第十百几之\d.数])(?P<x>[三四五六七八九十]|[3-9]|1\d)(?P<c>个|家|处|所|部|种|类|大)"
    r"(?P<n>[^，。；：、（）《》“”\d\n]{1,8})[:：](?P<list>(?:[^，。；：、（）《》“”\n]{2,14}、){2,18}[^，。；：、（）《》“”\n]{2,14})"
    r"(?=[。；\n]|$)"
)
UNSURE = r"等|(?<=[^、])[和与及或]|以及|其中|是"


def _find(doc: Document) -> Iterator[Hit]:
    for colon in compiled("[:：]").finditer(doc.text):
        begun = compiled(HEAD).search(doc.text, max(0, colon.end() - REACH), colon.end())
        match = compiled(SAID).match(doc.text, begun.start()) if begun else None
        if not match or match.start("list") != colon.end():
            continue
        said, listed = parse(match["x"]), match["list"].count("、") + 1
        if said is not None and said != listed and not compiled(UNSURE).search(match["list"]):
            yield Hit(Span(match.start("x"), match.end("c")), says={"listed": str(listed)})


rule = Rule(
    code="SUM041",
    title="冒号后名目的个数",
    basis=Basis("公文写作习惯", "", Strength.CUSTOM, "列举的名目与所说的个数一致"),
    message="这里说“{old}”，后面列了{listed}个，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    skip=[Place.QUOTATION, Place.NAME],
    bad={
        "停水涉及⟦5个⟧小区：东湖花园、学府一号、和顺苑、锦绣里。": None,
        "设立⟦三个⟧工作组：综合组、宣传组、后勤组、安保组。": None,
    },
    good=[
        "停水涉及4个小区：东湖花园、学府一号、江畔人家、锦绣里。",
        "设立三个工作组：综合组、宣传组、后勤和安保组、督查组。",
        "涉及8个小区：东湖花园、学府一号、江畔人家等。",
        "第三个小区：东湖花园、学府一号、江畔人家、锦绣里。",
    ],
)
