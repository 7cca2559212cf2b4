"""数量乘单价应等于金额：“办公桌120张，单价1500元，小计18.5万元”，120×1500=18万元。"""

from collections.abc import Iterator
from decimal import Decimal

from lingwu.anchors import matches
from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.text.rounded import rounded, show

NUM = r"\d[\d,]{0,12}(?:\.\d{1,4})?"
COUNTED = r"(?P<q>\d[\d,]{0,8})(?P<u>张|把|台|套|件|个|辆|部|只|本|册|吨|株|棵|人|名|户|亩|间|盏|块|床|箱|公里|平方米)"
PRICE = rf"(?P<p>{NUM})(?P<ps>万)?元"
TOTAL = rf"(?:小计|合计|共计|总计|共需|计|共)(?:资金|费用|金额|投资|奖金|补助)?(?P<t>{NUM})(?P<ts>万|亿)?元"
FIRST = (
    rf"(?<![\d.,]){COUNTED}[，,、（(](?:每(?P=u)|单价|均价)(?:补助|奖励|补贴|标准)?(?:为|是|：)?{PRICE}[，,）)]+{TOTAL}"
)
LATER = rf"每(?P<v>[^\d，。；\n])[^\d，。；\n]{{0,10}}{PRICE}[，,][^\d，。；\n]{{0,8}}(?<![\d.,])(?P<q>\d[\d,]{{0,8}})(?P=v)[，,]{TOTAL}"


def _find(doc: Document) -> Iterator[Hit]:
    if "元" not in doc.text or not any(word in doc.text for word in ("单价", "每", "均价")):
        return
    for regex in (FIRST, LATER):
        for match in matches(regex, doc.text):
            price, total = rounded(match["p"], match["ps"]), rounded(match["t"], match["ts"])
            value = price.value * Decimal(match["q"].replace(",", ""))
            slack = price.step / 2 * Decimal(match["q"].replace(",", "")) if "." in match["p"] else 0
            if value > 0 and not total.meets(value - slack, value + slack):
                size = {"万": 10**4, "亿": 10**8}.get(match["ts"] or "", 1)
                yield Hit(Span(*match.span("t")), show(value / size, Decimal("0.01")))


rule = Rule(
    code="SUM042",
    title="数量乘单价",
    basis=Basis("数据勾稽关系", strength=Strength.RECOMMENDED, note="金额=数量×单价"),
    message="按数量和单价推算应为{new}，这里写作{old}，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "办公桌120张，单价1500元，小计18.5万元。": "办公桌120张，单价1500元，小计18万元。",
        "每部电梯补助15万元，全年26部，共计380万元。": "每部电梯补助15万元，全年26部，共计390万元。",
    },
    good=[
        "办公桌120张，单价1500元，小计18万元。",
        "办公椅201把，单价599元，小计12.04万元。",
        "每部电梯补助15万元，全年26部，共计390万元。",
        "办公桌120张，单价1500元，预算20万元。",
    ],
)
