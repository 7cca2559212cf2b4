"""The baseline: fingerprints of findings that the office accepts, kept in one JSON file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

from lingwu.errors import ConfigError, because
from lingwu.outputs import write_atomically

NAME = "lingwu-baseline.json"
FINGERPRINT = re.compile(r"[0-9a-f]{12}(?:-\d+)?")


def load(path: Path) -> set[str]:
    """The accepted fingerprints of the file; none where there is no such file yet.

    Raises:
        ConfigError: the file is there but is no baseline.
    """
    if not path.exists():
        return set()
    try:
        accepted = json.loads(path.read_text(encoding="utf-8"))["accepted"]
        if not isinstance(accepted, list):
            raise TypeError("accepted")
        return {str(fingerprint) for fingerprint in accepted}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ConfigError(f"基线文件 {path} 读不出来（{because(error)}），请换一个文件名。") from error


def save(path: Path, accepted: Iterable[str]) -> None:
    """Write the file, one fingerprint a line and in order, so that versions of it can be compared.

    Raises:
        WriteError: the place cannot be written.
    """
    text = json.dumps({"accepted": sorted(set(accepted))}, ensure_ascii=False, indent=1)
    write_atomically(path, (text + "\n").encode())


def not_fingerprints(words: Iterable[str]) -> list[str]:
    """Those of ``words`` that are no fingerprint."""
    return [word for word in words if not FINGERPRINT.fullmatch(word)]
