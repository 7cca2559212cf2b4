"""Addresses of the pages of documents: new ones, each one, and each verb."""

from __future__ import annotations

from django.urls import path

from lingwu_office.documents import pages, pages_act, pages_books, pages_flows, pages_print, pages_show

urlpatterns = [
    path("new/", pages.new, name="new"),
    path("new/check/", pages.check, name="check_new"),
    path("receive/", pages.receive_page, name="receive"),
    path("receive/same/", pages.twins, name="twins"),
    path("due/", pages.due, name="due"),
    path("numbers/", pages_books.numbers, name="numbers"),
    path("seals/", pages_books.seals, name="seals"),
    path("flows/", pages_flows.flows, name="flows"),
    path("flows/<int:pk>/", pages_flows.flow, name="flow"),
    path("<int:pk>/", pages_show.show, name="show"),
    path("<int:pk>/check/", pages.check, name="check_elements"),
    path("<int:pk>/sheet/", pages_print.sheet, name="sheet"),
    path("<int:pk>/<slug:verb>/", pages_act.act, name="act"),
]
