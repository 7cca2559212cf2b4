"""列出的名目与所说的个数应当相同：“《甲法》《乙法》《丙法》两部法律”，列了三部。

有“等”字的可以少列，不会多列：“《甲》《乙》《丙》等2项制度”也不对。只数书名号、引号紧挨着的一串。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span, Strength, whole
from lingwu.text.numerals import parse
from lingwu.text.regexes import compiled

GAP = "(?:、|和|与|及|以及)?"
LIST = rf"(?:《[^《》\n]{{1,60}}》(?:[（(][^（）()\n]{{1,40}}[）)])?{GAP}){{2,12}}$|(?:“[^“”\n]{{1,20}}”{GAP}){{2,12}}$"
COUNT = r"(?<=[》”）)])(?P<deng>等)?(?P<x>[二两三四五六七八九十]|\d{1,2})(?P<c>部|个|项|份|件|篇|本|大|种|类|款)(?![月年期多余至到])"
REACH = 300
FRONT = r"[、和与及]$|以及$"


def _find(doc: Document) -> Iterator[Hit]:
    if "》" not in doc.text and "”" not in doc.text:
        return
    for match in compiled(COUNT).finditer(doc.text):
        start = max(0, match.start() - REACH)
        named = compiled(LIST).search(doc.text[start : match.start()])
        if not named or compiled(FRONT).search(doc.text[max(0, start + named.start() - 2) : start + named.start()]):
            continue
        said, listed = parse(match["x"]), named[0].count(named[0][0])
        if said is not None and (listed > said if match["deng"] else listed != said):
            yield Hit(Span(match.start("x"), match.end("c")), says={"listed": str(listed)})


rule = Rule(
    code="SUM024",
    title="所列名目与个数不符",
    basis=Basis("公文写作习惯", "", Strength.CUSTOM, "列举的名目与所说的个数一致"),
    message="前面列了{listed}个，这里说“{old}”，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    skip=[Place.QUOTATION, Place.NAME],
    bad={
        "学习《甲法》《乙法》《丙法》⟦两部⟧法律。": None,
        "实施“春风”“暖阳”⟦三大⟧行动。": None,
        "制定《甲办法》《乙办法》《丙办法》等⟦2项⟧制度。": None,
    },
    good=[
        "学习《甲法》《乙法》《丙法》三部法律。",
        "实施“春风”“暖阳”等三大行动。",
        "修订财务制度、《甲办法》《乙办法》三项制度。",
        "《甲办法》《乙办法》两个文件。",
    ],
)
