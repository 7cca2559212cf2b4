"""Where a document stands in its flow, and what comes of what somebody does: pure functions, no storage.

``Course`` is what is known, ``Move`` what follows. Actions read a course, ask here, and store the move.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lingwu_office.documents.domain.flow import Act, Flow, Step

OPEN, PASSED, RETURNED, HANDED_ON, READ, CANCELLED = "", "passed", "returned", "handed_on", "read", "cancelled"


class CourseError(ValueError):
    """What was asked does not fit where the document stands; the text is one Chinese sentence."""


@dataclass(frozen=True, slots=True)
class Part:
    """One hand's part in one step: ``who`` is ``person:3`` or ``post:4``; ``version`` the text it was given on."""

    key: int
    step: str
    who: str
    round: int = 1
    outcome: str = OPEN
    version: int = 0
    lead: bool = True
    order: int = 0

    @property
    def open(self) -> bool:
        """Whether it still waits."""
        return self.outcome == OPEN


@dataclass(frozen=True, slots=True)
class Course:
    """A document in its flow. ``substantial``: numbers of the versions that change more than wording."""

    flow: Flow
    step: str
    round: int = 1
    version: int = 0
    substantial: frozenset[int] = frozenset()
    signed_version: int | None = None
    numbered: bool = False
    sealed: bool = False
    parts: tuple[Part, ...] = ()
    plan: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def at(self) -> Step:
        """The step it is in."""
        return self.flow.at(self.step)

    @property
    def signed(self) -> bool:
        """Whether it was signed, and the signature holds."""
        return self.signed_version is not None

    def waiting(self, step: str) -> tuple[Part, ...]:
        """The open parts of a step."""
        return tuple(part for part in self.parts if part.step == step and part.open)

    def holds(self, part: Part) -> bool:
        """Whether the opinion still holds: no substantial version came after the one it was given on."""
        return not any(part.version < number <= self.version for number in self.substantial)

    def passed(self, key: str) -> bool:
        """Whether the step lies behind the document."""
        return key in self.flow and self.flow.index(key) < self.flow.index(self.step)


@dataclass(frozen=True, slots=True)
class Move:
    """What follows: open parts to cancel, and the step to go to (None: it stays and waits for the others).

    ``hands`` are who gets it; None leaves it to the flow's actor. ``unsigns``: the signature no longer holds.
    """

    step: Step | None = None
    hands: tuple[str, ...] | None = None
    cancels: tuple[int, ...] = ()
    unsigns: bool = False
    new_round: bool = False


def pending(course: Course, step: Step) -> tuple[str, ...]:
    """Who was chosen for 会签 (or to sign together) in ``step`` and has not agreed to the text as it is now."""
    agreed = {
        part.who for part in course.parts if part.step == step.key and part.outcome == PASSED and course.holds(part)
    }
    return tuple(who for who in course.plan.get(step.key, ()) if who not in agreed)


def passed_on(course: Course, key: int) -> Move:
    """The part ``key`` of the step passes: others wait, or the document goes on.

    Raises:
        CourseError: the part is not open in this step.
    """
    mine = next((part for part in course.waiting(course.step) if part.key == key), None)
    if mine is None:
        raise CourseError(f"这份待办不在“{course.at.title}”环节，或已经办过。")
    others = [part for part in course.waiting(course.step) if part.key != key]
    pool = course.step not in course.plan and mine.lead
    cancels = tuple(part.key for part in others if pool and part.lead)
    if len(cancels) < len(others):
        return Move(cancels=cancels)
    done = _closed(course, key)
    if course.at.act is Act.SIGN and (again := pending(done, course.at)):
        return Move(course.at, again, cancels, new_round=True)
    step, hands = following(done)
    return Move(step, hands, cancels, new_round=_again(done, step))


def _closed(course: Course, key: int) -> Course:
    parts = tuple(
        Part(p.key, p.step, p.who, p.round, PASSED, course.version, p.lead, p.order) if p.key == key else p
        for p in course.parts
    )
    return Course(
        course.flow, course.step, course.round, course.version, course.substantial, course.signed_version,
        course.numbered, course.sealed, parts, course.plan,
    )  # fmt: skip


def _again(course: Course, step: Step) -> bool:
    """Whether some hand had ``step`` in this round already."""
    return any(part.step == step.key and part.round == course.round and part.outcome != OPEN for part in course.parts)


def following(course: Course) -> tuple[Step, tuple[str, ...] | None]:
    """The step after this one, and who gets it (None: the flow's actor).

    An optional step with nobody chosen is left out, so is 会签 that all have given on this text, and 编号 where the
    number is there. Before 签发 whoever's opinion was given on another text gets it again.

    Raises:
        CourseError: there is no step behind, or a chosen hand is missing.
    """
    for step in course.flow.behind(course.step):
        if step.act is Act.SIGN and (again := _to_agree_again(course)):
            return again
        if step.act is Act.COUNTERSIGN and course.plan.get(step.key):
            if hands := pending(course, step):
                return step, hands
            continue
        if (step.optional and not course.plan.get(step.key)) or (step.act is Act.NUMBER and course.numbered):
            continue
        return step, course.plan.get(step.key) or None
    raise CourseError(f"“{course.at.title}”是最后一个环节，不能再送。")


def _to_agree_again(course: Course) -> tuple[Step, tuple[str, ...]] | None:
    for step in course.flow.steps:
        if step.act is Act.COUNTERSIGN and (hands := pending(course, step)):
            return step, hands
    return None


def returned(course: Course, to: str) -> Move:
    """Sent back to the earlier step ``to``, to whom had it last there.

    Raises:
        CourseError: the document did not come through that step, or has a number and would lose its signature.
    """
    earlier = behind_it(course)
    if to not in {step.key for step in earlier}:
        raise CourseError(f"只能退回到经过的环节：{'、'.join(step.title for step in earlier) or '没有'}。")
    step = course.flow.at(to)
    unsigns = course.signed and step.act is not Act.RECHECK and not _behind_signing(course.flow, step)
    if unsigns and course.numbered:
        raise CourseError("已经编号的公文，先把编号作废，才能退到签发和签发以前的环节。")
    cancels = tuple(part.key for part in course.waiting(course.step))
    return Move(step, _had_it(course, step), cancels, unsigns=unsigns, new_round=True)


def behind_it(course: Course) -> tuple[Step, ...]:
    """The steps in front of this one that the document went through, in their order."""
    been = {part.step for part in course.parts}
    return tuple(step for step in course.flow.before(course.step) if step.key in been)


def _behind_signing(flow: Flow, step: Step) -> bool:
    sign = flow.of(Act.SIGN)
    return sign is not None and flow.index(step.key) > flow.index(sign.key)


def _had_it(course: Course, step: Step) -> tuple[str, ...] | None:
    if step.act is Act.COUNTERSIGN:
        return pending(course, step) or course.plan.get(step.key) or None
    helps = step.act is Act.HANDLE  # 协办 is asked again; who was only asked for 加签 is not made the one who passes on
    done = [part for part in course.parts if part.step == step.key and part.outcome == PASSED and (part.lead or helps)]
    last = max((part.round for part in done), default=0)
    return tuple(dict.fromkeys(part.who for part in done if part.round == last)) or course.plan.get(step.key) or None


def changed(course: Course) -> Move | None:
    """What follows a substantial change of the text: after 签发 it goes back to who signed (条例 第二十五条).

    Raises:
        CourseError: it has a number already.
    """
    sign = course.flow.of(Act.SIGN)
    return returned(course, sign.key) if course.signed and sign is not None else None


def hindrance(course: Course, act: Act) -> str:
    """Why ``act`` cannot be done here and now, in one sentence; empty where it can."""
    if course.at.act is not act:
        return f"公文现在“{course.at.title}”环节。"
    if act is Act.SIGN and (again := _to_agree_again(course)):
        step, hands = again
        return f"正文在{step.title}后有实质性改动，{len(hands)}人的意见已不作数，请退回“{step.title}”重新会签。"
    return next((said for acts, fails, said in GUARDS if act in acts and fails(course)), "")


def _rechecked(course: Course) -> bool:
    recheck = course.flow.of(Act.RECHECK)
    return recheck is not None and course.passed(recheck.key)


GUARDS: tuple[tuple[tuple[Act, ...], Callable[[Course], bool], str], ...] = (
    (
        (Act.RECHECK, Act.NUMBER, Act.SEAL, Act.DISTRIBUTE),
        lambda course: not course.signed,
        "公文还没有签发，不能编号、印制、用印和分发（条例第二十二条、第二十五条）。",
    ),
    ((Act.NUMBER,), lambda course: course.numbered, "公文已经编号；要换号，先把原号作废。"),
    (
        (Act.SEAL, Act.DISTRIBUTE),
        lambda course: not _rechecked(course),
        "公文还没有复核，不能印制、用印（条例第二十五条）。",
    ),
    ((Act.DISTRIBUTE,), lambda course: not course.numbered, "公文还没有编号，不能分发。"),
)
"""What must be there before an act, and what is said where it is not."""
