"""括号里列出的应当与所说的个数相同：“3个镇（甲镇、乙镇）”只列了两个；“甲县、乙县、丙县4个县”只有三个。

括号里有“等”或者说明文字的、名称里带“和”数不准的，不提示。
"""

from collections.abc import Iterator

from lingwu.anchors import matches
from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span, Strength, whole
from lingwu.text.numerals import parse
from lingwu.text.regexes import compiled

COUNT = r"(?<![第之\d.一二三四五六七八九十百千零多余])(?P<x>[二两三四五六七八九十]|\d{1,2})"
BRACKETS = r"[（(](?P<list>[^，。；：、（）()等\d\n]{1,20}、[^，。；：（）()等\d\n]{1,180})[）)]"
COUNTED = rf"{COUNT}(?P<c>个|家|名|位|所|类|种)(?P<what>[^，。；：、（）()“”《》\s\d]{{1,8}})$"
KINDS = "县|区|市|镇|乡|村|局|街道|社区|学校|中心"
SUM = rf"(?<=[县区市镇乡村局道社校心])(?P<deng>等)?(?P<x>[二两三四五六七八九十]|\d{{1,2}})个?(?P<k>{KINDS})"
SAME = (
    rf"(?P<list>(?:[^，。；：、（）()“”《》\s\d和及与]{{1,8}}(?P<k>{KINDS})[、和及与])(?:[^，。；：、（）()“”《》\s\d和及与]{{1,8}}(?P=k)[、和及与]){{0,12}}"
    rf"[^，。；：、（）()“”《》\s\d和及与]{{1,8}}(?P=k))$"
)
REACH = 14
NO_LIST = r"(?:^|、)[^、](?:、|$)|[含以中共每各原详见]|其|即|包括|如下|附|简称|分别|自治区|直辖市|旗|单列"


def _find(doc: Document) -> Iterator[Hit]:
    if "、" not in doc.text:
        return
    for match in matches(BRACKETS, doc.text):
        start = max(0, match.start() - REACH)
        count = compiled(COUNTED).search(doc.text[start : match.start()])
        if count and not compiled(NO_LIST).search(match["list"]):
            fixed = match["list"].count("、") + 1
            said, most = parse(count["x"]), fixed + len(compiled("和|及|与").findall(match["list"]))
            if said is not None and not fixed <= said <= most and len(count["what"]) > 1:
                yield Hit(Span(start + count.start("x"), start + count.end("c")), says={"listed": str(fixed)})
    for match in matches(SUM, doc.text):
        named = compiled(SAME).search(doc.text[max(0, match.start() - 120) : match.start()])
        said, listed = parse(match["x"]), len(compiled("[、和及与]").findall(named["list"])) + 1 if named else 0
        if not named or said is None or named["k"] != match["k"]:
            continue
        if listed > said or (listed < said and not match["deng"]):
            yield Hit(Span(*match.span("x")), says={"listed": str(listed)})


rule = Rule(
    code="SUM025",
    title="所列名称与个数不符",
    basis=Basis("公文写作习惯", "", Strength.CUSTOM, "列举的名称与所说的个数一致"),
    message="列了{listed}个，这里说“{old}”，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    skip=[Place.QUOTATION],
    bad={
        "涉及⟦3个⟧乡镇（大河镇、小河镇）。": None,
        "大河县、小河县、石桥县⟦4⟧个县已经完成。": None,
    },
    good=[
        "涉及3个乡镇（大河镇、小河镇、石桥镇）。",
        "涉及5个乡镇（大河镇、小河镇等）。",
        "涉及3个部门（文化和旅游局、财政局、民政局）。",
        "大河县、小河县等4个县已经完成。",
        "在33个试点县（市、区）推开。",
        "大河县和小河县两县合作。",
    ],
)
