"""一正一反的两项应合成总数：受理130件，办结96件、在办30件，少了4件。

只看互补而列尽的两项：办结与在办、合格与不合格、通过与未通过、完成与未完成、达标与不达标、赞成与反对和弃权。
"""

from collections.abc import Iterator
from itertools import accumulate

from lingwu.anchors import matches
from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.text.regexes import compiled

UNIT = r"(?:件|个|家|人|名|户|项|起|批次|批|份|条|处|宗|所|台|辆|艘|套|票)?"
DONE = "(?:已?完成整改|已?整改完成|已?整改到位|已?整改)"
PAIRS = {
    "正在办理": ("(?:已?办结|已?办复)", "正在办理"),
    "未办结": ("(?:已?办结|已?办复)", "未办结"),
    "在办": ("(?:已?办结|已?办复)", "在办"),
    "待办": ("(?:已?办结|已?办复)", "待办"),
    "不合格": ("(?<!不)合格", "不合格"),
    "未通过": ("(?<![不未])通过", "未通过"),
    "不通过": ("(?<![不未])通过", "不通过"),
    "未完成": ("(?<!未)完成", "未完成"),
    "不达标": ("(?<![不未])达标", "不达标"),
    "未达标": ("(?<![不未])达标", "未达标"),
    "未整改": (DONE, "未整改"),
    "正在整改": (DONE, "正在整改"),
    "正在推进": (DONE, "正在推进"),
}
"""The second of two parts that make the whole, with what the first and the second are called."""
REACH = 40
SENTENCE = 120
TOTAL = rf"(?<![\d.,])(?P<t>\d{{1,7}})(?P<u>{UNIT})(?:问题|事项|案件|诉求|线索|任务)?[，,（(](?:其中[:：，]?)?(?:目前|现)?(?:均|都)?"
ONE = rf"[^，。；、\d]{{0,3}}(?P<a>\d{{1,7}})(?P<au>{UNIT})[，、,]"
OTHER = rf"[^，。；、\d%]{{0,3}}(?P<b>\d{{1,7}})(?P<bu>{UNIT})(?=[）)。；;\n]|$|，(?!另|还|其余|有))"
VOTES = (
    r"(?:实到|到会|出席|参加表决|参加投票|有表决权)[^，。；\d]{0,8}(?P<t>\d{1,5})[人名][^。；\n]{0,20}?(?:赞成|同意)票?(?P<a>\d{1,5})[票人]"
    r"[，、](?:反对|不同意)票?(?P<b>\d{1,5})[票人][，、]弃权票?(?P<c>\d{1,5})[票人]"
)


def _wholes(before: str, unit: str) -> set[int]:
    """What the two parts may be the whole of: any amount of the sentence so far, or the last ones together."""
    said = compiled(r"[。\n]").split(before)[-1]
    amounts = [int(number) for number, of in compiled(rf"(?<![\d.,])(\d{{1,7}})({UNIT})").findall(said) if of == unit]
    return {*amounts, *accumulate(reversed(amounts))}


def _find(doc: Document) -> Iterator[Hit]:
    for word, (one, other) in PAIRS.items():
        at = doc.text.find(word)
        while at >= 0:
            regex = compiled(TOTAL + one + ONE + other + OTHER)
            match = regex.search(doc.text, max(0, at - REACH), at + len(word) + REACH)
            if match and match.start() < at < match.end():
                added = int(match["a"]) + int(match["b"])
                same = {match["au"], match["bu"]} <= {match["u"], ""}
                if same and added not in _wholes(doc.text[: match.end("u")][-SENTENCE:], match["u"]):
                    yield Hit(Span(match.start("t"), match.end("u")), says={"sum": str(added)})
            at = doc.text.find(word, at + len(word))
    if "弃权" in doc.text:
        for match in matches(VOTES, doc.text):
            added = int(match["a"]) + int(match["b"]) + int(match["c"])
            if added > int(match["t"]):
                yield Hit(Span(*match.span("t")), says={"sum": str(added)})


rule = Rule(
    code="SUM020",
    title="互补的两项与总数不符",
    basis=Basis("数据勾稽关系", strength=Strength.RECOMMENDED, note="互补各项之和等于总数"),
    message="后面各项相加是{sum}，与“{old}”不符，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "共受理诉求⟦130件⟧，其中办结96件、在办30件。": None,
        "抽检食品⟦50批次⟧，合格48批次、不合格3批次。": None,
        "反馈⟦16个⟧问题，已完成整改13个，正在推进4个。": None,
        "到会委员⟦30⟧人，表决结果：赞成28票，反对1票，弃权2票。": None,
    },
    good=[
        "共受理诉求130件，其中办结96件、在办34件。",
        "抽检食品50批次，合格48批次、不合格2批次。",
        "共受理诉求130件，办结96件、在办30件，另有4件转办。",
        "到会委员30人，表决结果：赞成28票，反对1票，弃权1票。",
        "收到建议51件、提案35件，已办结84件，正在办理2件。",
        "收到86件，其中建议51件、提案35件，已办结84件，正在办理2件。",
        "共受理130件，已办结96件，办结率73.8%。",
    ],
)
