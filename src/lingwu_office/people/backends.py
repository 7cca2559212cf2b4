"""Who may sign in with a password."""

from __future__ import annotations

from django.contrib.auth.backends import ModelBackend

from lingwu_office.people.adapters import may_sign_in
from lingwu_office.people.models import Person


class OfficeBackend(ModelBackend):
    """Account and password; demo accounts only where the office runs as the demo."""

    def user_can_authenticate(self, user: Person | None) -> bool:  # type: ignore[override]
        """Active, and no demo account outside the demo. Asked anew with every request of a session."""
        return may_sign_in(user)
