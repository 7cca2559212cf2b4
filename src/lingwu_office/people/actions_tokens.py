"""接口令牌: made, stopped, and recognised."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date, timedelta

from django.conf import settings
from django.utils import timezone

from lingwu_office.audit.action import action
from lingwu_office.foundation.errors import Invalid
from lingwu_office.people.models import ApiToken, Person
from lingwu_office.people.policies_tokens import may_issue_token, may_revoke_token

LONGEST = timedelta(days=366)
"""No token lasts longer."""
USED_EVERY = timedelta(minutes=1)
"""How exactly the last use is kept; each call would otherwise write."""


def digest_of(plain: str) -> str:
    """What is kept of a token: its SHA-256, 64 hexadecimal digits."""
    return hashlib.sha256(plain.encode()).hexdigest()


@action("people.issue_token", title="签发接口令牌", may=may_issue_token)
def issue_token(by: Person, owner: Person, *, name: str, until: date) -> tuple[ApiToken, str]:
    """A new token of ``owner`` valid to ``until``, and its text, which is not kept anywhere.

    Raises:
        Invalid: no use is named, or ``until`` is past or more than a year away.
    """
    today = timezone.localdate()
    if not name.strip():
        raise Invalid("请写明令牌的用途，例如“档案系统取数”。")
    if not today <= until <= today + LONGEST:
        raise Invalid("令牌的截止日期应在今天之后、一年之内。")
    plain = f"lingwu_{secrets.token_urlsafe(32)}"
    token = ApiToken.objects.create(person=owner, name=name.strip(), digest=digest_of(plain), since=today, until=until)
    return token, plain


@action("people.revoke_token", title="停用接口令牌", may=may_revoke_token)
def revoke_token(by: Person, token: ApiToken) -> ApiToken:
    """``token`` opens nothing from now on.

    Raises:
        Invalid: it was stopped before.
    """
    if token.revoked_at is not None:
        raise Invalid("这枚令牌已经停用。")
    token.revoked_at = timezone.now()
    token.save(update_fields=["revoked_at"])
    return token


def person_of(plain: str) -> Person | None:
    """Whose token this is; nobody's where it is unknown, stopped or out of date, or its owner may not sign in."""
    token = (
        ApiToken.objects.on().filter(digest=digest_of(plain), revoked_at__isnull=True).select_related("person").first()
    )
    if token is None or not token.person.is_active or (token.person.demo and not settings.DEMO):
        return None
    now = timezone.now()
    if token.last_used is None or now - token.last_used > USED_EVERY:
        ApiToken.objects.filter(pk=token.pk).update(last_used=now)
    person: Person = token.person
    return person
