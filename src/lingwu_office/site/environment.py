"""``office.env`` in the home of an office: what is its own, one ``NAME=value`` a line, as systemd reads it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

FILE = "office.env"
PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700


def read_environment(home: Path) -> None:
    """Take over what ``office.env`` says wherever the environment itself says nothing."""
    path = home / FILE
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        name, given, value = line.strip().partition("=")
        if given and not name.startswith("#"):
            os.environ.setdefault(name.strip(), value.strip())


def write_environment(home: Path, values: Mapping[str, str]) -> None:
    """Write ``office.env``, for the eyes of its owner only; empty values are left out."""
    lines = ["# 本单位的设置，改后重新启动生效；各项含义见 docs/guides/deploy.md。"]
    lines += [f"{name}={value}" for name, value in values.items() if value]
    write_private(home / FILE, "\n".join(lines) + "\n")


def write_private(path: Path, text: str) -> None:
    """Write a file that nobody but its owner may read, from its first byte on."""
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE_FILE)
    with os.fdopen(opened, "w", encoding="utf-8") as out:
        out.write(text)
