"""Where the office keeps its data: SQLite in its home folder, or what ``DATABASE_URL`` names."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit


def database(url: str, home: Path) -> dict[str, Any]:
    """The settings of the database.

    Raises:
        ValueError: the address is of another kind than postgres:// (or postgresql://) or sqlite:///path.
    """
    parts = urlsplit(url)
    if parts.scheme in ("", "sqlite"):
        return sqlite(Path(parts.path) if parts.path else home / "office.sqlite3")
    if parts.scheme not in ("postgres", "postgresql"):
        raise ValueError(f"DATABASE_URL 应以 postgres:// 或 sqlite:/// 开头，现为 {parts.scheme}://。")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
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
