"""The forms of allauth, where the office asks for more."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as CodeAgain
from allauth.mfa.models import Authenticator
from axes.handlers.proxy import AxesProxyHandler
from django import forms
from django.contrib.auth.signals import user_login_failed
from django.core.validators import MaxLengthValidator


class SignInForm(LoginForm):  # type: ignore[misc]
    """Account and password; nobody is remembered, for the session ends when nothing is done."""

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields.pop("remember", None)
        self.fields["login"].label = "账号"
        self.fields["password"].label = "密码"
        self.fields["password"].help_text = ""
        # too long an account is tried too: it fails and is recorded
        self.fields["login"].validators = [
            check for check in self.fields["login"].validators if not isinstance(check, MaxLengthValidator)
        ]
        self.fields["login"].widget.attrs.pop("maxlength", None)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class NewPasswordForm(ChangePasswordForm):  # type: ignore[misc]
    """The old password and a new one; a forgotten one is reset by the system administrator, not by mail."""

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["oldpassword"].help_text = ""


class PasswordAgainForm(ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before what matters."""

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["password"].help_text = ""


class Counted(forms.Form):
    """A wrong code counts like a wrong password: after too many the account is locked."""

    user: Any

    def clean_code(self) -> str:
        """Raises:
        ValidationError: the code is wrong, or the account is locked.
        """
        credentials = {"username": self.user.account}
        if not AxesProxyHandler.is_allowed(context.request, credentials):
            context.request.axes_locked_out = True
            context.request.axes_credentials = credentials
            raise forms.ValidationError("账号已锁定。")
        try:
            code: str = super().clean_code()  # type: ignore[misc]
        except forms.ValidationError:
            told = credentials | {"why": "动态口令不符"}
            user_login_failed.send(sender=Authenticator, credentials=told, request=context.request)
            raise
        return code


class CodeForm(Counted, AuthenticateForm):  # type: ignore[misc]
    """The second factor at the sign-in."""


class CodeAgainForm(Counted, CodeAgain):  # type: ignore[misc]
    """The second factor once more, before what matters."""
