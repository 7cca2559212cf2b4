"""Settings of the tests: a home of their own and quick passwords; the database by ``DATABASE_URL`` as ever."""

from __future__ import annotations

import os
import tempfile

os.environ.setdefault("LINGWU_HOME", tempfile.mkdtemp(prefix="lingwu-office-"))

from lingwu_office.site.settings import *  # noqa: F403
from lingwu_office.site.settings import HOME

(HOME / "static").mkdir(parents=True, exist_ok=True)
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["*"]
