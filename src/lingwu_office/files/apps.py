"""原件."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig

from lingwu_office.foundation import door


class FilesConfig(AppConfig):
    """原件."""

    name = "lingwu_office.files"
    label = "files"
    verbose_name = "原件"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The verbs are registered, and marks of secrecy are looked for in what any verb is given."""
        import_module("lingwu_office.files.actions")
        door.keep_with(import_module("lingwu_office.files.secrecy").keep_out)
