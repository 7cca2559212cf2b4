"""What the auditor asks of the log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Q, QuerySet
from django.utils import timezone

from lingwu_office.audit.action import verbs
from lingwu_office.audit.models import Entry, EntryKind
from lingwu_office.audit.policies import visible_to


@dataclass(frozen=True)
class Filters:
    """What to look for; empty is no condition. ``since`` and ``until`` are days, both included."""

    person: str = ""
    verb: str = ""
    kind: str = ""
    thing: str = ""
    since: date | None = None
    until: date | None = None

    def said(self) -> str:
        """The conditions in words (人员：张三；类别：登录), for the entry of an export."""
        given = asdict(self) | {"kind": EntryKind(self.kind).label if self.kind else ""}
        given["verb"] = dict(verb_choices()).get(self.verb, self.verb)
        return "；".join(f"{title}：{given[name]}" for name, title in CONDITIONS.items() if given[name])


CONDITIONS = {"person": "人员", "verb": "动作", "kind": "类别", "thing": "对象", "since": "起", "until": "止"}
"""The names of the conditions, as the page has them."""


def entries(person: Any, filters: Filters) -> QuerySet[Entry]:
    """The entries that ``person`` may read and that fit, the latest first."""
    found = Entry.objects.filter(visible_to(person))
    if filters.person:
        by_name = Q(person_name__icontains=filters.person) | Q(on_behalf_of__icontains=filters.person)
        found = found.filter(by_name | Q(after__account__icontains=filters.person, kind=EntryKind.SIGN_IN))
    if filters.verb:
        found = found.filter(verb=filters.verb)
    if filters.kind:
        found = found.filter(kind=filters.kind)
    if filters.thing:
        found = found.filter(Q(thing=filters.thing) | Q(thing_title__icontains=filters.thing))
    if filters.since:
        found = found.filter(at__gte=_begins(filters.since))
    if filters.until:
        found = found.filter(at__lt=_begins(filters.until + timedelta(days=1)))
    return found.order_by("-seq")


def _begins(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


OTHER_TITLES = {
    "sign_in": "登录", "sign_in.failed": "登录失败", "sign_in.locked": "账号锁定", "sign_in.out": "退出",
    "sign_in.factor_added": "启用两步验证", "sign_in.factor_removed": "停用两步验证", "site.backup": "备份",
    "documents.view": "查阅",
}  # fmt: skip
"""What is recorded besides registered verbs."""


def verb_choices() -> list[tuple[str, str]]:
    """The verbs by name with their titles, for the filter."""
    titles = OTHER_TITLES | {name: verb.title for name, verb in verbs.items()}
    return sorted(((name, f"{title}（{name}）") for name, title in titles.items()), key=lambda pair: pair[0])


@dataclass(frozen=True)
class Change:
    """One field of the thing, before and after, as a person reads it."""

    title: str
    before: str
    after: str


def changes(entry: Entry) -> Iterator[Change]:
    """What changed, field by field, with the titles and choices of the thing's own model."""
    label = entry.thing.partition(":")[0]
    for name in dict.fromkeys([*entry.before, *entry.after]):
        field = _field(label, name)
        title = OTHER_NAMES.get(name) or str(getattr(field, "verbose_name", name))
        choices = dict(getattr(field, "flatchoices", ()))
        before, after = (
            _said(values[name], choices) if name in values else "" for values in (entry.before, entry.after)
        )
        yield Change(title, before, after)


OTHER_NAMES = {"result": "结果", "account": "账号", "opinion": "意见"}
"""What entries hold besides fields of their thing."""


def _field(label: str, name: str) -> Any:
    try:
        return apps.get_model(label)._meta.get_field(name.removesuffix("_id"))
    except (LookupError, ValueError, FieldDoesNotExist):
        return None


def _said(value: Any, choices: dict[Any, Any]) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, (str, int)) and value in choices:
        return str(choices[value])
    if value is None or value in ("", [], {}):
        return "（空）"
    if isinstance(value, list):
        return "、".join(_said(each, {}) for each in value)
    if isinstance(value, dict):
        return "；".join(f"{key}：{_said(each, {})}" for key, each in value.items())
    return _moment(value) if isinstance(value, str) else str(value)


def _moment(text: str) -> str:
    """A moment as Chinese reads it; anything else as it is."""
    if len(text) < 19 or text[10:11] != "T":
        return text
    try:
        when = timezone.localtime(datetime.fromisoformat(text))
    except ValueError:
        return text
    return f"{when.year}年{when.month}月{when.day}日 {when:%H:%M:%S}"
