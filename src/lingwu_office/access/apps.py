"""权限."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """权限."""

    name = "lingwu_office.access"
    label = "access"
    verbose_name = "权限"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Rights are read anew after changes; the verbs of this part are registered."""
        from lingwu_office.access import freshness, policies
        from lingwu_office.foundation import rights

        freshness.connect()
        rights.answer_with(policies.may_by_role)
        import_module("lingwu_office.access.actions")
