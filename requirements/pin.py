"""Writes runtime.txt and dev.txt anew from pyproject.toml: pinned, hashed, without the address of any index.

Needs pip-tools (``pip install pip-tools``), which nothing else of the project does.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
HEAD = "# Written by requirements/pin.py from pyproject.toml. Do not edit.\n"
BUILD = ["hatchling", "editables"]


def pin(wanted: list[str], out: Path) -> None:
    """Resolve ``wanted`` and write all that it needs to ``out``, one hash for each published file."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "wanted.in"
        source.write_text("\n".join(wanted) + "\n", encoding="utf-8")
        options = ["--generate-hashes", "--no-emit-index-url", "--no-emit-trusted-host", "--no-emit-find-links",
                   "--no-header", "--no-annotate", "--strip-extras", "--allow-unsafe", "--quiet"]  # fmt: skip
        command = [sys.executable, "-m", "piptools", "compile", *options, "--output-file", "-", str(source)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    lines = [line for line in done.stdout.splitlines() if line.strip() and not line.startswith(("--", "#"))]
    out.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Pin both files."""
    data = tomllib.loads((HERE.parent / "pyproject.toml").read_text(encoding="utf-8"))
    extras = data["project"]["optional-dependencies"].values()
    runtime = [*data["project"]["dependencies"], *(line for extra in extras for line in extra)]
    pin(runtime, HERE / "runtime.txt")
    pin(runtime + data["dependency-groups"]["dev"] + BUILD, HERE / "dev.txt")


if __name__ == "__main__":
    main()
