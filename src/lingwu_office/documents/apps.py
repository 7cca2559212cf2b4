"""办文."""

from __future__ import annotations

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """办文."""

    name = "lingwu_office.documents"
    label = "documents"
    verbose_name = "办文"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the verbs, and what follows when posts change hands."""
        from lingwu_office.documents import actions, signals

        self.parts = (actions, signals)
