"""零误办公."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class SiteConfig(AppConfig):
    """零误办公."""

    name = "lingwu_office.site"
    label = "office_site"
    verbose_name = "零误办公"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The search follows what the verbs do; its tables are there after every migration."""
        from lingwu_office.site.search.keeping import ensure

        post_migrate.connect(ensure, sender=self, dispatch_uid="office_search")
