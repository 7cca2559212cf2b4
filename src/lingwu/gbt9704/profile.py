"""What a unit's own rules override: margins, line pitch, page numbers, fonts (``[typeset]`` in lingwu.toml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from lingwu.errors import ConfigError
from lingwu.gbt9704 import geometry
from lingwu.gbt9704.fonts import NAMES
from lingwu.gbt9704.geometry import MM, Face, Grid

PLACES = ("outside", "center", "none")
LEAST, MOST = 5.0, 100.0
"""No margin is smaller or larger, in millimetres."""


@dataclass(frozen=True)
class Profile:
    """A unit's layout; the defaults are GB/T 9704—2012.

    ``top``, ``bottom``, ``left`` and ``right`` are margins in millimetres, ``line_pitch`` is in points (0: so that
    ``lines`` fill the page). ``page_number`` holds {} for the number; its place is outside (外侧), center or none.
    ``fonts`` names for a face (仿宋, 黑体, 楷体, 小标宋, 宋体) the family to use, ``latin`` one for Western letters and
    digits (empty: that of the text). ``mark_size`` is that of the 发文机关标志 in points (0: as large as fits).
    """

    top: float = geometry.TOP
    bottom: float = geometry.BOTTOM
    left: float = geometry.LEFT
    right: float = geometry.RIGHT
    lines: int = geometry.LINES
    line_pitch: float = 0.0
    page_number: str = geometry.PAGE_NUMBER_FORM
    page_number_place: str = "outside"
    fonts: Mapping[str, str] = field(default_factory=dict)
    latin: str = ""
    mark_size: float = 0.0

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> Profile:
        """The profile that the table ``[typeset]`` describes.

        Raises:
            ConfigError: a key or a value is not known.
        """
        found = {key.replace("-", "_"): value for key, value in said.items()}
        known = {item.name: item for item in fields(cls)}
        for key, value in found.items():
            if key not in known:
                names = "、".join(name.replace("_", "-") for name in known)
                raise ConfigError(f"配置文件 [typeset] 里的“{key.replace('_', '-')}”不认识；可用的有：{names}。")
            if not _fits(key, value):
                raise ConfigError(f"配置文件 [typeset] 里“{key.replace('_', '-')}”的写法不对，{_wanted(key)}")
        return cls(**found)

    @property
    def width(self) -> float:
        """The width of the type area in millimetres."""
        return geometry.PAGE_WIDTH - self.left - self.right

    @property
    def height(self) -> float:
        """The height of the type area in millimetres."""
        return geometry.PAGE_HEIGHT - self.top - self.bottom

    @property
    def character(self) -> float:
        """The width of a 字 in millimetres: the tracked 3号 character of the standard."""
        return self.width / self.characters

    @property
    def characters(self) -> int:
        """How many characters a line holds: 28 on 156 mm, otherwise as many of 3号 as fit."""
        if abs(self.width - geometry.TYPE_WIDTH) < 0.5:
            return geometry.CHARACTERS
        return int(self.width * MM / geometry.SIZE_3 + 0.3)

    def line_boxes(self) -> Grid:
        """The grid of a .docx: line boxes fill the type area."""
        pitch = self.line_pitch / MM or min(geometry.LINE_BOXES.pitch * self._stretch, self.height / self.lines)
        return replace(geometry.LINE_BOXES, top=self.top, bottom=self.bottom, pitch=pitch, tracking=self._tracking)

    def glyphs(self) -> Grid:
        """The grid of a PDF: glyphs fill the type area, and margins leave room for the half-leading around them."""
        size = geometry.SIZE_3 / MM
        pitch = self.line_pitch / MM or (self.height - self.character) / (self.lines - 1)
        top = self.top - (pitch - size) / 2
        bottom = geometry.PAGE_HEIGHT - top - self.lines_of(pitch) * pitch - 0.05
        return replace(geometry.GLYPHS, top=top, bottom=bottom, pitch=pitch, tracking=self._tracking)

    def lines_of(self, pitch: float) -> int:
        """How many lines of ``pitch`` have their glyphs within the type area."""
        return int((self.height - self.character) / pitch + 1e-6) + 1 if self.line_pitch else self.lines

    def family(self, face: Face) -> str:
        """The name of the family for ``face`` as a .docx names it."""
        return self.fonts.get(face.value) or NAMES[face][0]

    @property
    def _tracking(self) -> float:
        return self.character - geometry.SIZE_3 / MM

    @property
    def _stretch(self) -> float:
        return (self.height / self.lines) / (geometry.TYPE_HEIGHT / geometry.LINES)


def _fits(key: str, value: Any) -> bool:  # noqa: PLR0911 - one line for each kind of value
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if key == "fonts":
        return isinstance(value, dict) and all(name in list(Face) and isinstance(v, str) for name, v in value.items())
    if key == "page_number":
        return isinstance(value, str) and value.count("{}") == 1
    if key == "page_number_place":
        return value in PLACES
    if key == "latin":
        return isinstance(value, str)
    if key == "lines":
        return isinstance(value, int) and 10 <= value <= 60
    if key in ("line_pitch", "mark_size"):
        return number and 0 <= value <= 150
    return number and LEAST <= value <= MOST


def _wanted(key: str) -> str:
    if key == "fonts":
        return f'应如 fonts = {{ 仿宋 = "仿宋" }}，字体类别有：{"、".join(Face)}。'
    if key == "page_number":
        return '应如 page-number = "— {} —"（{} 是页码的位置，要有且只有一处）。'
    if key == "page_number_place":
        return f"可用的有：{'、'.join(PLACES)}（外侧、居中、不要）。"
    if key == "latin":
        return '应如 latin = "Times New Roman"。'
    unit = "磅" if key in ("line_pitch", "mark_size") else "毫米"
    return "应是 10 到 60 的整数。" if key == "lines" else f"应是以{unit}计的数。"
