"""零误办公."""

from __future__ import annotations

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """零误办公."""

    name = "lingwu_office.site"
    label = "office_site"
    verbose_name = "零误办公"
    default_auto_field = "django.db.models.BigAutoField"
