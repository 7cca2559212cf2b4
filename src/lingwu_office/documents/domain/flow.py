"""办理流程: the steps that a document goes through, read from data that an office edits, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Act(StrEnum):
    """What is done in a step."""

    DRAFT = "draft"
    REVIEW = "review"
    COUNTERSIGN = "countersign"
    SIGN = "sign"
    RECHECK = "recheck"
    NUMBER = "number"
    SEAL = "seal"
    DISTRIBUTE = "distribute"
    ARCHIVE = "archive"
    REGISTER = "register"
    SCREEN = "screen"
    PROPOSE = "propose"
    INSTRUCT = "instruct"
    HANDLE = "handle"
    CIRCULATE = "circulate"
    REPLY = "reply"


OUTGOING = (
    Act.DRAFT, Act.REVIEW, Act.COUNTERSIGN, Act.SIGN, Act.RECHECK, Act.NUMBER, Act.SEAL, Act.DISTRIBUTE, Act.ARCHIVE,
)  # fmt: skip
INCOMING = (
    Act.REGISTER, Act.SCREEN, Act.PROPOSE, Act.INSTRUCT, Act.HANDLE, Act.CIRCULATE, Act.REPLY, Act.ARCHIVE,
)  # fmt: skip
ACTS = {"out": OUTGOING, "in": INCOMING}

DRAFTER, UNIT_HEAD, CHOSEN, LEADER, PRINCIPAL, LEAD = "drafter", "unit_head", "chosen", "leader", "principal", "lead"
ROLE = "role:"
ACTORS = {
    DRAFTER: "拟稿（登记）人",
    UNIT_HEAD: "拟稿单位负责人",
    CHOSEN: "上一环节选定的人",
    LEADER: "选定的领导（未选定时为主要负责人）",
    PRINCIPAL: "主要负责人",
    LEAD: "主办人",
}
"""Who gets a step, by the word in the data; besides these ``role:registrar``: whoever holds that role."""

AFTER: Mapping[Act, Act] = {
    Act.RECHECK: Act.SIGN,
    Act.NUMBER: Act.SIGN,
    Act.SEAL: Act.RECHECK,
    Act.DISTRIBUTE: Act.NUMBER,
    Act.SCREEN: Act.REGISTER,
    Act.PROPOSE: Act.SCREEN,
    Act.INSTRUCT: Act.PROPOSE,
    Act.REPLY: Act.HANDLE,
}
"""Acts that stand only behind another one, which must be there (条例 第二十二条至第二十五条)."""
BEFORE_SIGNING = (Act.DRAFT, Act.REVIEW, Act.COUNTERSIGN)
SEVERAL = {Act.REVIEW, Act.COUNTERSIGN, Act.INSTRUCT, Act.HANDLE, Act.CIRCULATE}
"""Acts that may stand in a flow more than once."""
MUST = {"out": (Act.DRAFT, Act.SIGN, Act.RECHECK, Act.NUMBER, Act.ARCHIVE), "in": (Act.REGISTER, Act.ARCHIVE)}
"""Acts that no flow may lack, the first of them at its beginning."""
NAMES = {
    Act.DRAFT: "起草", Act.REVIEW: "审核", Act.COUNTERSIGN: "会签", Act.SIGN: "签发", Act.RECHECK: "复核",
    Act.NUMBER: "登记编号", Act.SEAL: "排版用印", Act.DISTRIBUTE: "分发", Act.ARCHIVE: "归档",
    Act.REGISTER: "登记", Act.SCREEN: "初审", Act.PROPOSE: "拟办", Act.INSTRUCT: "批示", Act.HANDLE: "承办",
    Act.CIRCULATE: "传阅", Act.REPLY: "答复",
}  # fmt: skip
URGENCIES = {"普通": "", "加急": "加急", "特急": "特急"}


class FlowError(ValueError):
    """The data of a flow do not fit; the text is one Chinese sentence for who edits it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: ``limits`` are working days by urgency (``""``, 加急, 特急; 0 is the same day).

    ``optional``: left out where nobody was chosen for it. ``edits``: the text may be changed in it.
    """

    key: str
    title: str
    act: Act
    actor: str
    edits: bool = False
    optional: bool = False
    limits: tuple[tuple[str, int], ...] = ()

    def days(self, urgency: str) -> int | None:
        """Working days that the step has at ``urgency``; None where the flow sets no limit."""
        limits = dict(self.limits)
        return limits.get(urgency, limits.get(""))


@dataclass(frozen=True, slots=True)
class Flow:
    """The steps of a flow in order, as ``parse`` found them right."""

    name: str
    direction: str
    steps: tuple[Step, ...]

    def __contains__(self, key: str) -> bool:
        return any(step.key == key for step in self.steps)

    def at(self, key: str) -> Step:
        """The step of this key. Raises FlowError where there is none."""
        for step in self.steps:
            if step.key == key:
                return step
        raise FlowError(f"流程“{self.name}”没有环节“{key}”。")

    def index(self, key: str) -> int:
        """The place of the step in the order, from 0."""
        return self.steps.index(self.at(key))

    def of(self, act: Act) -> Step | None:
        """The first step in which ``act`` is done."""
        return next((step for step in self.steps if step.act is act), None)

    def before(self, key: str) -> tuple[Step, ...]:
        """The steps in front of this one."""
        return self.steps[: self.index(key)]

    def behind(self, key: str) -> tuple[Step, ...]:
        """The steps behind this one."""
        return self.steps[self.index(key) + 1 :]


def parse(name: str, direction: str, rows: Sequence[Mapping[str, Any]], roles: Sequence[str] | None = None) -> Flow:
    """The flow in ``rows``; ``roles`` are the names of roles that there are (not looked at where None).

    Raises:
        FlowError: something is wrong; the text says all that is.
    """
    if direction not in ACTS:
        raise FlowError(f"流程“{name}”的方向应是 out（发文）或 in（收文），现为“{direction}”。")
    steps = tuple(_step(name, at, row) for at, row in enumerate(rows, 1))
    wrong = list(_wrong(direction, steps, roles))
    if wrong:
        raise FlowError(f"流程“{name}”有{len(wrong)}处不对：" + "".join(wrong))
    return Flow(name, direction, steps)


def _step(flow: str, at: int, row: Mapping[str, Any]) -> Step:
    place = f"流程“{flow}”第{at}个环节"
    unknown = set(row) - {"key", "title", "act", "actor", "edits", "optional", "limits"}
    if unknown:
        raise FlowError(f"{place}有不认识的项“{'、'.join(sorted(unknown))}”。")
    key = row.get("key", "")
    if not isinstance(key, str) or not re.fullmatch(r"[a-z][a-z_]{0,30}", key):
        raise FlowError(f"{place}的代号（key）应是小写英文字母和下划线，如 review。")
    act = row.get("act", key)
    if act not in {*Act}:
        raise FlowError(f"{place}的事项“{act}”不认识，应是{'、'.join(f'{a.value}（{NAMES[a]}）' for a in Act)}之一。")
    return Step(
        key, str(row.get("title") or NAMES[Act(act)])[:20], Act(act), str(row.get("actor", "")),
        row.get("edits", False) is True, row.get("optional", False) is True, _limits(place, row.get("limits") or {}),
    )  # fmt: skip


def _limits(place: str, given: Any) -> tuple[tuple[str, int], ...]:
    if not isinstance(given, Mapping):
        raise FlowError(f"{place}的时限应写成“普通、加急、特急各几个工作日”。")
    for word, days in given.items():
        if word not in URGENCIES or isinstance(days, bool) or not isinstance(days, int) or not 0 <= days <= 250:
            raise FlowError(f"{place}的时限“{word} = {days}”不对，应是普通、加急或特急，0 至 250 个工作日。")
    return tuple((URGENCIES[word], days) for word, days in given.items())


def _wrong(direction: str, steps: Sequence[Step], roles: Sequence[str] | None) -> Iterator[str]:
    if not steps:
        yield "没有环节。"
        return
    keys = [step.key for step in steps]
    for key in sorted({key for key in keys if keys.count(key) > 1}):
        yield f"代号“{key}”用了不止一次。"
    for step in steps:
        yield from _wrong_step(direction, step, roles)
    yield from _wrong_order(direction, steps)


def _wrong_step(direction: str, step: Step, roles: Sequence[str] | None) -> Iterator[str]:
    word = "发文" if direction == "out" else "收文"
    if step.act not in ACTS[direction]:
        yield f"环节“{step.title}”的事项“{NAMES[step.act]}”不属于{word}。"
    role = step.actor.removeprefix(ROLE) if step.actor.startswith(ROLE) else None
    if role is None and step.actor not in ACTORS:
        known = "、".join(f"{word}（{said}）" for word, said in ACTORS.items())
        yield f"环节“{step.title}”的办理人“{step.actor}”不认识，应是{known}，或“role:角色代号”。"
    if role is not None and (not role or (roles is not None and role not in roles)):
        yield f"环节“{step.title}”的角色“{role}”不存在。"
    if step.optional and step.actor not in (CHOSEN, LEADER, LEAD):
        yield f"环节“{step.title}”可略过，办理人就应是选定的（chosen）。"
    if step.optional and step.act in (Act.SIGN, Act.ARCHIVE, Act.NUMBER, Act.RECHECK, Act.REGISTER):
        yield f"环节“{step.title}”不能略过。"


def _wrong_order(direction: str, steps: Sequence[Step]) -> Iterator[str]:
    acts = [step.act for step in steps]
    for act in MUST[direction]:
        if act not in acts:
            yield f"缺少“{NAMES[act]}”环节。"
    yield from _wrong_ends(MUST[direction][0], acts)
    for act in sorted(set(acts) - SEVERAL):
        if acts.count(act) > 1:
            yield f"“{NAMES[act]}”环节只能有一个。"
    for act, needed in AFTER.items():
        if act in acts and (needed not in acts or acts.index(needed) > acts.index(act)):
            yield f"“{NAMES[act]}”应在“{NAMES[needed]}”之后。"


def _wrong_ends(first: Act, acts: Sequence[Act]) -> Iterator[str]:
    if first in acts and acts[0] is not first:
        yield f"第一个环节应是“{NAMES[first]}”。"
    if Act.ARCHIVE in acts and acts[-1] is not Act.ARCHIVE:
        yield "最后一个环节应是“归档”。"
    if Act.SIGN in acts:
        for act in acts[acts.index(Act.SIGN) + 1 :]:
            if act in BEFORE_SIGNING:
                yield f"“{NAMES[act]}”应在“签发”之前。"
