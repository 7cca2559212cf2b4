"""Days, moments and time limits as Chinese reads them: ``{% load office %}``."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from lingwu_office.foundation import due as limits

register = template.Library()


@register.filter
def day(value: date | datetime | None) -> str:
    """2026年3月9日; empty for nothing."""
    if not value:
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    return f"{value.year}年{value.month}月{value.day}日"


@register.filter
def moment(value: datetime | None) -> str:
    """2026年3月9日 15:04; empty for nothing."""
    return f"{day(value)} {timezone.localtime(value):%H:%M}" if value else ""


@register.filter
def short_day(value: date | datetime | None) -> str:
    """3月9日 in this year, 2025年3月9日 in others."""
    said = day(value)
    return said.removeprefix(f"{timezone.localdate().year}年")


@register.filter
def short_moment(value: datetime | None) -> str:
    """3月9日 15:04 in this year, 2025年3月9日 15:04 in others."""
    return moment(value).removeprefix(f"{timezone.localdate().year}年")


@register.filter
def due(value: datetime | None) -> SafeString | str:
    """A tag that says how a time limit stands: 已超期2个工作日, 今天17:30到期, 还有3个工作日; empty for none."""
    if not value:
        return ""
    found = limits.due(value)
    return format_html('<span class="tag {}" title="{}">{}</span>', found.tag, f"时限{moment(value)}", found.said)


@register.filter
def clock(value: datetime | None) -> SafeString | str:
    """A ``time`` element: 2026年3月9日 15:04; empty for nothing."""
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), moment(value)) if value else ""
