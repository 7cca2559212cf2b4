"""Who may do what to a document, and why not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lingwu_office.access.policies import administration_of, may_by_role
from lingwu_office.documents.domain.flow import CHOSEN, LEADER, PRINCIPAL, Act
from lingwu_office.documents.flows import flow_of
from lingwu_office.documents.looking import (
    BESIDE,
    ENDED,
    Look,
    any_step,
    arranging,
    by_holding,
    doing,
    editing,
    handing,
    holders,
    instructing,
    judging,
    not_yours,
    passing,
    reading,
    returning,
    settling,
    signing,
)
from lingwu_office.documents.models import TAKEN, Assignment, Document, State
from lingwu_office.documents.seeing import may_see, visible_to
from lingwu_office.foundation.verdict import Verdict, no, yes

__all__ = [
    "BESIDE", "ENDED", "RULES", "Look", "doing", "editing", "handing", "holders", "instructing", "may_change_flow",
    "may_draft", "may_judge", "may_receive", "may_see", "passing", "reading", "returning", "rule", "signing",
    "visible_to",
]  # fmt: skip


def _withdraw(look: Look) -> Verdict:
    document = look.document
    if document.drafter_id not in look.standing.persons:
        return no("只有拟稿人能撤回公文。") if look.sees else not_yours(look, "撤回")
    if document.direction != "out" or document.state != State.UNDER_WAY:
        return no("公文不在办理中，不用撤回。")
    if look.held(doing(Act.DRAFT)):
        return no("公文就在您手里，不用撤回。")
    if document.signed_version is not None:
        return no("公文已经签发，不能撤回；需要改动的，请复核人退回签发人。")
    stead = look.standing.persons[document.drafter_id]
    return yes("本人拟稿", on_behalf_of=stead)


def _void(look: Look) -> Verdict:
    document = look.document
    if document.state == State.VOIDED:
        return no("这件公文已经作废。")
    if document.state in ENDED:
        return not_yours(look, "作废")
    own = document.drafter_id in look.standing.persons and document.signed_version is None
    if own and (document.state in (State.DRAFT, State.WITHDRAWN) or look.held(doing(Act.DRAFT))):
        return yes("本人拟稿", on_behalf_of=look.standing.persons[document.drafter_id])
    verdict = _by_role(look, "documents.void", "作废")
    if verdict and document.distributions.exists():
        return no("公文已经分发，不能作废；要停止执行的，另行发文撤销或废止（条例第三十三条）。")
    return verdict


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
    held = by_holding("分发", doing(Act.DISTRIBUTE))(look)
    if held or look.document.state == State.VOIDED or not look.document.distributions.exists():
        return held
    return _by_role(look, "documents.distribute", "补发")


def _acknowledge(look: Look) -> Verdict:
    open_rows = [row for row in look.document.distributions.all() if row.received_at is None]
    if any(row.unit_id in look.standing.units for row in open_rows if row.unit_id):
        return yes("发给本人所在单位")
    verdict = _by_role(look, "documents.distribute", "登记签收")
    return verdict if open_rows or not verdict else no("没有待签收的分发。")


def _instruct(look: Look) -> Verdict:
    held = by_holding("批示", instructing)(look)
    return no("您的角色不能批示。") if held and not look.role("documents.instruct") else held


def _sign(look: Look) -> Verdict:
    held = by_holding("签发", signing)(look)
    return no("您的角色不能签发。") if held and not look.role("documents.sign") else held


def _take_in(look: Look) -> Verdict:
    held = by_holding("并入另存稿", editing)(look)
    waiting = held and look.document.versions.filter(aside=True).exclude(note__startswith=TAKEN).exists()
    return no("没有等待并入的另存稿。") if held and not waiting else held


def _detach(look: Look) -> Verdict:
    held = by_holding("去掉附件", editing)(look)
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


def _plan_step(look: Look) -> Verdict:
    verdict = by_holding("安排办理人", arranging)(look)
    flow, at = flow_of(look.document), look.document.step
    later = flow.behind(at) if at in flow else ()
    if verdict and not any(step.actor in (CHOSEN, LEADER, PRINCIPAL) for step in later):
        return no("后面的环节都有固定的办理人，不用安排。")
    return verdict


def _remind(look: Look) -> Verdict:
    document = look.document
    if document.state in ENDED or not look.waiting:
        return not_yours(look, "催办")
    if all(look.standing.stead(row) is not None for row in look.waiting):
        return no("公文就在您这里，不用催办。")
    if document.drafter_id in look.standing.persons:
        return yes("本人拟稿（登记）", on_behalf_of=look.standing.persons[document.drafter_id])
    if any(row.sent_by_id in look.standing.persons for row in look.waiting):
        return yes("本人送出")
    return _by_role(look, "documents.remind", "催办")


def _answer_reminder(look: Look) -> Verdict:
    asked = {row.pk for row in look.mine}
    if asked and Assignment.objects.filter(pk__in=asked, reminders__answer="", reminders__isnull=False).exists():
        return yes("本人待办被催办")
    return no("没有等您答复的催办。") if asked else not_yours(look, "答复催办")


def _see(look: Look) -> Verdict:
    return yes("本人待办") if look.mine else not_yours(look, "打开待办")


RULES: dict[str, Callable[[Look], Verdict]] = {
    "save_text": by_holding("改稿", editing),
    "take_in": _take_in,
    "change_elements": by_holding("改要素", settling),
    "attach": by_holding("加附件", any_step),
    "detach": _detach,
    "submit": by_holding("送审", doing(Act.DRAFT)),
    "pass_on": by_holding("送下一环节", passing),
    "send_back": by_holding("退回", returning),
    "withdraw": _withdraw,
    "add_reviewer": by_holding("加签", returning),
    "hand_on": by_holding("转办", handing),
    "plan_step": _plan_step,
    "sign": _sign,
    "number": by_holding("编号", doing(Act.NUMBER)),
    "void_number": _void_number,
    "seal": by_holding("用印", doing(Act.SEAL)),
    "distribute": _distribute,
    "acknowledge": _acknowledge,
    "archive": by_holding("归档", doing(Act.ARCHIVE)),
    "register": by_holding("登记", doing(Act.REGISTER)),
    "screen": by_holding("初审", doing(Act.SCREEN)),
    "propose": by_holding("拟办", doing(Act.PROPOSE)),
    "instruct": _instruct,
    "circulate": _circulate,
    "skip_reader": _skip_reader,
    "mark_read": by_holding("标为已阅", reading),
    "remind": _remind,
    "answer_reminder": _answer_reminder,
    "report_done": by_holding("报告办结", doing(Act.HANDLE)),
    "reply": by_holding("答复", doing(Act.REPLY)),
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
    return by_holding("判定校对问题", judging)(look)
