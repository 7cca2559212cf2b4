"""同一个机关的名称前后差一个字：多处写“区应急管理局”，一处写成“区应急管理居”。

只看差一个音近、形近的字（局与居、和与与、监与检等），而且少的一方远少于多的一方的。
"""

from collections import Counter
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span, Strength, whole
from lingwu.text.lookalikes import one_slip
from lingwu.text.regexes import compiled

SUFFIX = "管理局|委员会|办公室|人民政府|管委会|街道办|局|厅|委|中心|法院|检察院|公司|学校|学院|医院|银行|协会"
TAIL = rf"(?:{SUFFIX})(?=[、，。；：）)”\s负牵要会和主组]|$)"
HEAD = r"(?:[由请对经])?(?P<x>[一-鿿]{2,18})$"
ORGANS = ("会", "府", "局", "院", "部", "厅", "委", "处", "办", "中心", "公司", "室")
JOINS = "和与及"
MOST = 24
LEAST = 5


def _find(doc: Document) -> Iterator[Hit]:
    if not any(mark in doc.text for mark in "局厅委院"):
        return
    counts: Counter[str] = Counter()
    for match in compiled(TAIL).finditer(doc.text):
        named = compiled(HEAD).search(doc.text[max(0, match.start() - 13) : match.end()])
        if named and "等" not in named["x"]:
            counts[named["x"]] += 1
    for name, _ in counts.most_common(MOST):
        if len(name) >= LEAST and doc.text.count(name) >= 2:
            yield from _near(doc, name)


def _near(doc: Document, name: str) -> Iterator[Hit]:
    """The places where all of ``name`` but one character stands."""
    half = len(name) // 2
    starts: set[int] = set()
    for piece, shift in ((name[:half], 0), (name[half:], half)):
        at = doc.text.find(piece)
        while at >= 0:
            slip = one_slip(doc.text[at - shift : at - shift + len(name)], name) if at >= shift else -1
            if slip > 0 and not (name[slip] in JOINS and name[:slip].endswith(ORGANS)):
                starts.add(at - shift)
            at = doc.text.find(piece, at + 1)
    if starts and len(starts) * 2 <= doc.text.count(name):
        for start in sorted(starts):
            yield Hit(Span(start, start + len(name)), name)


rule = Rule(
    code="CON012",
    title="机关名称前后差一字",
    basis=Basis("公文写作习惯", "", Strength.CUSTOM, "机关名称前后一致"),
    message="本文多处写“{new}”，这里是“{old}”，差一个字，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    skip=[Place.NAME],
    bad={
        "由示范区应急管理局牵头，示范区应急管理局负责，请示范区应急管理居配合。": "由示范区应急管理局牵头，示范区应急管理局负责，请示范区应急管理局配合。",
        "示范市发展和改革局负责。示范市发展和改革局，会同示范市发展与改革局、示范市财政局。": "示范市发展和改革局负责。示范市发展和改革局，会同示范市发展和改革局、示范市财政局。",
    },
    good=[
        "由示范区应急管理局牵头，示范区应急管理局负责，请示范市应急管理局配合。",
        "由第一人民医院牵头，第一人民医院负责，请第二人民医院配合。",
        "由示范区应急管理局牵头，请示范区应急管理居配合。",
        "业主大会和业主委员会牵头，由业主大会和业主委员会负责，业主大会与业主委员会监督。",
    ],
)
