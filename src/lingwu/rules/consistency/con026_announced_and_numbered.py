"""说了几点，就应编到几点：“提出以下三点意见：”后面编到“四、”，或者只编到“二、”，都要核对。

只看总说在段末、下一段就从第一点编起的（一、（一）1.等）；编号本身不连续的，另有提示，这里不看。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.structure.series import Series, numbered
from lingwu.text.numerals import parse
from lingwu.text.regexes import compiled

SAID = (
    r"(?:以下|下列|下面|如下|讲|谈|提|提出|提几?个|强调|抓好|做好|突出|坚持)(?:我的|自己的|的)?"
    r"(?P<x>[二两三四五六七八九]|[2-9])(?P<c>个方面|方面|个|大|项|点|条|件)[^，。；：、\n\d]{0,10}[：:。]?\s*$"
)
TAIL = 60


def _find(doc: Document) -> Iterator[Hit]:
    if not any(word in doc.text for word in ("点", "项", "个", "条", "件", "方面", "大")):
        return
    for items in numbered(doc):
        first = items[0]
        before = doc.blocks[first.block - 1] if first.number == 1 and first.block else None
        if before is None or not _whole(items):
            continue
        start = max(before.span.start, before.span.end - TAIL)
        match = compiled(SAID).search(doc.text, start, before.span.end)
        said = parse(match["x"]) if match else None
        if match and said and said != len(items):
            yield Hit(Span(*match.span("x")), says={"count": str(len(items))})


def _whole(items: Series) -> bool:
    return len(items) >= 2 and [item.number for item in items] == list(range(1, len(items) + 1))


rule = Rule(
    code="CON026",
    title="所说点数与编号不符",
    basis=Basis("公文通行写法", strength=Strength.CUSTOM, note="总述的条数与分述一致"),
    message="这里说“{old}”，后面编到了{count}，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "现提出以下⟦三⟧点意见：\n一、提高认识\n要认识到位。\n二、抓好落实\n要落实到位。": None,
        "重点抓好⟦两⟧项工作。\n（一）抓学习。\n（二）抓整改。\n（三）抓督查。": None,
    },
    good=[
        "现提出以下两点意见：\n一、提高认识\n要认识到位。\n二、抓好落实\n要落实到位。",
        "现提出以下意见：\n一、提高认识\n要认识到位。\n二、抓好落实\n要落实到位。",
        "今年抓好三项工作，成效明显。\n一、提高认识\n二、抓好落实",
    ],
)
