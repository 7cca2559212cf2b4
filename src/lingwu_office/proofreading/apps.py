"""校对."""

from __future__ import annotations

from django.apps import AppConfig


class ProofreadingConfig(AppConfig):
    """校对."""

    name = "lingwu_office.proofreading"
    label = "proofreading"
    verbose_name = "校对"
    default_auto_field = "django.db.models.BigAutoField"
