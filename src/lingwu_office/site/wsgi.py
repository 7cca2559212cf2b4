"""The office as a WSGI application."""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lingwu_office.site.settings")

from django.conf import settings
from django.core.wsgi import get_wsgi_application

settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # empty: static files come from where they lie in the package
application = get_wsgi_application()
