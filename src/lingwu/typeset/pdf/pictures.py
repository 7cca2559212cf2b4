"""The pictures of a paper as files beside its Typst source."""

from __future__ import annotations

from dataclasses import dataclass, field

from lingwu.typeset.model import Picture

TALLEST = 200.0
"""No picture is set taller than this, in mm."""


@dataclass(slots=True)
class Pictures:
    """Names the pictures of a source and keeps their bytes by name."""

    files: dict[str, bytes] = field(default_factory=dict)

    def call(self, picture: Picture, room: float) -> str:
        """The Typst call that shows ``picture`` in its size, or smaller where it is wider than ``room`` mm."""
        name = f"picture{len(self.files) + 1}.{picture.suffix}"
        self.files[name] = picture.data
        scale = min(1.0, room / picture.width, TALLEST / picture.height)
        size = f"width: {picture.width * scale:.3f}mm, height: {picture.height * scale:.3f}mm"
        return f'box(image("{name}", {size}, fit: "stretch"))'
