"""Fields of forms that more than one duty uses."""

from __future__ import annotations

from typing import Any

from django import forms

LONGEST_KEY = 18
"""Digits of the largest key; a database can not even look for a longer one."""


class SeveralField(forms.ModelMultipleChoiceField):
    """Several rows by their keys."""

    def _check_values(self, value: Any) -> Any:
        """Raises ``ValidationError`` for a key that cannot be one, before the database is asked for it."""
        for key in value if isinstance(value, (list, tuple)) else ():
            if len(str(key)) > LONGEST_KEY:
                raise forms.ValidationError(
                    self.error_messages["invalid_pk_value"], code="invalid_pk_value", params={"pk": str(key)[:20]}
                )
        return super()._check_values(value)
