"""What a venue is: seats in their order, what else stands in the room, and from where one looks at it.

Coordinates are in seat widths; x grows to the right of the viewer, y away from the top of the drawing. Left and right
in the words of a seat are those of the person who sits there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lingwu.errors import LingwuError

HOST, GUEST = "主", "客"


class VenueError(LingwuError):
    """The description of a venue is not as it should be, or it has too few seats."""


@dataclass(frozen=True)
class Seat:
    """One seat. Its place in ``Layout.seats`` is its place in the order of seats.

    ``id`` names it in files and constraints. ``pool`` says who may sit here: 主 or 客 where there are two sides, or a
    role (翻译, 记录, 主持 …); empty: anyone. ``section`` is its table, car or row; ``walk`` its place when one walks
    along all seats; ``beside`` the ids of the seats next to it; ``why`` the rule that gives it its place in the order.
    """

    id: str
    label: str
    x: float
    y: float
    pool: str = ""
    section: str = ""
    walk: int = 0
    beside: tuple[str, ...] = ()
    why: str = ""
    short: str = ""


@dataclass(frozen=True)
class Shape:
    """Something that is no seat: ``kind`` is rect, round, body, door or text; ``x``/``y`` its centre."""

    kind: str
    x: float
    y: float
    width: float = 0
    height: float = 0
    text: str = ""


@dataclass(frozen=True)
class Layout:
    """A venue with its seats in order. ``viewpoint`` is printed on every plan.

    ``opposite`` is the viewpoint of the plan turned round.
    ``close``: no seat may stay free before a taken one (rostrum, photo …). ``parted``: there are several tables or
    cars, so that apart means not at one table, and together means at one.
    """

    kind: str
    title: str
    seats: tuple[Seat, ...]
    shapes: tuple[Shape, ...] = ()
    viewpoint: str = ""
    opposite: str = "从里向门口看，门在图的上方；左右按就座人自己的左右手"
    close: bool = True
    parted: bool = False
    notes: tuple[str, ...] = ()
    by_id: Mapping[str, Seat] = field(default_factory=dict, compare=False)

    def seat(self, said: str) -> Seat:
        """The seat that ``said`` means: its number, its label, or its short number.

        Raises:
            VenueError: there is no such seat.
        """
        if said in self.by_id:
            return self.by_id[said]
        hits = [seat for seat in self.seats if said in (seat.label, seat.short)]
        if len(hits) != 1:
            some = "、".join(seat.id for seat in self.seats[:6])
            raise VenueError(f"会场里没有“{said}”这个座位；座位号的写法如：{some}。")
        return hits[0]


def laid(layout_seats: Sequence[Seat], **rest: object) -> Layout:
    """A layout whose seats can be looked up by their number."""
    return Layout(seats=tuple(layout_seats), by_id={seat.id: seat for seat in layout_seats}, **rest)  # type: ignore[arg-type]
