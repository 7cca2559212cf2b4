"""校对: the office's own words, what the checker said of a text, and what persons made of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class HouseWord(models.Model):
    """本单位用词: never a finding once accepted (``status`` accepted); proposed where it was dismissed often."""

    word = models.CharField("词语", max_length=60, unique=True)
    note = models.CharField("说明", max_length=200, blank=True)
    accepted = models.BooleanField("已收入", default=False)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField("时间", null=True, blank=True)

    class Meta:
        ordering = ("word",)
        verbose_name = "本单位用词"

    def __str__(self) -> str:
        return self.word


class Proofreading(models.Model):
    """校对记录: what one run of the checker said of one text, found by the digest of text and house words."""

    digest = models.CharField("文本摘要", max_length=64, db_index=True)
    engine = models.CharField("引擎", max_length=40)
    ruleset = models.CharField("规则集", max_length=80)
    findings = models.JSONField("问题", default=list)
    at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        verbose_name = "校对记录"

    def __str__(self) -> str:
        return f"{self.digest[:12]} {len(self.findings)}处"


class Judgement(models.Model):
    """判定: a finding of ``subject`` (``documents.document:12``) was dismissed with a reason or mended."""

    subject = models.CharField("对象", max_length=80, db_index=True)
    fingerprint = models.CharField("指纹", max_length=64)
    code = models.CharField("规则", max_length=10)
    excerpt = models.CharField("原文", max_length=120)
    dismissed = models.BooleanField("不改", default=True)
    reason = models.CharField("理由", max_length=200, blank=True)
    step = models.CharField("环节", max_length=40, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="判定人")
    at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        ordering = ("at",)
        verbose_name = "判定"
        constraints = (models.UniqueConstraint(fields=("subject", "fingerprint"), name="one_judgement_a_finding"),)

    def __str__(self) -> str:
        return f"{self.code} {self.excerpt}"
