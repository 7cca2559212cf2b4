"""机构人员."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """机构人员."""

    name = "lingwu_office.people"
    label = "people"
    verbose_name = "机构人员"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The verbs of this part are registered; sign-ins are recorded."""
        import_module("lingwu_office.people.actions")
        import_module("lingwu_office.people.signing").connect()
