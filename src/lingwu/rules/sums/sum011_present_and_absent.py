"""应到人数、实到人数、请假缺席人数要对得上：应到30人，实到27人，请假缺席的应是3人；实到不会多于应到。"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.text.regexes import compiled

SAID = (
    r"应(?:到|出席|参会|参加)[^，。；\d]{0,8}(?P<all>\d{1,5})[人名][^，。；\d]{0,4}[，、；]\s?"
    r"(?:实(?:到|际到会|际出席|际参会)|出席)[^，。；\d]{0,8}(?P<here>\d{1,5})[人名]"
    r"(?:[，、；]\s?(?:请假|缺席|因[事病公][^，。；\d]{0,4})[^，。；\d]{0,4}(?P<away>\d{1,5})[人名](?=[。；，]?(?:\s|$|[^，、\d]{0,6}[。符会]))(?![^。]{0,8}(?:缺席|请假|迟到|列席)))?"
)


def _find(doc: Document) -> Iterator[Hit]:
    if "应到" not in doc.text and "应出席" not in doc.text and "应参" not in doc.text:
        return
    for match in compiled(SAID).finditer(doc.text):
        all_, here = int(match["all"]), int(match["here"])
        if here > all_:
            yield Hit(Span(*match.span("here")), says={"why": f"应到{all_}，实到不会多于应到"})
        elif match["away"] and all_ - here != int(match["away"]):
            yield Hit(Span(*match.span("away")), says={"why": f"应到{all_}，实到{here}，相差{all_ - here}"})


rule = Rule(
    code="SUM011",
    title="到会人数对不上",
    basis=Basis("数据勾稽关系", strength=Strength.RECOMMENDED, note="应到=实到+未到"),
    message="{why}，这里写作{old}，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "会议应到30人，实到⟦32⟧人，符合规定。": None,
        "会议应到代表30人，实到27人，请假⟦2⟧人，符合法定人数。": None,
    },
    good=[
        "会议应到30人，实到27人，符合规定。",
        "会议应到代表30人，实到27人，请假3人，符合法定人数。",
        "应到30人，实到27人，请假2人，缺席1人。",
    ],
)
