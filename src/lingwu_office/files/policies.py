"""Who may put files into the office."""

from __future__ import annotations

from typing import Any

from lingwu_office.access.policies import administration_of, may_by_role
from lingwu_office.foundation.verdict import Verdict, no


def may_store(person: Any, unit: Any) -> Verdict:
    """Whoever works with documents; the three administrators do not."""
    if person is None or not getattr(person, "is_active", False):
        return no("请先登录。")
    if administration_of(person):
        return no("三员管理员不处理公文，不能上传文件。")
    by_role = may_by_role(person, "files.store", unit) or may_by_role(person, "files.store")
    return by_role if by_role else no("您还没有办理公文的岗位或角色，不能上传文件，请联系安全管理员。")
