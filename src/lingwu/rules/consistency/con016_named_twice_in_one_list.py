"""一串并列的名称里同一个名称列了两次：“市教育局、市财政局、市民政局、市教育局”，多半是重复，或者另有一个写错。

只看顿号连成的四项以上、机关单位和村镇等专门名称；“省、自治区”之类的泛称不看。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span, Strength, whole
from lingwu.text.regexes import compiled

ITEM = r"[^、，。；：！？“”《》（）()\s\d]{2,20}"
REST_OF_LIST = rf"(?:、{ITEM}){{3,}}"
FIRST = rf"{ITEM}$"
LEAD = "^(?:请|由|和|与|向|对|会同|以及|包括|邀请)"
REST = "(?:等|已|要|应|须|配合|参加|负责|组成|分别|共同|的|为).*"
ENDS = r"(?:局|委|厅|办|院|中心|公司|村|镇|社区|街道|县|市|区|校|中学|小学|银行|管委会|办公室|科|处|总站|大队|支队)$"
GENERIC = r"^(?:[各有本该区县市省乡]|自治|民族|直辖|街道|开发区|设区)"
LEAST = 3


def _find(doc: Document) -> Iterator[Hit]:
    if "、" not in doc.text:
        return
    for match in compiled(REST_OF_LIST).finditer(doc.text):
        names = match[0].split("、")
        first = compiled(FIRST).search(doc.text[max(0, match.start() - 20) : match.start()])
        names[0] = compiled(LEAD).sub("", first[0], count=1) if first else ""
        names[-1] = compiled(REST).sub("", names[-1])
        at = match.start() - len(names[0])
        seen: set[str] = set()
        for name in names if len(set(names)) < len(names) else ():
            named = len(name) >= LEAST and compiled(ENDS).search(name)
            if name in seen and named and not compiled(GENERIC).search(name.removeprefix("市").removeprefix("区")):
                yield Hit(Span(at, at + len(name)))
            seen.add(name)
            at += len(name) + 1


rule = Rule(
    code="CON016",
    title="一串名称里重复列举",
    basis=Basis("公文写作习惯", "", Strength.CUSTOM, "列举不重复"),
    message="“{old}”在这一串里前面已经列过，请核对是否重复或另有一项写错。",
    find=whole(_find),
    severity=Severity.DOUBT,
    skip=[Place.QUOTATION],
    bad={
        "请市教育局、市财政局、市民政局、⟦市教育局⟧、市审计局配合。": None,
        "大河村、小河村、石桥村、⟦大河村⟧已经通水。": None,
    },
    good=[
        "请市教育局、市财政局、市民政局、市审计局配合。",
        "大河村、小河村，大河村的石桥组、河口组。",
        "张、王、李、张。",
        "县级、市级、省级、县级市。",
    ],
)
