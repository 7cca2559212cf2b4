"""Addresses of the text of a document: the editor, versions, files."""

from __future__ import annotations

from django.urls import path

from lingwu_office.documents import pages_text, pages_text_files, pages_text_versions

urlpatterns = [
    path("<int:pk>/text/", pages_text.text, name="text"),
    path("<int:pk>/text/check/", pages_text.check, name="check"),
    path("<int:pk>/text/judge/", pages_text.judge, name="judge"),
    path("<int:pk>/text/upload/", pages_text_files.upload, name="upload"),
    path("<int:pk>/text/aside/<int:number>/", pages_text.take_in, name="take_in"),
    path("<int:pk>/versions/", pages_text_versions.versions, name="versions"),
    path("<int:pk>/versions/<int:number>/", pages_text_versions.version, name="version"),
    path("<int:pk>/diff/<int:old>/<int:new>/", pages_text_versions.diff, name="diff"),
    path("<int:pk>/download/<slug:form>/", pages_text_files.download, name="download"),
    path("<int:pk>/attachments/<int:number>/", pages_text_files.attachment, name="attachment"),
    path("<int:pk>/attachments/<int:number>/text/", pages_text_files.original, name="original"),
]
