"""All verbs of documents, by the part of the work they belong to."""

from __future__ import annotations

from lingwu_office.documents.actions_drafting import (
    attach,
    change_elements,
    detach,
    draft,
    plan_step,
    save_text,
    take_in,
    void,
    withdraw,
)
from lingwu_office.documents.actions_flow import change_flow
from lingwu_office.documents.actions_incoming import (
    circulate,
    instruct,
    mark_read,
    propose,
    receive,
    register,
    reply,
    report_done,
    screen,
    skip_reader,
)
from lingwu_office.documents.actions_issuing import (
    acknowledge,
    archive,
    distribute,
    number,
    seal,
    sign,
    void_number,
)
from lingwu_office.documents.actions_passing import add_reviewer, hand_on, pass_on, see, send_back, submit
from lingwu_office.documents.actions_reminding import answer_reminder, remind

__all__ = [
    "acknowledge", "add_reviewer", "answer_reminder", "archive", "attach", "change_elements", "change_flow",
    "circulate", "detach", "distribute", "draft", "hand_on", "instruct", "mark_read", "number", "pass_on", "plan_step",
    "propose", "receive", "register", "remind", "reply", "report_done", "save_text", "screen", "seal", "see",
    "send_back", "sign", "skip_reader", "submit", "take_in", "void", "void_number", "withdraw",
]  # fmt: skip
