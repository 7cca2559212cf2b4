"""How the sign-in of allauth fits the office: nobody signs up, verbs write, codes are counted like passwords."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from lingwu_office.people.models import Person
from lingwu_office.people.signing import record

WRONG = "账号或密码不正确。"
"""Said for every reason alike, so that nobody learns which accounts there are."""


def may_sign_in(person: Person | None) -> bool:
    """In use, and no demo account outside the demo."""
    return person is not None and person.is_active and (settings.DEMO or not person.demo)


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody signs up by himself; a password is changed by a verb."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": WRONG,
        "account_inactive": WRONG,
        "enter_current_password": "请输入正确的原密码。",
        "incorrect_password": "密码不正确。",
        "too_many_login_attempts": "尝试次数过多，请稍后再试。",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def is_safe_url(self, url: str | None) -> bool:
        """Only addresses of this office as it was asked for, even where it answers to any name."""
        request = context.request
        within = {request.get_host()} if request is not None else set()
        return url_has_allowed_host_and_scheme(url, within, require_https=bool(request and request.is_secure()))

    def pre_login(self, request: HttpRequest, user: Person, **given: Any) -> HttpResponse | None:
        """The same refusal for every way of signing in."""
        if not may_sign_in(user):
            return self.respond_user_inactive(request, user)
        answer: HttpResponse | None = super().pre_login(request, user, **given)
        return answer

    def respond_user_inactive(self, request: HttpRequest, user: Person) -> HttpResponse:
        """Recorded, and answered like any failed sign-in."""
        record("sign_in.failed", "登录失败", None, user.account, "账号停用或不准登录")
        return render(request, "account/refused.html", {"said": WRONG}, status=403)

    def clean_password(self, password: str, user: Person | None = None) -> str:
        """Raises:
        ValidationError: not good enough, or the same as before.
        """
        if user is not None and user.pk is not None and user.check_password(password):
            raise ValidationError("新密码不能与原密码相同。")
        kept: str = super().clean_password(password, user)
        return kept

    def set_password(self, user: Person, password: str) -> None:
        """By the verb, which records it."""
        from lingwu_office.people.actions import change_password

        changed = change_password(user, user, password=password)
        user.password, user.must_change_password = changed.password, False
        user.password_changed_at = changed.password_changed_at

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """On to the work."""
        return reverse("workbench")

    def send_notification_mail(self, *args: Any, **given: Any) -> None:
        """The office sends no mail."""


class CodeAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """One-time codes, in Chinese."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "动态口令不正确。",
        "cannot_delete_authenticator": "不能停用两步验证。",
        "cannot_generate_recovery_codes": "启用动态口令后才能生成备用码。",
    }


class OpenIdAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Sign-in by OpenID Connect for persons who are known already, by their account name."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Never."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """The person whose account the provider names.

        Raises:
            ImmediateHttpResponse: with the page that refuses whoever is not known.
        """
        if sociallogin.is_existing:
            return
        extra = sociallogin.account.extra_data
        claims = {**extra, **extra.get("userinfo", {}), **extra.get("id_token", {})}
        account = str(claims.get(settings.OIDC.get("claim", "preferred_username"), ""))
        person = Person.objects.filter(account=account).first() if account else None
        if not may_sign_in(person):
            record("sign_in.failed", "登录失败", None, account[:60], "统一身份认证的账号在本系统中不存在或已停用")
            said = "您的统一身份认证账号在本系统中没有对应的人员，请联系系统管理员。"
            raise ImmediateHttpResponse(render(request, "account/refused.html", {"said": said}, status=403))
        sociallogin.connect(request, person)
