"""原件: files kept once by their digest, unchanged."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class StoredFile(models.Model):
    """A file on disk under its SHA-256 (64 hexadecimal digits); ``size`` in bytes; ``suffix`` as checked, with dot."""

    digest = models.CharField("摘要", max_length=64, unique=True)
    size = models.PositiveBigIntegerField("字节数")
    suffix = models.CharField("后缀", max_length=10)
    stored_at = models.DateTimeField("入库时间", auto_now_add=True)
    stored_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "原件"

    def __str__(self) -> str:
        return f"{self.digest[:12]}{self.suffix}"
