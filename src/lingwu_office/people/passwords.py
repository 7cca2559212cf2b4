"""What a password must be made of."""

from __future__ import annotations

from django.core.exceptions import ValidationError


class MixedValidator:
    """At least three of: small letters, capital letters, digits, marks."""

    def validate(self, password: str, user: object = None) -> None:
        """Raises:
        ValidationError: fewer than three kinds of characters.
        """
        kinds = (str.islower, str.isupper, str.isdigit, lambda mark: not mark.isalnum())
        if sum(any(kind(mark) for mark in password) for kind in kinds) < 3:
            raise ValidationError(self.get_help_text())

    def get_help_text(self) -> str:
        """What is asked, in words."""
        return "密码应含大写字母、小写字母、数字、符号中的至少三种。"
