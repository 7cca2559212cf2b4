"""Who may have a token of the API made or stopped."""

from __future__ import annotations

from lingwu_office.access.policies import administration_of
from lingwu_office.foundation.verdict import Verdict, no, yes
from lingwu_office.people.models import ApiToken, Person


def may_issue_token(person: Person, owner: Person) -> Verdict:
    """Everybody for himself only: a token acts as its owner."""
    if person == owner and person.is_active:
        return yes("本人的令牌")
    return no("接口令牌只能由本人签发。")


def may_revoke_token(person: Person, token: ApiToken) -> Verdict:
    """The owner, and the security administrator when a token leaked."""
    if person.pk == token.person_id:
        return yes("本人的令牌")
    if administration_of(person) == "security":
        return yes("以安全管理员身份")
    return no("只有令牌的本人或安全管理员可以停用令牌。")
