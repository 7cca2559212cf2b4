"""What a policy looks at: a person, a document, who has it, and in which step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lingwu_office.access.policies import administration_of, may_by_role
from lingwu_office.documents.domain.flow import CHOSEN, Act, Step
from lingwu_office.documents.flows import flow_of
from lingwu_office.documents.models import Assignment, Document, Outcome, State
from lingwu_office.documents.seeing import may_see
from lingwu_office.documents.standing import Standing, standing_of
from lingwu_office.foundation.verdict import Verdict, no, yes

BESIDE = {
    "circulate": Step("circulate", "传阅", Act.CIRCULATE, CHOSEN, limits=(("", 3),)),
    "handle": Step("handle", "承办", Act.HANDLE, CHOSEN, limits=(("", 3),)),
}
"""Steps that a document received may be in beside those of its flow."""
ENDED = (State.DONE, State.REJECTED, State.VOIDED)


@dataclass
class Look:
    """What a policy needs to know of a person and a document, each read once."""

    person: Any
    document: Document

    @cached_property
    def standing(self) -> Standing:
        """What the person stands for."""
        return standing_of(self.person)

    @cached_property
    def waiting(self) -> list[Assignment]:
        """All open assignments of the document that hold it: of readers one after the other only the first."""
        rows = self.document.assignments.filter(outcome=Outcome.OPEN).select_related("person", "post__unit")
        first: dict[tuple[str, int], int] = {}
        for row in rows:
            mark = (row.step, row.round)
            first[mark] = min(first.get(mark, row.order), row.order)
        return [row for row in rows if row.order == first[row.step, row.round]]

    @cached_property
    def mine(self) -> list[Assignment]:
        """Those of them that the person holds: his own first, then those in another's stead, newest first."""
        held = [row for row in self.waiting if self.standing.stead(row) is not None]
        return sorted(held, key=lambda row: (bool(self.standing.stead(row)), -row.pk))

    @cached_property
    def sees(self) -> bool:
        """Whether the person may read the document."""
        return bool(may_see(self.person, self.document))

    def role(self, verb: str) -> Verdict:
        """Whether a role allows the verb in the document's unit."""
        return may_by_role(self.person, verb, self.document.unit)

    def step_of(self, row: Assignment) -> Step | None:
        """The step of an assignment; None where neither the flow nor ``BESIDE`` has it."""
        flow = flow_of(self.document)
        return flow.at(row.step) if row.step in flow else BESIDE.get(row.step)

    def held(self, fits: Callable[[Step | None, Assignment], bool]) -> Assignment | None:
        """The first assignment of the person that fits."""
        return next((row for row in self.mine if fits(self.step_of(row), row)), None)


def holders(look: Look) -> str:
    """Who has the document now, in words: 财务科科长、李四."""
    names = dict.fromkeys(str(row.post or row.person) for row in look.waiting)
    return "、".join(names)


def not_yours(look: Look, title: str) -> Verdict:
    """No, because somebody else has it (named only to whoever may see the document)."""
    if getattr(look.person, "pk", None) is None:
        return no("请先登录。")
    if administration_of(look.person):
        return no("系统、安全、审计管理员不办理公文。")
    if not look.sees:
        return no("您不在这件公文的办理范围内。")
    if look.document.state in ENDED:
        return no(f"这件公文已经{look.document.get_state_display()}，不能再{title}。")
    who = holders(look)
    return no(f"现由{who}办理，不能由您{title}。" if who else f"公文现在无人待办，不能{title}。")


def by_holding(title: str, fits: Callable[[Step | None, Assignment], bool]) -> Callable[[Look], Verdict]:
    def rule(look: Look) -> Verdict:
        if look.document.state in ENDED:
            return not_yours(look, title)
        row = look.held(fits)
        if row is None:
            said = [step.title for row in look.mine if (step := look.step_of(row))]
            return no(f"公文在“{said[0]}”环节，现在不能{title}。") if said else not_yours(look, title)
        stead = look.standing.stead(row) or ""
        return yes(f"代行{stead}办理" if stead else "本人待办", on_behalf_of=stead)

    return rule


def doing(*acts: Act) -> Callable[[Step | None, Assignment], bool]:
    """Fits assignments in steps of these acts."""
    return lambda step, row: step is not None and step.act in acts


def editing(step: Step | None, row: Assignment) -> bool:
    """Fits assignments in steps where the text may be changed."""
    return step is not None and (step.edits or step.act in (Act.REGISTER, Act.SCREEN))


def signing(step: Step | None, row: Assignment) -> bool:
    """Fits 签发 itself, not a 加签 beside it."""
    return step is not None and step.act is Act.SIGN and row.lead


def any_step(step: Step | None, row: Assignment) -> bool:
    """Fits every assignment."""
    return True


def passing(step: Step | None, row: Assignment) -> bool:
    """Fits assignments that end with 送下一环节 and nothing more; the rest of 加签 too, whatever the step."""
    if step is None:
        return False
    simple = step.act in (Act.DRAFT, Act.REVIEW, Act.COUNTERSIGN, Act.RECHECK, Act.SEAL)
    return simple or not row.lead or (step.act is Act.NUMBER and bool(row.document.document_number))


def arranging(step: Step | None, row: Assignment) -> bool:
    """Fits steps whose hand chooses who gets later ones; not a 加签 beside it."""
    return row.lead and doing(Act.DRAFT, Act.REVIEW, Act.SIGN, Act.PROPOSE)(step, row)


def reading(step: Step | None, row: Assignment) -> bool:
    """Fits 传阅: ordered readers, within the flow or beside it."""
    return row.order > 0


def settling(step: Step | None, row: Assignment) -> bool:
    """Fits steps where some elements are settled."""
    return editing(step, row) or doing(Act.NUMBER, Act.SEAL)(step, row)


def judging(step: Step | None, row: Assignment) -> bool:
    """Fits whoever changes the text, passes it on or signs it."""
    return editing(step, row) or passing(step, row) or signing(step, row)


def instructing(step: Step | None, row: Assignment) -> bool:
    """Fits 批示, and leaders who read in 传阅."""
    return doing(Act.INSTRUCT)(step, row) or row.order > 0


def handing(step: Step | None, row: Assignment) -> bool:
    """Fits all but readers one after the other: 传阅 is not passed sideways (横传)."""
    return row.order == 0


def returning(step: Step | None, row: Assignment) -> bool:
    """Fits every step but the first, and no reader."""
    within = step is not None and row.order == 0 and row.step == row.document.step
    return within and step is not None and step.act not in (Act.DRAFT, Act.REGISTER, Act.SCREEN)
