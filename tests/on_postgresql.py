"""Runs a command with ``DATABASE_URL`` naming a PostgreSQL of its own: made in a temporary folder, stopped at the end.

python tests/on_postgresql.py python -m pytest src/lingwu_office

The server does not run as root: there, the user ``postgres`` of the distribution runs it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

USER = "office"
SETTINGS = {  # the tests' data is thrown away, so nothing waits for the disk
    "listen_addresses": "''", "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off",
    "max_connections": "200", "shared_buffers": "128MB",
}  # fmt: skip


def programs() -> Path | None:
    """The folder of ``initdb`` and ``pg_ctl``, the newest where there are several; none where it is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


@contextmanager
def postgresql() -> Iterator[str]:
    """A running server; its address for ``DATABASE_URL``."""
    folder = programs()
    if folder is None:
        raise FileNotFoundError("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    with tempfile.TemporaryDirectory(prefix="lingwu-pg-", dir="/tmp") as home:
        if os.geteuid() == 0:
            shutil.chown(home, "postgres", "postgres")
        data, words = f"{home}/data", " ".join(f"-c {key}={value}" for key, value in SETTINGS.items())
        _run(folder / "initdb", "-D", data, "-U", USER, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "-N")
        _run(folder / "pg_ctl", "-D", data, "-l", f"{home}/log", "-w", "-o", f"-k {home} {words}", "start")
        try:
            yield f"postgres:///postgres?host={home}&user={USER}"
        finally:
            _run(folder / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


def _run(program: Path, *words: str) -> None:
    before = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    done = subprocess.run([*before, program, *words], check=False, capture_output=True, text=True, cwd="/")
    if done.returncode:
        raise RuntimeError(f"{program.name}: {done.stdout}{done.stderr}")


def main() -> int:
    """Run the command given on the command line; its exit code."""
    with postgresql() as address:
        return subprocess.run(sys.argv[1:], check=False, env={**os.environ, "DATABASE_URL": address}).returncode


if __name__ == "__main__":
    sys.exit(main())
