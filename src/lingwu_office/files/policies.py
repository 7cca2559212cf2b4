"""Who may put files into the office."""

from __future__ import annotations

from typing import Any

from lingwu_office.access.policies import administration_of
from lingwu_office.foundation.verdict import Verdict, no, yes


def may_store(person: Any, unit: Any) -> Verdict:
    """Whoever works with documents; the three administrators do not."""
    if person is None or not getattr(person, "is_active", False):
        return no("请先登录。")
    if administration_of(person):
        return no("三员管理员不处理公文，不能上传文件。")
    return yes("本单位在用人员") if person.unit_id else no("您还没有所在机构，不能上传文件，请联系系统管理员。")
