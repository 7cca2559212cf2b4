"""Addresses of documents: their text, and everything else."""

from __future__ import annotations

from lingwu_office.documents import urls_pages, urls_text

app_name = "documents"
urlpatterns = [*urls_text.urlpatterns, *urls_pages.urlpatterns]
