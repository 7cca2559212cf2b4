"""发文登记簿、收文登记簿: the page, what is printed, and the .xlsx."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header

from lingwu_office.access.policies import may_by_role
from lingwu_office.audit import chain
from lingwu_office.audit.models import EntryKind
from lingwu_office.documents import registers, registers_export
from lingwu_office.documents.domain.elements import KINDS
from lingwu_office.documents.models import Direction, State
from lingwu_office.documents.registers import Filters
from lingwu_office.foundation.errors import Invalid
from lingwu_office.people.models import Unit

BEGINS = {Direction.OUTGOING: "documents.draft", Direction.INCOMING: "documents.receive"}
PRINTED = 2000
"""Lines that are printed at once."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def outgoing(request: HttpRequest) -> HttpResponse:
    """发文登记簿."""
    return _register(request, Direction.OUTGOING)


def incoming(request: HttpRequest) -> HttpResponse:
    """收文登记簿."""
    return _register(request, Direction.INCOMING)


def printed(request: HttpRequest, direction: str) -> HttpResponse:
    """All lines of the filters on one page to print, with who printed it and when; recorded.

    Raises:
        Refused: no right to take registers out. Invalid: more lines than one prints.
    """
    filters = _to_take_out(request, direction, "documents.print_register", "打印登记簿", PRINTED)
    found = list(registers_export.lines(request.user, filters, PRINTED))
    _record(request, filters, "documents.print_register", "打印登记簿", len(found))
    return render(
        request,
        "documents/register_printed.html",
        _shown(filters) | {"lines": found, "foot": _foot(request), "query": filters.address()},
    )


def export(request: HttpRequest, direction: str) -> HttpResponse:
    """All lines of the filters as .xlsx; recorded.

    Raises:
        Refused: no right to take registers out. Invalid: more lines than one file holds.
    """
    filters = _to_take_out(request, direction, "documents.export_register", "导出登记簿", registers_export.MOST)
    found = list(registers_export.lines(request.user, filters))
    data = registers_export.workbook(direction, found, _foot(request))
    _record(request, filters, "documents.export_register", "导出登记簿", len(found))
    name = f"{registers_export.TITLES[Direction(direction)]}{timezone.localdate():%Y%m%d}.xlsx"
    return HttpResponse(data, content_type=XLSX, headers={"Content-Disposition": _attached(name)})


def _register(request: HttpRequest, direction: str) -> HttpResponse:
    filters = Filters.of(direction, request.GET)
    page = registers.page(request.user, filters)
    values = _shown(filters) | {
        "page": page, "counted": registers.counted(request.user, page) if filters.sort != "number" else "",
        "may_begin": may_by_role(request.user, BEGINS[Direction(direction)]),
        "may_export": registers_export.may_take_out(request.user),
        "years": registers.years(direction), "units": Unit.objects.all(), "kinds": KINDS, "states": State.choices,
        "sorts": registers.SORTS.items(), "months": range(1, 13), "query": filters.address(),
        "more": filters.address(after=page.after),
    }  # fmt: skip
    return render(request, "documents/register.html", values)


def _shown(filters: Filters) -> dict[str, Any]:
    return {
        "filters": filters,
        "title": registers_export.TITLES[Direction(filters.direction)],
        "outgoing": filters.direction == Direction.OUTGOING,
    }


def _to_take_out(request: HttpRequest, direction: str, verb: str, title: str, most: int) -> Filters:
    verdict = registers_export.may_take_out(request.user)
    if not verdict:
        raise chain.refusal(request.user, verb, title, reason=verdict.reason)
    filters = Filters.of(direction, request.GET)
    if registers_export.taken_out(request.user, filters).values("pk")[: most + 1].count() > most:
        raise Invalid(f"一次最多{title.removesuffix('登记簿')}{most}件，请用年份、月份或单位缩小范围。")
    return filters


def _record(request: HttpRequest, filters: Filters, verb: str, title: str, lines: int) -> None:
    asked = {"direction": filters.direction, "filters": filters.said, "lines": lines}
    chain.append(EntryKind.EXPORT, request.user, verb, title, after=asked)


def _foot(request: HttpRequest) -> str:
    person: Any = request.user
    return f"{person.name}（{person.account}）{timezone.localtime():%Y-%m-%d %H:%M}取自零误办公，内部资料，注意保管。"


def _attached(name: str) -> str:
    return content_disposition_header(True, name) or "attachment"
