"""What an office sets otherwise than GB/T 9704—2012, as far as rules on layout need it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lingwu.document import Role


@dataclass(frozen=True)
class House:
    """The office's own layout; None and empty: as the standard says."""

    margins: Mapping[str, float] = field(default_factory=dict)
    pitch: float | None = None
    faces: Mapping[str, str] = field(default_factory=dict)
    sizes: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def of(cls, config: Any) -> House:
        """The settings of a lingwu.toml."""
        return cls()

    def face(self, role: Role | str, usual: str) -> str:
        """The face for ``role``, where the office has its own; else ``usual``."""
        return self.faces.get(str(role), usual)

    def size(self, role: Role | str, usual: float) -> float:
        """The size in points for ``role``, where the office has its own; else ``usual``."""
        return self.sizes.get(str(role), usual)
