"""留痕."""

from __future__ import annotations

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """留痕."""

    name = "lingwu_office.audit"
    label = "audit"
    verbose_name = "留痕"
    default_auto_field = "django.db.models.BigAutoField"
