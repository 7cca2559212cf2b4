"""The elements of a document as its form is filled: what the 条例 asks of 文种, 标题, 主送, 抄送 and the rest.

What lingwu's own rules say of the text, with these elements around it, is not said again here; only what the form
knows and a text does not: the 文种 chosen, the units of the office, the files attached.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

LAW = "党政机关公文处理工作条例"
ERROR, DOUBT, ADVICE = "差错", "疑似", "建议"
KINDS = (
    "决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函",
    "纪要",
)  # fmt: skip
UPWARD = ("请示", "报告")
DOWNWARD = ("决议", "决定", "命令", "通知", "通报", "批复")
WITHOUT_ADDRESSEE = ("决议", "决定", "命令", "公报", "公告", "通告", "纪要")
ENDINGS = {"命令": ("命令", "令")}
"""How titles of a kind end, where not by its name alone."""
USES = ("附件", "来文原件", "定稿", "参考材料")
"""What an attached file may be."""
URGENCIES = ("", "加急", "特急")
CLOSINGS: dict[str, tuple[str, ...]] = {
    "公告": ("特此公告。",),
    "通告": ("特此通告。",),
    "通知": ("特此通知。",),
    "报告": ("特此报告。", "专此报告。"),
    "请示": ("妥否，请批示。", "妥否，请批复。", "当否，请批示。"),
    "批复": ("此复。",),
    "议案": ("请审议。",),
    "函": ("特此函达。", "请予函复。", "特此函复。"),
    "意见": ("以上意见如无不妥，请批转各地各部门执行。",),
}
"""Usual closing formulas of each kind; kinds without one are not there. Habits, offered and not asked for."""
PERSON = re.compile(
    r"(?:同志|先生|女士|书记|(?:省|市|县|区|州|镇|乡|厅|局|处|部|科|院|校|行|董事|秘书)长|主任|主席|总经理|总裁|领导)$"
)
TAIL = re.compile(r"[（(〔][^（）()〔〕]{1,30}[）)〕]$")
SEVERAL = re.compile(r"关于.{2,60}?(?:的请示|及|并|、).{0,60}关于.{2,}的请示$")
ASKING = re.compile(r"(?:请批示|请批复|请审批|请批准|妥否|当否)[，。]?[^\n]{0,12}$", re.MULTILINE)
NAMED = re.compile(r"^\s*附件[：:]\s*\S", re.MULTILINE)
LISTED = re.compile(r"^\s*(?:附件[：:]\s*)?(\d{1,2})[.．]\s*\S", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the form holds. ``lower``: names of the units below the issuer; ``attached``: names of attached files."""

    kind: str = ""
    title: str = ""
    issuer: str = ""
    addressees: str = ""
    copies_to: str = ""
    urgency: str = ""
    text: str = ""
    by_leader: bool = False
    lower: frozenset[str] = frozenset()
    attached: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class ElementFinding:
    """Something is wrong with ``element``: why by which clause, how severe (差错、疑似、建议)."""

    code: str
    element: str
    severity: str
    message: str
    clause: str
    excerpt: str = ""
    source: str = LAW

    @property
    def basis(self) -> str:
        """Source and clause in one line."""
        return f"{self.source} {self.clause}"

    @property
    def fingerprint(self) -> str:
        """Without position, so that a judgement survives edits elsewhere; 32 hexadecimal digits."""
        return sha256(f"{self.code}\n{self.element}\n{self.excerpt}".encode()).hexdigest()[:32]


def check_elements(facts: Facts) -> list[ElementFinding]:
    """All that is wrong with the elements, in the order of the form."""
    return [*_kind(facts), *_title(facts), *_addressees(facts), *_copies(facts), *_others(facts), *_attachments(facts)]


def organs(line: str) -> list[str]:
    """The organs of a line of 主送 or 抄送, in order."""
    return [name for part in re.split(r"[，,、；;\n]", line.strip("：:。 ")) if (name := part.strip())]


def _kind(facts: Facts) -> Iterator[ElementFinding]:
    if facts.kind not in KINDS:
        said = f"“{facts.kind}”不是条例规定的15个文种之一。" if facts.kind else "还没有选文种。"
        yield ElementFinding("ELE001", "文种", ERROR, said, "第八条", facts.kind)


def _title(facts: Facts) -> Iterator[ElementFinding]:
    title = facts.title.rstrip("。")
    while TAIL.search(title):
        title = TAIL.sub("", title)
    ends = ENDINGS.get(facts.kind, (facts.kind,))
    if facts.kind in KINDS and not title.endswith(ends):
        said = f"标题应以文种“{facts.kind}”结尾，并与所选文种一致。"
        yield ElementFinding("ELE002", "标题", ERROR, said, "第九条（七）", facts.title[-20:])
    matter = re.search(r"关于(.+?)的?(?:" + "|".join(ends) + ")$", title) if facts.kind else None
    if facts.kind in KINDS and facts.kind not in ("命令", "公告", "通告", "纪要", "公报") and not matter:
        yield ElementFinding(
            "ELE003", "标题", ADVICE, "标题一般写明事由：“关于……的”加文种。", "第九条（七）", facts.title
        )
    if facts.issuer and facts.title.startswith("关于"):
        said = f"标题由发文机关名称、事由和文种组成，可写作“{facts.issuer}{facts.title}”。"
        yield ElementFinding("ELE004", "标题", ADVICE, said, "第九条（七）", facts.title)
    if facts.kind == "请示" and (SEVERAL.search(title) or (title.count("关于") > 1 and "转" not in title)):
        yield ElementFinding(
            "ELE005", "标题", DOUBT, "请示应当一文一事，标题里似有几件事。", "第十五条（四）", facts.title
        )


def _addressees(facts: Facts) -> Iterator[ElementFinding]:
    names = organs(facts.addressees)
    if not names and facts.kind in KINDS and facts.kind not in WITHOUT_ADDRESSEE:
        yield ElementFinding("ELE010", "主送机关", DOUBT, "还没有填主送机关。", "第九条（八）")
    if facts.kind in UPWARD and len(names) > 1:
        said = f"上行文原则上主送一个上级机关，现在写了{len(names)}个；其他机关用抄送。"
        yield ElementFinding("ELE011", "主送机关", DOUBT, said, "第十五条（一）", facts.addressees)
    if facts.kind in UPWARD and not facts.by_leader:
        for name in names:
            if PERSON.search(name):
                said = f"除上级机关负责人直接交办的事项外，不得向上级机关负责人报送公文，“{name}”应改为机关。"
                yield ElementFinding("ELE012", "主送机关", DOUBT, said, "第十五条（五）", name)
    if facts.kind in UPWARD:
        for name in names:
            if name in facts.lower:
                yield ElementFinding("ELE013", "主送机关", ERROR, f"上行文不能主送下级“{name}”。", "第八条", name)


def _copies(facts: Facts) -> Iterator[ElementFinding]:
    names = organs(facts.copies_to)
    for name in names:
        if facts.kind in UPWARD and name in facts.lower:
            said = f"上行文不抄送下级机关，“{name}”是下级。"
            yield ElementFinding("ELE020", "抄送机关", ERROR, said, "第十五条（一）", name)
        if name in organs(facts.addressees):
            yield ElementFinding("ELE021", "抄送机关", ERROR, f"“{name}”已经主送，不再抄送。", "第九条（十五）", name)
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        yield ElementFinding("ELE022", "抄送机关", ERROR, f"“{name}”抄送了不止一次。", "第九条（十五）", name)


def _others(facts: Facts) -> Iterator[ElementFinding]:
    if not facts.issuer:
        yield ElementFinding("ELE030", "发文机关", ERROR, "还没有填发文机关。", "第九条（十）")
    if facts.urgency not in URGENCIES:
        said = f"公文的紧急程度只有“特急”“加急”，没有“{facts.urgency}”。"
        yield ElementFinding("ELE031", "紧急程度", ERROR, said, "第九条（三）", facts.urgency)
    if facts.kind == "报告" and (asked := ASKING.search(facts.text.rstrip())):
        said = "报告不得夹带请示事项；要请示的，另行文。"
        yield ElementFinding("ELE032", "文种", DOUBT, said, "第十五条（四）", asked[0].strip())


def _attachments(facts: Facts) -> Iterator[ElementFinding]:
    named = len(set(LISTED.findall(_note(facts.text)))) or bool(NAMED.search(facts.text))
    attached = len(facts.attached)
    if attached and not named:
        said = f"附了{attached}个文件，正文后没有附件说明。"
        yield ElementFinding("ELE040", "附件说明", DOUBT, said, "第九条（九）", "、".join(facts.attached)[:60])
    elif attached and named != attached:
        said = f"附件说明写了{int(named)}个附件，附了{attached}个文件。"
        yield ElementFinding("ELE041", "附件说明", DOUBT, said, "第九条（九）", "、".join(facts.attached)[:60])


def _note(text: str) -> str:
    """The 附件说明: from its first line to the first that is no item of it."""
    found = NAMED.search(text)
    if found is None:
        return ""
    lines = text[found.start() :].strip("\n").split("\n")
    kept = [lines[0]]
    for line in lines[1:]:
        if not LISTED.match(line):
            break
        kept.append(line)
    return "\n".join(kept)


def closing_of(kind: str) -> Sequence[str]:
    """Usual closing formulas of ``kind``, the most usual first; none for kinds without one."""
    return CLOSINGS.get(kind, ())
