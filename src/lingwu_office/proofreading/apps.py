"""校对."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig


class ProofreadingConfig(AppConfig):
    """校对."""

    name = "lingwu_office.proofreading"
    label = "proofreading"
    verbose_name = "校对"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The verbs are registered; every saved text is heard of."""
        import_module("lingwu_office.proofreading.actions")
        import_module("lingwu_office.proofreading.actions_recording").connect()
