"""发文登记簿 and 收文登记簿: what stands in them for a person, by filters, page by page, and who has what now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from lingwu_office.documents.domain.flow import FlowError
from lingwu_office.documents.domain.numbering import RECEIVED
from lingwu_office.documents.flows import flow_of
from lingwu_office.documents.models import Assignment, Direction, Document, IssuedNumber, Outcome, Series, State
from lingwu_office.documents.policies import visible_to

PAGE = 30
ARCHIVES = "档"
"""How the codes of the series of archive numbers begin; they stand in no register."""
COUNTED = 1000
"""More than so many are told as “1000件以上”."""
SORTS = {"new": "新的在前", "old": "旧的在前", "number": "按编号", "due": "时限近的在前"}
"""In which order; by time limit only what is still under way."""
OPEN = (State.DRAFT, State.UNDER_WAY)
"""States with a time limit that still runs."""
NUMBERS = {Direction.OUTGOING: "document_number", Direction.INCOMING: "register_number"}
"""The column with the number of this office's own."""


@dataclass(frozen=True)
class Filters:
    """What of a register is asked for; ``after`` is where the last page ended, in the order of ``sort``."""

    direction: str
    year: int | None = None
    month: int | None = None
    kind: str = ""
    unit: int | None = None
    state: str = ""
    number: str = ""
    text: str = ""
    sort: str = "new"
    after: str = ""

    @classmethod
    def of(cls, direction: str, given: Mapping[str, str]) -> Filters:
        """What an address asks for; what makes no sense there is left out."""
        year, month = _number(given, "year", 1950, 2100), _number(given, "month", 1, 12)
        return cls(
            direction, year, month if year else None, given.get("kind", "")[:10],
            _number(given, "unit", 1, 10**12), given.get("state", "") if given.get("state") in State.values else "",
            given.get("number", "").strip()[:60], given.get("text", "").strip()[:60],
            given["sort"] if given.get("sort") in SORTS else "new", given.get("after", "")[:60],
        )  # fmt: skip

    def address(self, **changed: Any) -> str:
        """The query string of these filters with some of them changed, without the place in the pages."""
        names = ("year", "month", "kind", "unit", "state", "number", "text", "sort")
        values = {name: getattr(self, name) for name in names} | changed
        return urlencode({name: value for name, value in values.items() if value and (name, value) != ("sort", "new")})

    @property
    def said(self) -> str:
        """The filters in Chinese, for the head of what is printed and for the audit."""
        parts = [f"{self.year}年" if self.year else "", f"{self.month}月" if self.month else ""]
        named = (("文种", self.kind), ("状态", State(self.state).label if self.state else ""),
                 ("编号", self.number), ("内容", self.text), ("单位", str(self.unit or "")))  # fmt: skip
        return "".join(parts) + "".join(f"，{name}：{value}" for name, value in named if value).removeprefix(
            "" if any(parts) else "，"
        )


@dataclass(frozen=True)
class Line:
    """A line of a register: the document, the number it stands there under, and who has it now."""

    document: Document
    number: str
    voided: IssuedNumber | None = None
    holders: list[Assignment] = field(default_factory=list)

    @property
    def step(self) -> str:
        """The title of the step it is in; its state where it is in none."""
        document = self.document
        if document.state not in OPEN or not document.step:
            return document.get_state_display()
        try:
            return flow_of(document).at(document.step).title
        except FlowError:  # the office took the step out of its flow while the document was in it
            return document.get_state_display()

    @property
    def late(self) -> bool:
        """Whether it has not left a holder in time."""
        now = timezone.now()
        return any(holder.due_at is not None and holder.due_at < now for holder in self.holders)


@dataclass(frozen=True)
class Page:
    """A page of a register; ``after`` leads to the next one, empty on the last."""

    filters: Filters
    lines: list[Line]
    after: str


def rows(person: Any, filters: Filters) -> QuerySet[Document]:
    """What ``person`` may see of a register, filtered, not ordered."""
    found = Document.objects.filter(visible_to(person), direction=filters.direction)
    if filters.year:
        found = found.filter(_period(filters.year, filters.month))
    for column in ("kind", "unit", "state"):
        if getattr(filters, column):
            found = found.filter(**{column: getattr(filters, column)})
    if filters.number:
        found = found.filter(Q(**{f"{NUMBERS[Direction(filters.direction)]}__contains": filters.number})
                             | Q(source_number__contains=filters.number))  # fmt: skip
    if filters.text:
        found = found.filter(Q(title__contains=filters.text) | Q(source__contains=filters.text))
    return found


def counted(person: Any, shown: Page) -> str:
    """How many there are on all pages: ``37件``, or ``1000件以上``."""
    if not shown.after and not shown.filters.after:
        return f"{len(shown.lines)}件"
    found = rows(person, shown.filters)
    if shown.filters.sort == "due":
        found = found.filter(state__in=OPEN, due_at__isnull=False)
    many = found.order_by().values("pk")[: COUNTED + 1].count()
    return f"{many}件" if many <= COUNTED else f"{COUNTED}件以上"


def page(person: Any, filters: Filters, size: int = PAGE) -> Page:
    """A page of the register behind ``filters.after``."""
    if filters.sort == "number":
        return _page_by_number(person, filters, size)
    found = _behind(rows(person, filters), filters)
    shown = list(complete(found)[: size + 1])
    after = _place(shown[size - 1], filters.sort) if len(shown) > size else ""
    return Page(filters, [line_of(document) for document in shown[:size]], after)


def complete(found: QuerySet[Document]) -> QuerySet[Document]:
    """``found`` with all that a line shows, in a fixed number of queries."""
    opened = Assignment.objects.filter(outcome=Outcome.OPEN).select_related("person", "post__unit").order_by("order")
    return found.select_related("unit", "drafter", "flow").prefetch_related(
        Prefetch("assignments", queryset=opened, to_attr="opened")
    )


def line_of(document: Document, given: IssuedNumber | None = None) -> Line:
    """The line of a document that ``complete`` has read; under ``given``, where it stands there by that number."""
    number = str(given) if given else getattr(document, NUMBERS[Direction(document.direction)])
    voided = given if given and given.voided_at else None
    return Line(document, number, voided, [] if voided else holders(document))


def holders(document: Document) -> list[Assignment]:
    """The open assignments that hold a document; of readers one after the other, the one whose turn it is."""
    opened: list[Assignment] = document.opened  # type: ignore[attr-defined]
    lowest: dict[str, int] = {}
    for one in opened:
        lowest[one.step] = min(one.order, lowest.get(one.step, one.order))
    return [one for one in opened if one.order == lowest[one.step]]


def _behind(found: QuerySet[Document], filters: Filters) -> QuerySet[Document]:
    value, _, last = filters.after.rpartition("_")
    pk = int(last) if last.isascii() and last.isdecimal() and len(last) < 18 else None
    if filters.sort == "due":
        found = found.filter(state__in=OPEN, due_at__isnull=False).order_by("due_at", "pk")
        at = _moment(value)
        return found.filter(Q(due_at__gt=at) | Q(due_at=at, pk__gt=pk)) if pk and at else found
    if filters.sort == "old":
        return (found.filter(pk__gt=pk) if pk else found).order_by("pk")
    return (found.filter(pk__lt=pk) if pk else found).order_by("-pk")


def _place(last: Document, sort: str) -> str:
    return f"{last.due_at.isoformat()}_{last.pk}" if sort == "due" and last.due_at else f"_{last.pk}"


def _page_by_number(person: Any, filters: Filters, size: int) -> Page:
    keys: list[int] = []
    for series, below in _series(filters):
        in_series = {"numbers__series": series} | ({} if below is None else {"numbers__number__lt": below})
        found = rows(person, filters).filter(**in_series).order_by("-numbers__number")
        keys += found.values_list("numbers__pk", flat=True)[: size + 1 - len(keys)]
        if len(keys) > size:
            break
    numbers = IssuedNumber.objects.select_related("series").in_bulk(keys[:size])
    shown = [numbers[key] for key in keys[:size]]
    documents = complete(Document.objects.all()).in_bulk({number.document_id for number in shown})
    after = f"{shown[-1].series_id}_{shown[-1].number}" if len(keys) > size else ""
    return Page(filters, [line_of(documents[number.document_id], number) for number in shown], after)


def _series(filters: Filters) -> Iterator[tuple[Series, int | None]]:
    """The series of a register, newest year first, from where the last page ended, each with the number to go below."""
    start, _, number = filters.after.partition("_")
    begun = not (start.isdecimal() and number.isdecimal() and len(number) < 10)
    received = Q(code=RECEIVED)
    kinds = received if filters.direction == Direction.INCOMING else ~received & ~Q(code__startswith=ARCHIVES)
    for series in Series.objects.filter(kinds).order_by("-year", "code"):
        here = not begun and series.pk == int(start)
        begun = begun or here
        if begun:
            yield series, int(number) if here else None


def _period(year: int, month: int | None) -> Q:
    zone = timezone.get_default_timezone()
    first = datetime(year, month or 1, 1, tzinfo=zone)
    end = datetime(year + (month in (None, 12)), (month or 12) % 12 + 1, 1, tzinfo=zone)
    return Q(created_at__gte=first, created_at__lt=end)


def _moment(said: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(said)
        return found.astimezone(UTC) if found.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _number(given: Mapping[str, str], name: str, least: int, most: int) -> int | None:
    said = given.get(name, "")
    number = int(said) if said.isascii() and said.isdecimal() and len(said) < 14 else 0
    return number if least <= number <= most else None


def years(direction: str) -> list[int]:
    """The years of a register, newest first."""
    first = Document.objects.filter(direction=direction).order_by("pk").values_list("created_at", flat=True).first()
    this = timezone.localdate().year
    return list(range(this, (timezone.localtime(first).year if first else this) - 1, -1))
