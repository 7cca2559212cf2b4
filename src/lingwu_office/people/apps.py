"""机构人员."""

from __future__ import annotations

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """机构人员."""

    name = "lingwu_office.people"
    label = "people"
    verbose_name = "机构人员"
    default_auto_field = "django.db.models.BigAutoField"
