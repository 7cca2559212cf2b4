"""原件."""

from __future__ import annotations

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """原件."""

    name = "lingwu_office.files"
    label = "files"
    verbose_name = "原件"
    default_auto_field = "django.db.models.BigAutoField"
