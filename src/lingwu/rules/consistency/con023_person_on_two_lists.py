"""到会名单里同一个人只列一次；出席的人不会又列在请假、缺席里。

只看“出席：”“请假：”一类标签后面的姓名；同名的两人应当注明单位。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.text.regexes import compiled

PRESENT = "出席|参加|列席|参会|到会"
AWAY = ("请假", "缺席", "未到会")
ABSENT = "|".join(AWAY)
LABEL = rf"\s*(?P<label>{PRESENT}|{ABSENT})(?:人员|领导|单位|名单|同志)?[：:]"
NAME = r"(?<![一-鿿])[一-鿿](?:[一-鿿]{1,2}|[ 　][一-鿿])(?![一-鿿])"


def _find(doc: Document) -> Iterator[Hit]:
    if not any(word in doc.text for word in ("席", "请假", "参加", "到会", "参会")):
        return
    seen: dict[str, str] = {}
    for block in doc.blocks:
        label = compiled(LABEL).match(doc.text, block.span.start, block.span.end)
        if not label:
            continue
        own: set[str] = set()
        for match in compiled(NAME).finditer(doc.text, label.end(), block.span.end):
            name = "".join(match[0].split())
            if name in own:
                yield Hit(Span(*match.span()), says={"where": f"“{label['label']}”名单里列了两次"})
            elif (seen.get(name, label["label"]) in AWAY) != (label["label"] in AWAY):
                yield Hit(Span(*match.span()), says={"where": f"前面已列在“{seen[name]}”里"})
            own.add(name)
            seen.setdefault(name, label["label"])


rule = Rule(
    code="CON023",
    title="到会名单里一人列两处",
    basis=Basis("公文写作习惯", "", Strength.CUSTOM, "名单不重复、不矛盾"),
    message="“{old}”{where}，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "出席：张建国、李明辉、王小梅\n列席：赵立\n请假：⟦李明辉⟧": None,
        "出席：张建国、李明辉、王小梅、⟦张建国⟧": None,
    },
    good=[
        "出席：张建国、李明辉、王小梅\n列席：赵立\n请假：陈东",
        "出席：张建国　李明辉　王小梅\n缺席：无",
        "出席：张建国、李明辉。会议由张建国主持。",
    ],
)
