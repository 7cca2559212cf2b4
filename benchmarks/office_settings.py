"""Settings of the office's benchmarks: tables without migrations, a home of their own, any host name."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

os.environ.setdefault("LINGWU_HOME", str(Path(tempfile.gettempdir(), "lingwu-bench-office")))

from lingwu_office.site.settings import *  # noqa: F403
from lingwu_office.site.settings import HOME, INSTALLED_APPS

(HOME / "static").mkdir(parents=True, exist_ok=True)
MIGRATION_MODULES = {app.rpartition(".")[2]: None for app in INSTALLED_APPS} | {"office_site": None}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["*"]
