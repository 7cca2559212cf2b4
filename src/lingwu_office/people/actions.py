"""The verbs of 机构人员, by what they are about; importing this module registers them all."""

from __future__ import annotations

from lingwu_office.people.actions_import import Imported, import_people
from lingwu_office.people.actions_persons import (
    add_person,
    change_password,
    change_person,
    deactivate_person,
    reactivate_person,
    reset_password,
)
from lingwu_office.people.actions_posts import appoint, delegate, end_delegation, end_tenure, hand_over
from lingwu_office.people.actions_tokens import issue_token, revoke_token
from lingwu_office.people.actions_units import (
    add_duty,
    add_post,
    add_unit,
    assign_duty,
    change_post,
    change_unit,
    close_post,
    close_unit,
    drop_duty,
)

__all__ = [
    "Imported",
    "add_duty",
    "add_person",
    "add_post",
    "add_unit",
    "appoint",
    "assign_duty",
    "change_password",
    "change_person",
    "change_post",
    "change_unit",
    "close_post",
    "close_unit",
    "deactivate_person",
    "delegate",
    "drop_duty",
    "end_delegation",
    "end_tenure",
    "hand_over",
    "import_people",
    "issue_token",
    "reactivate_person",
    "reset_password",
    "revoke_token",
]
