"""Where the office keeps its data: SQLite in its home folder, or what ``DATABASE_URL`` names."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

KEPT_OPEN = 60
"""Seconds that a connection to PostgreSQL is kept for the next request."""


def database(url: str, home: Path) -> dict[str, Any]:
    """The settings of the database.

    ``postgres://user:password@host:5432/name``; a unix socket as ``postgres:///name?host=/run/postgresql``. What else
    stands behind the question mark goes to libpq (``sslmode=verify-full``).

    Raises:
        ValueError: the address is of another kind than postgres:// (or postgresql://) or sqlite:///path.
    """
    parts = urlsplit(url)
    if parts.scheme in ("", "sqlite"):
        return sqlite(Path(parts.path) if parts.path else home / "office.sqlite3")
    if parts.scheme not in ("postgres", "postgresql"):
        raise ValueError(f"DATABASE_URL 应以 postgres:// 或 sqlite:/// 开头，现为 {parts.scheme}://。")
    asked = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or asked.pop("user", "")),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": asked.pop("host", "") or parts.hostname or "",
        "PORT": asked.pop("port", "") or str(parts.port or ""),
        "CONN_MAX_AGE": KEPT_OPEN,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": asked,
    }


def sqlite(path: Path) -> dict[str, Any]:
    """SQLite that readers and one writer share; a commit is on the disk when it returns."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "timeout": 30,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;",
        },
    }
