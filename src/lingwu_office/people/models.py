"""机构人员: units, posts with their duties, persons who hold posts over time, and who acts for whom."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils import timezone


class Unit(models.Model):
    """机构: the office itself is the unit without a parent."""

    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="上级"
    )
    name = models.CharField("名称", max_length=80)
    short_name = models.CharField("简称", max_length=40, blank=True)
    order = models.PositiveIntegerField("次序", default=0)
    closed_on = models.DateField("撤销日期", null=True, blank=True)

    class Meta:
        ordering = ("order", "pk")
        verbose_name = "机构"

    def __str__(self) -> str:
        return self.name

    def line(self) -> list[Unit]:
        """This unit and all above it, itself first."""
        found, unit = [], self
        while unit is not None:
            found.append(unit)
            unit = unit.parent  # type: ignore[assignment]
        return found


class Post(models.Model):
    """岗位: a place in a unit that somebody holds."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="posts", verbose_name="机构")
    name = models.CharField("名称", max_length=60)
    head = models.BooleanField("单位负责人", default=False)
    principal = models.BooleanField("主要负责人", default=False)
    order = models.PositiveIntegerField("次序", default=0)
    closed_on = models.DateField("撤销日期", null=True, blank=True)

    class Meta:
        ordering = ("unit__order", "order", "pk")
        verbose_name = "岗位"

    def __str__(self) -> str:
        return f"{self.unit.short_name or self.unit.name}{self.name}"


class Duty(models.Model):
    """职责: what some post answers for."""

    name = models.CharField("职责", max_length=80, unique=True)
    description = models.TextField("说明", blank=True)
    posts = models.ManyToManyField(Post, related_name="duties", blank=True, verbose_name="岗位")

    class Meta:
        ordering = ("name",)
        verbose_name = "职责"

    def __str__(self) -> str:
        return self.name


class PersonManager(BaseUserManager["Person"]):
    """Finds persons by account."""

    def create_user(self, account: str, password: str | None = None, **fields: object) -> Person:
        """A stored person; without ``password`` nobody can sign in as him."""
        person = self.model(account=account, **fields)
        person.set_password(password)
        person.save()
        return person

    def get_by_natural_key(self, username: str | None) -> Person:
        return self.get(account=username)


class Person(AbstractBaseUser):
    """人员: one account a person, known by its account name."""

    USERNAME_FIELD = "account"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    unrecorded = ("password", "last_login")
    """Fields that the audit does not keep."""

    account = models.CharField("账号", max_length=60, unique=True)
    name = models.CharField("姓名", max_length=60)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="persons", verbose_name="机构")
    phone = models.CharField("电话", max_length=40, blank=True)
    is_active = models.BooleanField("在用", default=True)
    demo = models.BooleanField("演示账号", default=False)
    must_change_password = models.BooleanField("须改密码", default=False)
    password_changed_at = models.DateTimeField("改密时间", null=True, blank=True)

    objects = PersonManager()

    class Meta:
        ordering = ("unit__order", "pk")
        verbose_name = "人员"

    def __str__(self) -> str:
        return self.name

    def posts_on(self, day: date | None = None) -> list[Post]:
        """The posts this person holds in his own right on ``day`` (today)."""
        return list(Post.objects.filter(tenures__in=Tenure.objects.on(day).filter(person=self)).distinct())

    def stands_for(self, day: date | None = None) -> list[Delegation]:
        """The delegations by which this person acts for another on ``day`` (today)."""
        return list(Delegation.objects.on(day).filter(taker=self).select_related("giver", "post"))

    def stood_for(self, day: date | None = None) -> list[tuple[Person, Post]]:
        """The posts this person stands in for on ``day`` (today), with their holders: those named, else all of theirs.

        Only what the giver holds in his own right, so that nothing is passed on twice.
        """
        given = self.stands_for(day)
        if not given:
            return []
        held = Tenure.objects.on(day).filter(person__in=[delegation.giver_id for delegation in given])
        wanted = {(delegation.giver_id, delegation.post_id) for delegation in given}
        found = held.select_related("person", "post__unit").order_by("pk")
        return [
            (tenure.person, tenure.post)
            for tenure in found
            if {(tenure.person_id, tenure.post_id), (tenure.person_id, None)} & wanted
        ]


class PeriodQuerySet(models.QuerySet):
    """Rows with ``since`` and ``until`` (the last day, or none)."""

    def on(self, day: date | None = None) -> PeriodQuerySet:
        """Those in force on ``day`` (today)."""
        day = day or timezone.localdate()
        return self.filter(Q(until__isnull=True) | Q(until__gte=day), since__lte=day)


class Tenure(models.Model):
    """任职: a person holds a post from ``since`` to ``until``, both included."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="tenures", verbose_name="人员")
    post = models.ForeignKey(Post, models.PROTECT, related_name="tenures", verbose_name="岗位")
    since = models.DateField("起")
    until = models.DateField("止", null=True, blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        ordering = ("-since",)
        verbose_name = "任职"

    def __str__(self) -> str:
        return f"{self.person} {self.post}"


class Delegation(models.Model):
    """代行: ``taker`` acts for ``giver`` (in one post, or in all) from ``since`` to ``until``, both included."""

    giver = models.ForeignKey(Person, models.PROTECT, related_name="given", verbose_name="委托人")
    taker = models.ForeignKey(Person, models.PROTECT, related_name="taken", verbose_name="代行人")
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="岗位")
    since = models.DateField("起")
    until = models.DateField("止")
    reason = models.CharField("事由", max_length=200)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        ordering = ("-since",)
        verbose_name = "代行"

    def __str__(self) -> str:
        return f"{self.taker}代行{self.post or self.giver}"


class ApiToken(models.Model):
    """接口令牌: a program acts as ``person`` through the API until ``until``; only the SHA-256 of the token is kept."""

    unrecorded = ("digest",)
    """Fields that the audit does not keep."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="tokens", verbose_name="人员")
    name = models.CharField("用途", max_length=60)
    digest = models.CharField("摘要", max_length=64, unique=True)
    since = models.DateField("起")
    until = models.DateField("止")
    revoked_at = models.DateTimeField("停用时间", null=True, blank=True)
    last_used = models.DateTimeField("最近使用", null=True, blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        verbose_name = "接口令牌"

    def __str__(self) -> str:
        return f"{self.person}：{self.name}"
