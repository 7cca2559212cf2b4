"""Fields that the forms of documents are made of: persons and units of the office, time limits, rows and ticks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from itertools import groupby
from typing import Any

from django import forms
from django.db.models import Prefetch, Q, QuerySet
from django.forms.models import ModelChoiceIterator
from django.urls import reverse_lazy
from django.utils import timezone

from lingwu.errors import ConfigError
from lingwu_office.documents.domain.limits import CLOSE
from lingwu_office.foundation import due
from lingwu_office.foundation.fields import SeveralField
from lingwu_office.people.models import Person, Tenure, Unit

CHANNELS = ("网上", "纸质", "机要交通")
BLANK_ROWS = 4


def persons_of_office() -> QuerySet[Person]:
    """Those who work on documents, by unit, each with the tenures of today under ``held``; no administrators."""
    today = Tenure.objects.on().select_related("post")
    return (
        Person.objects.filter(is_active=True, unit__isnull=False)
        .exclude(Q(grants__role__administration__gt="") | Q(tenures__post__grants__role__administration__gt=""))
        .select_related("unit")
        .prefetch_related(Prefetch("tenures", queryset=today, to_attr="held"))
        .order_by("unit__order", "unit_id", "pk")
    )


def units_of_office() -> list[tuple[Unit, int]]:
    """All units that exist today in the order of the tree, each with its depth."""
    below: dict[int | None, list[Unit]] = {}
    for unit in Unit.objects.filter(closed_on__isnull=True):
        below.setdefault(unit.parent_id, []).append(unit)

    def walk(parent: int | None, depth: int) -> Iterator[tuple[Unit, int]]:
        for unit in below.get(parent, []):
            yield unit, depth
            yield from walk(unit.pk, depth + 1)

    return list(walk(None, 0))


def named(person: Person) -> str:
    """张三（科长）."""
    posts = "、".join(tenure.post.name for tenure in getattr(person, "held", []))
    return f"{person.name}（{posts}）" if posts else person.name


def said_of(day: date, today: date | None = None) -> str:
    """How long there is until ``day``: 12月4日（星期五），还有5个工作日."""
    today = today or timezone.localdate()
    if day < today:
        return "这一天已经过去，请另选。"
    try:
        on = due.calendar().day(day)
    except ConfigError:
        return f"还有{due.workdays(today, day)}个工作日（{day.year}年放假安排还没有收录，只除去周末）。"
    off = "" if on.working else f"；当天{on.why}，不上班"
    return f"{day.month}月{day.day}日（{on.weekday}），还有{due.workdays(today, day)}个工作日{off}。"


class ByUnit(ModelChoiceIterator):
    """Persons under the names of their units."""

    def __iter__(self) -> Iterator[Any]:
        if self.field.empty_label is not None:
            yield ("", self.field.empty_label)
        for unit, persons in groupby(self.queryset, key=lambda person: person.unit):
            yield (unit.name, [self.choice(person) for person in persons])


class PersonField(forms.ModelChoiceField):
    """One person of the office."""

    iterator = ByUnit

    def __init__(self, **given: Any) -> None:
        super().__init__(persons_of_office(), empty_label="请选择", **given)

    def label_from_instance(self, obj: Person) -> str:
        """Name and posts."""
        return named(obj)


class TicksWidget(forms.CheckboxSelectMultiple):
    """Ticks side by side, under the names of their groups."""

    template_name = "documents/widgets/ticks.html"


class OrderWidget(forms.CheckboxSelectMultiple):
    """Ticks by unit, each with a small field for its place in the order."""

    template_name = "documents/widgets/order.html"

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        """The groups; a ticked option knows its ``place``, from 1."""
        groups = super().optgroups(name, value, attrs)
        for option in (option for _, options, _ in groups for option in options):
            chosen = str(option["value"])
            option["place"] = value.index(chosen) + 1 if chosen in value else ""
        return groups

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> list[str]:
        """The chosen values, those with a place first in its order."""
        chosen = super().value_from_datadict(data, files, name) or []
        places = {value: str(data.get(f"{name}_order_{value}") or "") for value in chosen}
        return sorted(
            chosen,
            key=lambda value: int(places[value]) if places[value].isdecimal() and len(places[value]) < 6 else 10**6,
        )


class PersonsField(SeveralField):
    """Several persons of the office in an order; a list of ``Person``."""

    widget = OrderWidget
    iterator = ByUnit

    def __init__(self, **given: Any) -> None:
        super().__init__(persons_of_office(), **given)

    def label_from_instance(self, obj: Person) -> str:
        """Name and posts."""
        return named(obj)

    def clean(self, value: Any) -> Any:
        """The persons in the order given, a list."""
        found = {person.pk: person for person in super().clean(value)}
        return [found[int(pk)] for pk in dict.fromkeys(value or []) if int(pk) in found]


class UnitField(forms.TypedChoiceField):
    """One unit of the office; the choices show the tree."""

    def __init__(self, **given: Any) -> None:
        super().__init__(choices=cache(self._shown), coerce=self._unit, empty_value=None, **given)

    @staticmethod
    def _shown() -> list[tuple[str, str]]:
        return [("", "请选择"), *((str(unit.pk), "　" * depth + unit.name) for unit, depth in units_of_office())]

    @staticmethod
    def _unit(value: str) -> Unit:
        return Unit.objects.get(pk=value)


class UnitsField(forms.TypedMultipleChoiceField):
    """Several units of the office."""

    widget = TicksWidget

    def __init__(self, **given: Any) -> None:
        super().__init__(choices=cache(self._shown), coerce=UnitField._unit, **given)

    @staticmethod
    def _shown() -> list[tuple[str, str]]:
        return [(str(unit.pk), unit.name) for unit, _ in units_of_office()]


class DayInput(forms.DateInput):
    """The browser's own calendar."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class DueField(forms.DateField):
    """A time limit: a day not past, as the moment its office hours end. The page tells the working days it gives."""

    def __init__(self, **given: Any) -> None:
        asks = {
            "hx-get": reverse_lazy("documents:due"),
            "hx-swap": "innerHTML",
            "hx-target": "next .due-said",
            "hx-trigger": "change",
        }
        super().__init__(widget=DayInput(asks), **given)
        self.kept: datetime | None = None

    tells_days = True
    """For the page: leave room for how many working days there are."""

    def prepare_value(self, value: Any) -> Any:
        """The day of a moment."""
        return timezone.localtime(value).date() if isinstance(value, datetime) else value

    def clean(self, value: Any) -> datetime | None:
        """Raises ``ValidationError`` for a day that is past."""
        day = super().clean(value)
        if day is None:
            return None
        if self.kept is not None and day == self.prepare_value(self.kept):
            return self.kept
        if day < timezone.localdate():
            raise forms.ValidationError("时限不能早于今天。")
        return timezone.make_aware(datetime.combine(day, CLOSE))


class JudgingWidget(forms.Widget):
    """For each thing a choice of 符合 and 不符合, none made before."""

    template_name = "documents/widgets/judging.html"
    use_fieldset = True
    things: tuple[str, ...] = ()

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The things with what was chosen so far."""
        chosen = value or {}
        rows = [(f"{name}_{n}", thing, chosen.get(thing)) for n, thing in enumerate(self.things)]
        return super().get_context(name, None, attrs) | {"rows": rows}

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, bool]:
        """What was chosen; things left out are not in it."""
        if isinstance(data.get(name), Mapping):
            return dict(data[name])
        chosen = {thing: data.get(f"{name}_{n}") for n, thing in enumerate(self.things)}
        return {thing: said == "yes" for thing, said in chosen.items() if said in ("yes", "no")}


class JudgingField(forms.Field):
    """Things to judge one by one; a dictionary of each with whether it holds."""

    widget = JudgingWidget

    def __init__(self, things: tuple[str, ...], **given: Any) -> None:
        super().__init__(**given)
        self.things = self.widget.things = things

    def clean(self, value: Any) -> dict[str, bool]:
        """Raises ``ValidationError`` where a thing was left out, or there is no such thing."""
        if set(value) != set(self.things):
            raise forms.ValidationError("请逐项选定符合或不符合。")
        return {thing: bool(value[thing]) for thing in self.things}


class RowsWidget(forms.Widget):
    """A table with a row for each recipient: 单位, 份数, 方式."""

    template_name = "documents/widgets/recipients.html"
    use_fieldset = True

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The rows given, and some blank ones."""
        blank = {"recipient": "", "copies": 1, "channel": CHANNELS[0]}
        rows = [*(value or []), *([blank] * BLANK_ROWS)]
        return super().get_context(name, None, attrs) | {"rows": rows, "name": name, "channels": CHANNELS}

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """The rows that name somebody."""
        if not hasattr(data, "getlist"):
            return data.get(name, [])
        columns = (data.getlist(f"{name}_{part}") for part in ("recipient", "copies", "channel"))
        rows = [
            {"recipient": recipient.strip(), "copies": copies, "channel": channel}
            for recipient, copies, channel in zip(*columns, strict=False)
        ]
        return [row for row in rows if row["recipient"]]


class RecipientsField(forms.Field):
    """To whom how many copies go how: a list of ``recipient``, ``copies``, ``channel``."""

    widget = RowsWidget

    def clean(self, value: Any) -> list[dict[str, Any]]:
        """Raises ``ValidationError`` where a row does not hold together."""
        rows = super().clean(value) or []
        for row in rows:
            copies = str(row.get("copies", 1))
            if not copies.isdecimal() or len(copies) > 5 or not int(copies):
                raise forms.ValidationError(f"“{row['recipient']}”的份数应是正整数。")
            row["copies"] = int(copies)
            if row.setdefault("channel", CHANNELS[0]) not in CHANNELS:
                raise forms.ValidationError(f"“{row['recipient']}”的分发方式应是{'、'.join(CHANNELS)}之一。")
        return list(rows)
