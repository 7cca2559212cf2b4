"""权限: roles, and who holds them where and for how long."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class Administration(models.TextChoices):
    """The three administrators, never the same person, none of whom reads business data."""

    NONE = "", "业务角色"
    SYSTEM = "system", "系统管理员"
    SECURITY = "security", "安全管理员"
    AUDIT = "audit", "审计管理员"


class Role(models.Model):
    """角色: the verbs it allows, as patterns (``documents.register``, ``documents.*``)."""

    name = models.SlugField("代号", max_length=40, unique=True)
    title = models.CharField("名称", max_length=40)
    verbs = models.JSONField("可办事项", default=list)
    administration = models.CharField("管理员类别", max_length=10, choices=Administration, blank=True, default="")

    class Meta:
        ordering = ("pk",)
        verbose_name = "角色"

    def __str__(self) -> str:
        return self.title


class GrantQuerySet(models.QuerySet["Grant"]):
    """Grants by when they are in force."""

    def lasting(self, day: date | None = None) -> GrantQuerySet:
        """Those in force on ``day`` (today) or from some later day on."""
        day = day or timezone.localdate()
        return self.filter(Q(until__isnull=True) | Q(until__gte=day), revoked_at__isnull=True)

    def on(self, day: date | None = None) -> GrantQuerySet:
        """Those in force on ``day`` (today)."""
        day = day or timezone.localdate()
        return self.lasting(day).filter(since__lte=day)


class Grant(models.Model):
    """授权: a role given to a person or to whoever holds a post, in a unit and all below it, for a period.

    Exactly one of ``person`` and ``post`` is set; without ``unit`` the whole office is the scope; ``until`` is the last
    day, none while it lasts. Taking a grant back sets ``until`` and ``revoked_at``.
    """

    role = models.ForeignKey(Role, models.PROTECT, related_name="grants", verbose_name="角色")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="grants", verbose_name="人员"
    )
    post = models.ForeignKey(
        "people.Post", models.PROTECT, null=True, blank=True, related_name="grants", verbose_name="岗位"
    )
    unit = models.ForeignKey(
        "people.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="范围"
    )
    since = models.DateField("起")
    until = models.DateField("止", null=True, blank=True)
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="授权人"
    )
    revoked_at = models.DateTimeField("收回时间", null=True, blank=True)
    objects = GrantQuerySet.as_manager()

    class Meta:
        ordering = ("-since", "-pk")
        verbose_name = "授权"
        constraints = (
            models.CheckConstraint(
                condition=Q(person__isnull=True) ^ Q(post__isnull=True), name="grant_to_person_or_post"
            ),
        )

    def __str__(self) -> str:
        return f"{self.role}：{self.person or self.post}"
