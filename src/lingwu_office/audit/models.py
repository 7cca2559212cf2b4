"""留痕: one chain of entries, each holding the hash of the one before."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models

from lingwu_office.foundation.errors import Invalid


class EntryKind(models.TextChoices):
    """What an entry tells of."""

    VERB = "verb", "办理"
    REFUSAL = "refusal", "拒绝"
    SIGN_IN = "sign_in", "登录"
    VIEWING = "viewing", "查阅"
    EXPORT = "export", "导出"


class Entry(models.Model):
    """One thing that happened. Written once by ``chain.append``; never changed, never deleted."""

    seq = models.BigIntegerField("序号", primary_key=True)
    at = models.DateTimeField("时间", db_index=True)
    kind = models.CharField("类别", max_length=10, choices=EntryKind)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="人员"
    )
    person_name = models.CharField("姓名", max_length=60, blank=True)
    on_behalf_of = models.CharField("代行", max_length=120, blank=True)
    verb = models.CharField("动作", max_length=80, db_index=True)
    title = models.CharField("动作名称", max_length=80)
    thing = models.CharField("对象", max_length=80, db_index=True)
    thing_title = models.CharField("对象名称", max_length=300, blank=True)
    before = models.JSONField("此前", default=dict)
    after = models.JSONField("此后", default=dict)
    reason = models.TextField("缘由", blank=True)
    address = models.CharField("地址", max_length=64, blank=True)
    previous_hash = models.CharField("上一条摘要", max_length=64)
    hash = models.CharField("摘要", max_length=64)

    class Meta:
        ordering = ("-seq",)
        verbose_name = "留痕"

    def __str__(self) -> str:
        return f"{self.seq} {self.person_name} {self.title}"

    @property
    def who(self) -> str:
        """The person's name; the account as typed where nobody was signed in."""
        return self.person_name or str(self.after.get("account", ""))

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Inserts only.

        Raises:
            Invalid: the entry was there before.
        """
        if not kwargs.get("force_insert"):
            raise Invalid("留痕记录不能修改。")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Never.

        Raises:
            Invalid: always.
        """
        raise Invalid("留痕记录不能删除。")


class ChainHead(models.Model):
    """The last link of the chain: one row, locked while an entry is added."""

    seq = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)

    class Meta:
        verbose_name = "留痕链尾"

    def __str__(self) -> str:
        return str(self.seq)
