"""OLE compound files (MS-CFB): which streams one holds, and how a stream begins."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTRY = 128
MOST_SECTORS = 65_536
"""A directory is never followed further than this; a chain that runs in a ring ends here."""
STREAM = 2
SMALL = 4096
"""A stream shorter than this may lie in the small-sector area, where its beginning is not looked for."""


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream of the file: its size in bytes, and its first sector's bytes (empty for small streams)."""

    size: int
    head: bytes


def streams(data: bytes) -> Mapping[str, Stream]:
    """The streams of a compound file by name; empty where ``data`` is none or its directory cannot be followed."""
    if not data.startswith(MAGIC) or len(data) < 512:
        return {}
    shift = struct.unpack_from("<H", data, 30)[0]
    if shift not in (9, 12):
        return {}
    found = {}
    for sector in _chain(data, shift, struct.unpack_from("<I", data, 48)[0]):
        for at in range(sector, min(sector + (1 << shift), len(data) - ENTRY + 1), ENTRY):
            length, kind = struct.unpack_from("<HB", data, at + 64)
            start, size = struct.unpack_from("<II", data, at + 116)
            if kind == STREAM and 2 < length <= 64:
                name = data[at : at + length - 2].decode("utf-16-le", "replace")
                head = (start + 1) << shift
                found[name] = Stream(size, data[head : head + (1 << shift)] if size >= SMALL else b"")
    return found


def _chain(data: bytes, shift: int, sector: int) -> Iterator[int]:
    """The byte offsets of the sectors that follow ``sector``, by the file allocation table (first 109 parts of it)."""
    parts = struct.unpack_from("<109I", data, 76)
    per_part = 1 << (shift - 2)
    seen: set[int] = set()
    while (offset := (sector + 1) << shift) < len(data) and sector not in seen and len(seen) < MOST_SECTORS:
        seen.add(sector)
        yield offset
        part, index = divmod(sector, per_part)
        entry = ((parts[part] + 1) << shift) + 4 * index if part < len(parts) else len(data)
        if entry + 4 > len(data):
            return
        sector = struct.unpack_from("<I", data, entry)[0]
