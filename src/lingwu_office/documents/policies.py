"""Who may do what to a document, and why not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Q

from lingwu_office.access.policies import administration_of, may_by_role, units_by_role
from lingwu_office.documents.domain.flow import CHOSEN, Act, Step
from lingwu_office.documents.flows import flow_of
from lingwu_office.documents.models import TAKEN, Assignment, Distribution, Document, Outcome, State
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


def _by_holding(title: str, fits: Callable[[Step | None, Assignment], bool]) -> Callable[[Look], Verdict]:
    def rule(look: Look) -> Verdict:
        if look.document.state in ENDED:
            return not_yours(look, title)
        row = look.held(fits)
        if row is None:
            said = [step.title for row in look.mine if (step := look.step_of(row))]
            return no(f"公文在“{said[0]}”环节，现在不能{title}。") if said else not_yours(look, title)
        stead = look.standing.stead(row) or ""
        return yes(f"代行{stead}办理" if stead else "正由您办理", on_behalf_of=stead)

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


def _withdraw(look: Look) -> Verdict:
    document = look.document
    if document.drafter_id not in look.standing.persons:
        return no("只有拟稿人能撤回公文。") if look.sees else not_yours(look, "撤回")
    if document.direction != "out" or document.state != State.UNDER_WAY:
        return no("公文不在办理中，不用撤回。")
    if document.signed_version is not None:
        return no("公文已经签发，不能撤回；需要改动的，请复核人退回签发人。")
    stead = look.standing.persons[document.drafter_id]
    return yes("您是拟稿人", on_behalf_of=stead)


def _void(look: Look) -> Verdict:
    document = look.document
    if document.state == State.VOIDED:
        return no("这件公文已经作废。")
    own = document.drafter_id in look.standing.persons and document.signed_version is None
    if own and document.state in (State.DRAFT, State.WITHDRAWN):
        return yes("您是拟稿人", on_behalf_of=look.standing.persons[document.drafter_id])
    return _by_role(look, "documents.void", "作废")


def _by_role(look: Look, verb: str, title: str) -> Verdict:
    verdict = look.role(verb)
    return verdict if verdict or administration_of(look.person) else _no_role(look, verdict, title)


def _no_role(look: Look, verdict: Verdict, title: str) -> Verdict:
    return no(f"您的岗位和角色不能{title}。") if look.sees else verdict


def _void_number(look: Look) -> Verdict:
    verdict = _by_role(look, "documents.void_number", "作废编号")
    if not verdict:
        return verdict
    if not look.document.document_number:
        return no("公文还没有编号。")
    if look.document.state in ENDED or look.document.distributions.exists():
        return no("公文已经分发，编号不能作废；要停止执行的，另行发文撤销或废止（条例第三十三条）。")
    return verdict


def _distribute(look: Look) -> Verdict:
    held = _by_holding("分发", doing(Act.DISTRIBUTE))(look)
    if held or look.document.state == State.VOIDED or not look.document.distributions.exists():
        return held
    return _by_role(look, "documents.distribute", "补发")


def _acknowledge(look: Look) -> Verdict:
    open_rows = [row for row in look.document.distributions.all() if row.received_at is None]
    if any(row.unit_id in look.standing.units for row in open_rows if row.unit_id):
        return yes("发给您所在的单位")
    verdict = _by_role(look, "documents.distribute", "登记签收")
    return verdict if open_rows or not verdict else no("没有待签收的分发。")


def _instruct(look: Look) -> Verdict:
    held = _by_holding("批示", instructing)(look)
    return no("您的角色不能批示。") if held and not look.role("documents.instruct") else held


def _sign(look: Look) -> Verdict:
    held = _by_holding("签发", signing)(look)
    return no("您的角色不能签发。") if held and not look.role("documents.sign") else held


def _take_in(look: Look) -> Verdict:
    held = _by_holding("并入另存稿", editing)(look)
    waiting = held and look.document.versions.filter(aside=True).exclude(note__startswith=TAKEN).exists()
    return no("没有等待并入的另存稿。") if held and not waiting else held


def _detach(look: Look) -> Verdict:
    held = _by_holding("去掉附件", editing)(look)
    attached = held and look.document.attachments.filter(removed_at__isnull=True).exists()
    return no("公文没有附件。") if held and not attached else held


def _skip_reader(look: Look) -> Verdict:
    verdict = _by_role(look, "documents.circulate", "跳过传阅")
    return no("现在没有人在传阅。") if verdict and not any(row.order for row in look.waiting) else verdict


def _circulate(look: Look) -> Verdict:
    document = look.document
    verdict = _by_role(look, "documents.circulate", "安排传阅")
    if verdict and (document.direction != "in" or document.state != State.UNDER_WAY):
        return no("只有办理中的收文可以传阅。")
    if verdict and document.step in ("register", "screen"):
        return no("登记、初审以后才能传阅。")
    return verdict


def _remind(look: Look) -> Verdict:
    document = look.document
    if document.state in ENDED or not look.waiting:
        return not_yours(look, "催办")
    if all(look.standing.stead(row) is not None for row in look.waiting):
        return no("公文就在您这里，不用催办。")
    if document.drafter_id in look.standing.persons:
        return yes("您是拟稿（登记）人", on_behalf_of=look.standing.persons[document.drafter_id])
    if any(row.sent_by_id in look.standing.persons for row in look.waiting):
        return yes("公文是您送出的")
    return _by_role(look, "documents.remind", "催办")


def _answer_reminder(look: Look) -> Verdict:
    asked = {row.pk for row in look.mine}
    if asked and Assignment.objects.filter(pk__in=asked, reminders__answer="", reminders__isnull=False).exists():
        return yes("催办的是您的待办")
    return no("没有等您答复的催办。") if asked else not_yours(look, "答复催办")


def _see(look: Look) -> Verdict:
    return yes("正由您办理") if look.mine else not_yours(look, "打开待办")


RULES: dict[str, Callable[[Look], Verdict]] = {
    "save_text": _by_holding("改稿", editing),
    "take_in": _take_in,
    "change_elements": _by_holding("改要素", settling),
    "attach": _by_holding("加附件", any_step),
    "detach": _detach,
    "submit": _by_holding("送审", doing(Act.DRAFT)),
    "pass_on": _by_holding("送下一环节", passing),
    "send_back": _by_holding("退回", returning),
    "withdraw": _withdraw,
    "add_reviewer": _by_holding("加签", returning),
    "hand_on": _by_holding("转办", handing),
    "plan_step": _by_holding("安排办理人", doing(Act.DRAFT, Act.REVIEW, Act.SIGN, Act.PROPOSE)),
    "sign": _sign,
    "number": _by_holding("编号", doing(Act.NUMBER)),
    "void_number": _void_number,
    "seal": _by_holding("用印", doing(Act.SEAL)),
    "distribute": _distribute,
    "acknowledge": _acknowledge,
    "archive": _by_holding("归档", doing(Act.ARCHIVE)),
    "register": _by_holding("登记", doing(Act.REGISTER)),
    "screen": _by_holding("初审", doing(Act.SCREEN)),
    "propose": _by_holding("拟办", doing(Act.PROPOSE)),
    "instruct": _instruct,
    "circulate": _circulate,
    "skip_reader": _skip_reader,
    "mark_read": _by_holding("标为已阅", reading),
    "remind": _remind,
    "answer_reminder": _answer_reminder,
    "report_done": _by_holding("报告办结", doing(Act.HANDLE)),
    "reply": _by_holding("答复", doing(Act.REPLY)),
    "void": _void,
    "see": _see,
}
"""The rule of each verb on a document."""


def rule(name: str) -> Callable[[Any, Document], Verdict]:
    """The policy of the verb ``documents.<name>``."""

    def may(person: Any, document: Document) -> Verdict:
        return RULES[name](Look(person, document))

    may.__name__ = f"may_{name}"
    return may


def may_draft(person: Any, unit: Any) -> Verdict:
    """Whoever has the role in the unit."""
    return may_by_role(person, "documents.draft", unit)


def may_receive(person: Any, unit: Any) -> Verdict:
    """文书."""
    return may_by_role(person, "documents.receive", unit)


def may_change_flow(person: Any, flow: Any) -> Verdict:
    """The system administrator."""
    return may_by_role(person, "documents.change_flow")


def may_judge(person: Any, document: Document) -> Verdict:
    """Whoever may change the text or pass it on."""
    look = Look(person, document)
    return _by_holding("判定校对问题", judging)(look)


def may_see(person: Any, document: Document) -> Verdict:
    """Whether ``person`` may read the document: the same as ``visible_to``, asked for one."""
    standing = standing_of(person)
    if not standing.persons or document.pk is None:
        return no("您不在这件公文的办理范围内。")
    scope = units_by_role(person, "documents.view")
    if scope is None or document.unit_id in scope | standing.heads or document.drafter_id in standing.persons:
        return yes("在您的查看范围内")
    if document.assignments.filter(standing.assigned()).exists():
        return yes("经您办理")
    if standing.units and document.distributions.filter(unit__in=standing.units).exists():
        return yes("发给您所在的单位")
    return no("您不在这件公文的办理范围内。")


def visible_to(person: Any) -> Q:
    """The documents that ``person`` may read.

    His own drafts; what was ever assigned to him, to a post he holds, or to whom he acts for; what was distributed to
    his units; those of a unit he heads; those within the scope of a role with ``documents.view``. The three
    administrators see none.
    """
    standing = standing_of(person)
    if not standing.persons:
        return Q(pk__in=())
    scope = units_by_role(person, "documents.view")
    if scope is None:
        return Q()
    by_person = Assignment.objects.filter(person__in=standing.persons).values("document")
    by_post = Assignment.objects.filter(post__in=standing.posts).values("document")
    sent = Distribution.objects.filter(unit__in=standing.units).values("document")
    shown = Q(drafter__in=standing.persons) | Q(unit__in=scope | standing.heads)
    return shown | Q(pk__in=by_person) | Q(pk__in=by_post) | Q(pk__in=sent)
