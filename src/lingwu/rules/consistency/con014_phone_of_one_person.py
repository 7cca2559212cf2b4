"""同一联系人的电话前后应当一致：同一人的两个号码位数相同、只差一两位数字，多半有一个敲错了。"""

from collections.abc import Iterator

from lingwu.anchors import matches
from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole

CONTACT = (
    r"(?:联系人|联络员|报名联系人|工作人员)[：:]\s?(?P<name>[一-鿿]\s{0,2}[一-鿿]{1,2})[，,；;、。\s（(]{1,4}"
    r"(?:联系|办公|咨询|手机)?(?:电话|号码|手机)?(?:号码?)?[：:]?\s?(?P<phone>\d[\d\-—－]{6,14}\d)"
)


def _find(doc: Document) -> Iterator[Hit]:
    if "联系人" not in doc.text and "联络员" not in doc.text and "工作人员" not in doc.text:
        return
    said: dict[str, str] = {}
    for match in matches(CONTACT, doc.text):
        name = "".join(match["name"].split())
        before = said.setdefault(name, match["phone"])
        if _near(before, match["phone"]):
            yield Hit(Span(*match.span("phone")), says={"name": name, "before": before})


def _near(one: str, other: str) -> bool:
    ours, theirs = ("".join(char for char in phone if char.isdigit()) for phone in (one, other))
    unlike = sum(a != b for a, b in zip(ours, theirs, strict=False))
    return len(ours) == len(theirs) and 0 < unlike <= 2


rule = Rule(
    code="CON014",
    title="同一联系人的电话不一",
    basis=Basis("公文写作习惯", "", Strength.CUSTOM, "联系方式前后一致"),
    message="{name}的电话前面是{before}，这里是{old}，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "联系人：张三，电话：0571-12345678。\n附件\n联系人：张三，电话：⟦0571-12345687⟧。": None,
        "联络员：李小四　联系电话：12345678\n联络员：李小四　联系电话：⟦12345578⟧": None,
    },
    good=[
        "联系人：张三，电话：0571-12345678。\n联系人：张三，电话：0571-12345678。",
        "联系人：张三，电话：0571-12345678。\n联系人：李四，电话：0571-12345687。",
        "联系人：张三，电话：0571-12345678。\n联系人：张三，手机：12345678901。",
    ],
)
