"""权限."""

from __future__ import annotations

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """权限."""

    name = "lingwu_office.access"
    label = "access"
    verbose_name = "权限"
    default_auto_field = "django.db.models.BigAutoField"
