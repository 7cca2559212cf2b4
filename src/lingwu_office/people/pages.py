"""机构人员: units, posts, persons, delegations, and what is missing."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from lingwu_office.access.policies import may_by_role, may_reset_second_factor
from lingwu_office.audit.acting import act_page, demand
from lingwu_office.foundation.errors import Invalid, Refused
from lingwu_office.people import queries
from lingwu_office.people.actions import import_people
from lingwu_office.people.acts import ACTS
from lingwu_office.people.asking import person_of
from lingwu_office.people.forms import ImportForm
from lingwu_office.people.lists import LARGEST, rows_of
from lingwu_office.people.models import Duty, Person, Post, Unit
from lingwu_office.people.policies import may_view_people, visible_to

A_PAGE = 50


def _looking(request: HttpRequest, here: str) -> dict[str, Any]:
    """What every page of this part needs.

    Raises:
        Refused: the person is not of the office.
    """
    verdict = may_view_people(request.user)
    if not verdict:
        raise Refused(verdict.reason)
    return {"here": here, "manages": bool(may_by_role(request.user, "people.change_unit"))}


def units(request: HttpRequest) -> HttpResponse:
    """机构: the tree of units with posts and who holds them."""
    return render(request, "people/units.html", _looking(request, "units") | {"tree": queries.unit_tree()})


def posts(request: HttpRequest) -> HttpResponse:
    """岗位: posts with their duties, of one unit or all."""
    given = _looking(request, "posts")
    unit = _unit(request)
    found = Paginator(queries.posts(unit), A_PAGE).get_page(request.GET.get("page"))
    top = Unit.objects.filter(parent__isnull=True).first()
    return render(request, "people/posts.html", given | {"page": found, "unit": unit, "units": _units(), "top": top})


def post(request: HttpRequest, pk: int) -> HttpResponse:
    """One post: its duties, and who held it when."""
    given = _looking(request, "posts")
    found = get_object_or_404(Post.objects.select_related("unit"), pk=pk)
    return render(request, "people/post.html", given | {"post": found, "tenures": queries.tenures_of(found)})


def persons(request: HttpRequest) -> HttpResponse:
    """人员: the directory of the office."""
    given = _looking(request, "persons")
    words, unit = request.GET.get("words", "").strip()[:60], _unit(request)
    inactive = request.GET.get("inactive") == "1" and given["manages"]
    found = queries.persons(request.user, words=words, unit=unit, inactive=inactive)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    top = Unit.objects.filter(parent__isnull=True).first()
    given |= {"page": page, "words": words, "unit": unit, "units": _units(), "inactive": inactive, "top": top}
    return render(request, "people/persons.html", given)


def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: posts over time, and what may be changed."""
    given = _looking(request, "persons")
    found = get_object_or_404(Person.objects.filter(visible_to(request.user)), pk=pk)
    given |= {"person": found, "tenures": queries.tenures_of(found)}
    given["secures"] = bool(may_reset_second_factor(request.user, found))
    return render(request, "people/person.html", given)


def gaps(request: HttpRequest) -> HttpResponse:
    """没有无责之岗: posts without a duty, duties without a post, persons without a post."""
    given = _looking(request, "gaps") | {"gaps": queries.gaps(), "duties": Duty.objects.count()}
    return render(request, "people/gaps.html", given)


def delegations(request: HttpRequest) -> HttpResponse:
    """代行: one's own delegations; all of them for the system administrator."""
    given = _looking(request, "delegations") | queries.delegations(request.user)
    return render(request, "people/delegations.html", given)


def act(request: HttpRequest, verb: str, pk: int) -> HttpResponse:
    """The form of a verb, or the verb done."""
    return act_page(request, ACTS, f"people.{verb}", pk)


def importing(request: HttpRequest, pk: int) -> HttpResponse:
    """A list of persons taken in, or every fault of every row; the first passwords are shown this once."""
    unit = get_object_or_404(Unit, pk=pk)
    demand(request.user, "people.import_people", unit)
    given = _looking(request, "persons") | {"unit": unit, "made": None}
    form = ImportForm(request.POST or None, request.FILES or None, by=person_of(request), thing=unit)
    status = 200
    if request.method == "POST":
        status = 400
        if form.is_valid():
            given["made"] = _imported(form)
            status = 200 if given["made"] else 400
    return render(request, "people/importing.html", given | {"form": form}, status=status)


def _imported(form: ImportForm) -> Any:
    file = form.cleaned_data["file"]
    try:
        rows = rows_of(file.name, file.read(LARGEST + 1))
        return import_people(form.by, form.thing, rows=rows, make_missing=form.cleaned_data["make_missing"])
    except Invalid as error:
        form.add_error(None, str(error).splitlines())
        return None


def _units() -> list[Unit]:
    return list(Unit.objects.filter(closed_on__isnull=True))


def _unit(request: HttpRequest) -> Unit | None:
    asked = request.GET.get("unit", "")
    return get_object_or_404(Unit, pk=int(asked)) if asked.isdecimal() and len(asked) < 19 else None
