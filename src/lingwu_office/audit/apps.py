"""留痕."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """留痕."""

    name = "lingwu_office.audit"
    label = "audit"
    verbose_name = "留痕"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The verbs of this part are registered."""
        import_module("lingwu_office.audit.actions")
