"""Fields of forms that more than one duty uses."""

from __future__ import annotations

from typing import Any

from django import forms

LONGEST_KEY = 18
"""Digits of the largest key; a database can not even look for a longer one."""


class SeveralField(forms.ModelMultipleChoiceField):
    """Several rows by their keys."""

    def clean(self, value: Any) -> Any:
        """The rows. Raises ``ValidationError`` for a key that cannot be one, before the database is asked for it."""
        for key in value if isinstance(value, (list, tuple)) else ():
            if not str(key).isdecimal() or len(str(key)) > LONGEST_KEY:
                raise forms.ValidationError(
                    self.error_messages["invalid_pk_value"], code="invalid_pk_value", params={"pk": str(key)[:20]}
                )
        return super().clean(value)
