"""“其中”列出的部分不会多于总数：“共28人，其中专家38人”“共20家，其中国有12家、民营15家”都对不上。

只有个别数字写错的才看得准，所以各项相加超过总数四分之一以上的不提示；部分可以互相重叠的（党员、女性、学历、职称、年龄等），各部分相加可以超过总数，只看单个部分；增减数、百分比不在此列。
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate

from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span, Strength, whole
from lingwu.text.numerals import SCALES, to_arabic
from lingwu.text.regexes import compiled
from lingwu.text.rounded import Rounded, amount_as, rounded

ITEM = rf"[^，。；：、（）()\d\n%]{{1,12}}{amount_as('p')}(?![%以多余])"
EACH = rf"(?P<names>[^，。；：（）()\d\n%]{{1,12}}(?:、[^，。；：、（）()\d\n%]{{1,12}}){{1,4}})各{amount_as('p')}(?![%以多余])"
TOTAL = rf"(?:^|[，。；：、（）\n])(?P<lead>[^，。；：、（）\n]{{0,24}}?)(?<![\d.,])(?<!%){amount_as('t')}[，,（(]其中[:：，]?$"
UNLIKE = r"均|(?<!新)增|减|降|超|比|拟|每|提高|上升|多|少|由|从|节约|盈|亏"
"""Where such a word stands, the figures are changes or averages and no totals."""
OVERLAPPING = (
    r"党|女|男|民族|本科|硕士|博士|大专|学历|学位|职称|高级|中级|岁|残|留守|寄宿|困难|低保|务工|外来|高新|规[上模]|科技|上市|专精|巨人|龙头|品牌|认证|星|代表|委员|骨干|兼|以上|以下|国家|省|级|[占约近超过余累]|"
    r"先进|优秀|重点|示范|计划|另|增|减|降|收回|还"
)
SEATS = "人大代表|政协委员"
COMPLEMENT = r"不合格|未|在办|待办|正在|不通过|不达标"
"""How the second of two complementary parts begins: SUM020 sees to these."""
MOST = 12
MOST_SHARE = Decimal("1.25")
"""Where the parts add up to more than this of the total, they overlap or some are parts of something else."""
REACH = 45


def _parts(text: str, at: int) -> list[tuple[str, Rounded, str]]:
    """The parts that follow one another from ``at``: what stands there, the number, the unit."""
    parts: list[tuple[str, Rounded, str]] = []
    item, each, gap = compiled(ITEM), compiled(EACH), compiled("[、，,]")
    while len(parts) < MOST and (match := item.match(text, at) or each.match(text, at)):
        several = match[0].count("、") + 1
        part = rounded(match["p"], match["ps"])
        parts.append((match[0], Rounded(part.value * several, part.step * several), match["pu"]))
        mark = gap.match(text, match.end())
        if not mark or text.startswith("其中", mark.end()):
            break
        at = mark.end()
    return parts


def _find(doc: Document) -> Iterator[Hit]:
    at = doc.text.find("其中")
    while at >= 0:
        before = doc.text[max(0, at - REACH) : at + 2].rpartition("\n")[2]
        match = compiled(TOTAL).search(before)
        if match and not compiled(UNLIKE).search(match["lead"]):
            total = rounded(match["t"], match["ts"])
            parts = [part for part in _parts(doc.text, at + 2) if part[2] == match["tu"]]
            start = at + 2 - len(before) + match.start("t")
            end = at + 2 - len(before) + match.end("tu")
            yield from _too_much(Span(start, end), total, parts, match["ts"] or "")
        at = doc.text.find("其中", at + 2)


def _too_much(span: Span, total: Rounded, parts: list[tuple[str, Rounded, str]], scale: str) -> Iterator[Hit]:
    if any(compiled(UNLIKE).search(said) for said, _, _ in parts):
        return
    if parts and parts[0][1].low > total.high:
        yield Hit(span, says={"why": "其中的一项比总数还大"})
        return
    plain = [part for said, part, _ in parts if not compiled(OVERLAPPING).search(compiled(SEATS).sub("", said))]
    if len(parts) == 2 and compiled(COMPLEMENT).match(parts[1][0]):
        return
    sums = list(accumulate(part.value for part in plain))
    added = sums[-1] if sums else Decimal(0)
    if total.value in sums or added > total.value * MOST_SHARE:
        return
    slack = sum((part.step for part in [*plain, total]), Decimal(0)) / 2
    exact = all(part.step == int(part.step) < 9 for part in [*plain, total])
    if len(plain) == len(parts) >= 2 and added - total.value > (0 if exact else slack):
        yield Hit(span, says={"why": f"其中各项相加是{to_arabic(added / SCALES[scale])}{scale}"})


rule = Rule(
    code="SUM019",
    title="其中各项超过总数",
    basis=Basis("数据勾稽关系", strength=Strength.RECOMMENDED, note="部分不大于总数"),
    message="总数是“{old}”，{why}，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    skip=[Place.QUOTATION],
    bad={
        "评审组共⟦28人⟧，其中部门人员15人、专家18人。": None,
        "全镇共有企业⟦20家⟧，其中工业企业32家。": None,
        "参加人共⟦20名⟧，其中消费者10名，经营者7名，人大代表、政协委员各2名。": None,
        "总投资⟦1.2亿元⟧，其中财政资金0.8亿元，自筹0.6亿元。": None,
    },
    good=[
        "评审组共28人，其中部门人员15人、专家12人。",
        "共有干部28人，其中党员20人、女性15人。",
        "共有企业20家，其中工业企业12家，从业人员500人。",
        "共增收20万元，其中甲增加30万元、乙减少10万元。",
        "共受理来信来访213件，其中来信98件、来访115件，办结201件。",
        "共有企业120家，其中规上企业60家、高新技术企业80家。",
        "年均投入20亿元，其中去年投入25亿元。",
        "总投资1.2亿元，其中财政资金0.8亿元，自筹0.4亿元。",
    ],
)
