"""A seat plan as a picture: one SVG page in millimetres, ready to print, with the viewpoint and the rules on it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from lingwu.seating.plan import Plan, Seated
from lingwu.seating.venue import Layout, Seat, Shape

SANS = "SimHei, 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif"
SERIF = "'FZXiaoBiaoSong-B05S', SimSun, 'Noto Serif CJK SC', 'Source Han Serif SC', serif"
PAPERS = {"A4": (297.0, 210.0), "A3": (420.0, 297.0)}
"""Landscape, width and height in millimetres."""
MARGIN, HEAD, LINE = 12.0, 30.0, 5.0
LARGEST, SMALLEST = 26.0, 11.0
"""The width of a seat on paper, in millimetres: at most, and below which A3 is taken."""
MOST_NOTES = 9
INK, PALE, GUEST_FILL, MOVED = "#1a1a1a", "#f2f2f2", "#e3ebf7", "#b3261e"


@dataclass(frozen=True)
class Look:
    """What marks seats: keys of persons who moved, ids of wheelchair seats, seat numbers instead of places."""

    moved: Collection[str]
    chairs: Collection[str]
    numbers: bool


@dataclass(frozen=True)
class Page:
    """Where things are on the paper: the scale (mm a seat width) and the place of the origin."""

    width: float
    height: float
    scale: float
    x: float
    y: float
    turn: int

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A point of the venue on the paper."""
        return self.x + self.turn * x * self.scale, self.y + self.turn * y * self.scale


def svg(
    plan: Plan, layout: Layout, rules: Sequence[str], paper: str = "", *, opposite: bool = False,
    moved: Collection[str] = (),
) -> str:  # fmt: skip
    """The plan as SVG. ``opposite`` turns it round, ``moved`` are keys of persons to be marked.

    ``paper`` is A4 or A3; empty: A4 where the names stay readable. ``rules`` are printed below.
    """
    notes = _notes(plan, rules, bool(moved))
    page = _page(layout, len(notes), paper, -1 if opposite else 1)
    sitting = {seat.seat: seat for seat in plan.seats}
    chairs = {wish.seat for wish in plan.scheme.constraints if wish.kind == "wheelchair"}
    look = Look(moved, chairs, layout.kind == "hall")
    sides = any(seat.pool[:1] in ("主", "客") for seat in layout.seats)
    parts = [
        *_heading(plan, layout, page, opposite, sides),
        *(line for shape in layout.shapes for line in _shape(shape, page)),
        *(line for seat in layout.seats for line in _seat(seat, sitting.get(seat.id), page, look)),
        *_footing(notes, page),
    ]
    size = f'width="{page.width:g}mm" height="{page.height:g}mm" viewBox="0 0 {page.width:g} {page.height:g}"'
    sheet = _box(0, 0, page.width, page.height, fill="#fff", line="none")
    return "\n".join([f'<svg xmlns="http://www.w3.org/2000/svg" {size}>', sheet, *parts, "</svg>\n"])


def _notes(plan: Plan, rules: Sequence[str], marked: bool) -> list[str]:
    notes = [*rules, *plan.notes, *(["红框为本次调整或新增的座位"] if marked else [])]
    if len(notes) > MOST_NOTES:
        notes = [*notes[: MOST_NOTES - 1], f"另有 {len(notes) - MOST_NOTES + 1} 条说明，见座次表“规则”页"]
    return notes


def _page(layout: Layout, notes: int, paper: str, turn: int) -> Page:
    xs = [edge for seat in layout.seats for edge in (seat.x - 0.6, seat.x + 0.6)]
    ys = [edge for seat in layout.seats for edge in (seat.y - 0.45, seat.y + 0.45)]
    for shape in layout.shapes:
        half = (shape.height or shape.width) / 2
        xs += [shape.x - shape.width / 2, shape.x + shape.width / 2]
        ys += [shape.y - half, shape.y + half] if shape.kind != "door" else [shape.y - 0.3, shape.y + 0.5]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    for name in [paper] if paper else list(PAPERS):
        width, height = PAPERS[name]
        room = width - 2 * MARGIN, height - HEAD - 2 * MARGIN - notes * LINE + 6
        scale = min(LARGEST, room[0] / wide, room[1] / high)
        if scale >= SMALLEST:
            break
    middle = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    x = width / 2 - turn * middle[0] * scale
    y = HEAD + MARGIN / 2 + room[1] / 2 - turn * middle[1] * scale
    return Page(width, height, scale, x, y, turn)


def _heading(plan: Plan, layout: Layout, page: Page, opposite: bool, sides: bool) -> Iterator[str]:
    title = plan.scheme.title + layout.title if plan.scheme.title else layout.title
    yield _text(page.width / 2, 17, title, min(8.0, 0.85 * page.width / max(len(title), 1)), font=SERIF, weight="bold")
    words = f"看图方向：{layout.opposite if opposite else layout.viewpoint}"
    words += "　浅蓝为客方" if sides else ""
    yield _text(page.width / 2, 26, words, 4.2)


def _footing(notes: Sequence[str], page: Page) -> Iterator[str]:
    top = page.height - MARGIN - (len(notes) - 1) * LINE
    for number, note in enumerate(notes):
        size = min(3.4, (page.width - 2 * MARGIN) / max(_width(note), 1))
        yield _text(MARGIN, top + number * LINE, note, size, anchor="start")


def _seat(seat: Seat, sitting: Seated | None, page: Page, look: Look) -> Iterator[str]:
    x, y = page.at(seat.x, seat.y)
    wide, high = 0.94 * page.scale, 0.74 * page.scale
    left, top = x - wide / 2, y - high / 2
    free = sitting is None or not sitting.name
    corner = seat.short.partition("-")[2] if look.numbers else ("" if free or not sitting else str(sitting.rank or ""))
    if free or sitting is None:
        words = "轮椅位" if seat.id in look.chairs else "空"
        yield _box(left, top, wide, high, fill="#fff", line="#999", dashed=True)
        yield _text(x, y + high * 0.12, words, high * 0.26, colour="#777")
    else:
        changed = sitting.key in look.moved
        fill = GUEST_FILL if seat.pool.startswith("客") else "#fff"
        line, thick = (MOVED, 0.9) if changed else (INK, 0.35)
        yield _box(left, top, wide, high, fill=fill, line=line, thick=thick)
        yield from _words(
            sitting, (x, top), (wide, high), _below(sitting, page.scale), _mark(sitting.reason) or _role(seat)
        )
    if corner:
        yield _text(left + 0.05 * page.scale, top + high * 0.23, corner, high * 0.2, colour="#555", anchor="start")


def _words(sitting: Seated, at: tuple[float, float], box: tuple[float, float], below: str, mark: str) -> Iterator[str]:
    """The name in the middle, post or unit below, what is special above at the right."""
    (x, top), (wide, high) = at, box
    lines = _lines(spaced(sitting.name))
    size = min(high * (0.42 if len(lines) == 1 else 0.24), 0.92 * wide / max(3, *map(_width, lines)))
    middle = top + high * (0.5 if below else 0.56) + size * 0.36
    for number, line in enumerate(lines):
        yield _text(x, middle + (number - (len(lines) - 1) / 2) * size * 1.1, line, size, weight="bold")
    if below:
        yield _text(x, top + high * 0.92, below, min(high * 0.17, 0.94 * wide / _width(below)), colour="#444")
    if mark:
        yield _text(x + wide * 0.47, top + high * 0.22, mark, high * 0.17, colour=MOVED, anchor="end")


def _below(sitting: Seated, scale: float) -> str:
    """Unit or post under the name, where there is room to read it."""
    words = sitting.post or sitting.unit
    return words if scale >= 15 and _width(words) <= 11 else ""


def _mark(reason: str) -> str:
    if reason.startswith("按指定"):
        return "指定"
    return "轮椅" if reason.startswith("轮椅") else "调整" if "因约束" in reason else ""


def _role(seat: Seat) -> str:
    """The role that has this seat for its own, without the side."""
    return seat.pool.removeprefix("主").removeprefix("客") if seat.pool != "主持" else seat.pool


def _shape(shape: Shape, page: Page) -> Iterator[str]:
    x, y = page.at(shape.x, shape.y)
    wide, high = shape.width * page.scale, shape.height * page.scale
    size = min(0.36 * page.scale, 6.0)
    if shape.kind == "round":
        yield f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{wide / 2:.2f}" fill="{PALE}" stroke="{INK}" stroke-width="0.35"/>'
    elif shape.kind == "rect":
        yield _box(x - wide / 2, y - high / 2, wide, high)
    elif shape.kind == "body":
        yield f'<rect x="{x - wide / 2:.2f}" y="{y - high / 2:.2f}" width="{wide:.2f}" height="{high:.2f}" ' \
              f'rx="{0.5 * page.scale:.2f}" fill="none" stroke="#666" stroke-width="0.5"/>'  # fmt: skip
    elif shape.kind == "door":
        yield _box(x - wide / 2, y - 0.06 * page.scale, wide, 0.12 * page.scale, fill="#666", line="none")
        y += page.turn * 0.36 * page.scale
    if shape.text:
        size = min(size, 0.9 * wide / max(_width(shape.text), 1))
        yield _text(x, y + size * 0.35, shape.text, size, colour="#333")


def spaced(name: str) -> str:
    """A name of two Chinese characters with the space of one between, so that it is as wide as one of three."""
    return f"{name[0]}　{name[1]}" if len(name) == 2 and not name.isascii() else name


def _lines(name: str) -> list[str]:
    """A long name on two lines, cut behind its dot or in the middle."""
    if _width(name) <= 5:
        return [name]
    cut = name.find("·") + 1 or (len(name) + 1) // 2
    return [name[:cut], name[cut:]] if name[cut:] else [name]


def _width(text: str) -> float:
    """How many characters wide a text is; Latin letters and digits count half."""
    return sum(0.55 if char.isascii() else 1.0 for char in text)


def _box(
    x: float,
    y: float,
    wide: float,
    high: float,
    *,
    fill: str = PALE,
    line: str = INK,
    thick: float = 0.35,
    dashed: bool = False,
) -> str:
    dash = ' stroke-dasharray="1.2 0.8"' if dashed else ""
    return (
        f'<rect x="{x:.2f}" y="{y:.2f}" width="{wide:.2f}" height="{high:.2f}" rx="{min(0.8, high / 8):.2f}" '
        f'fill="{fill}" stroke="{line}" stroke-width="{thick}"{dash}/>'
    )


def _text(
    x: float, y: float, words: str, size: float, *, font: str = SANS, colour: str = INK, anchor: str = "middle",
    weight: str = "normal",
) -> str:  # fmt: skip
    look = f'font-family="{font}" font-size="{size:.2f}" fill="{colour}" text-anchor="{anchor}" font-weight="{weight}"'
    return f'<text x="{x:.2f}" y="{y:.2f}" {look} xml:space="preserve">{escape(words)}</text>'
