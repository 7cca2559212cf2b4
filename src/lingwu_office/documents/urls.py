"""Addresses of documents: their text, the registers, and everything else."""

from __future__ import annotations

from lingwu_office.documents import urls_pages, urls_registers, urls_text

app_name = "documents"
urlpatterns = [*urls_text.urlpatterns, *urls_registers.urlpatterns, *urls_pages.urlpatterns]
