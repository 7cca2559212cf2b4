"""乘车: the seats of cars of several types, each in the order that goes with who drives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from lingwu.seating.venue import Layout, Seat, Shape, VenueError, laid

SIDED = "never"
ROLES = ("随员", "秘书", "警卫", "翻译")
SIZES = {
    "cars": '各车车型，如 ["sedan", "mpv"]：sedan 轿车、offroad 越野车、mpv 七座商务车、bus 中巴',
    "rows": "中巴排数（默认 6）",
}
FRONT, LEFT, RIGHT = "副驾驶", "左", "右"
WORDS = {"sedan": "轿车", "offroad": "越野车", "mpv": "商务车", "bus": "中巴"}
PLACES: Mapping[str, tuple[float, float]] = {
    "副驾驶": (1.0, 0.0), "中排右": (1.0, 1.4), "中排左": (-1.0, 1.4),
    "后排右": (1.0, 2.8), "后排中": (0.0, 2.8), "后排左": (-1.0, 2.8),
}  # fmt: skip


@dataclass(frozen=True)
class Car:
    """A car: its type, what its seats' names begin with, its section, where it stands, who drives."""

    words: str
    prefix: str
    section: str
    shift: float
    driver: str


def build(spec: Mapping[str, Any], rules: Mapping[str, str], counts: Mapping[str, int]) -> Layout:
    """The cars from above, their front at the top, side by side."""
    cars = [WORDS.get(car, car) for car in spec.get("cars", ["sedan"])]
    if strange := [car for car in cars if car not in WORDS.values()]:
        raise VenueError(
            f"没有“{strange[0]}”这种车型；可用的有：{'、'.join(f'{v}（{k}）' for k, v in WORDS.items())}。"
        )
    driver = "主人驾车" if rules["driver"] == "host" else "专职司机驾车"
    helpers = sum(counts.get(role, 0) for role in ROLES)
    seats, shapes = [], []
    for number, car in enumerate(cars, 1):
        line = _bus(int(spec.get("rows", 6)), rules["bus"]) if car == "中巴" else _order(car, rules)
        shift = (number - 1) * 4.4
        prefix = f"{number}车" if len(cars) > 1 else ""
        for name, at in line:
            for_helper = name == FRONT and helpers > 0 and rules["driver"] == "driver" and car != "越野车"
            helpers -= for_helper
            seats.append(_seat(Car(car, prefix, f"{number}车", shift, driver), name, at, for_helper))
        shapes += _body(car, shift, max(y for _, (_, y) in line), rules["driver"], prefix)
    if (wanted := sum(counts.values())) > len(seats):
        raise VenueError(f"各车共 {len(seats)} 座（不含驾车人），要 {wanted} 座，少 {wanted - len(seats)} 座；请加车。")
    return laid(
        _walking(seats),
        kind="car",
        title="乘车座次图",
        shapes=tuple(shapes),
        viewpoint="从上方看，车头在图的上方；左右按乘车人自己的左右",
        opposite="从上方看，车头在图的下方；左右按乘车人自己的左右",
        parted=len(cars) > 1,
        notes=("乘车人自己选定的座位即为上座",),
    )


def _order(car: str, rules: Mapping[str, str]) -> list[tuple[str, tuple[float, float]]]:
    by_host = rules["driver"] == "host"
    if car == "越野车":
        names = ["副驾驶", "后排右", "后排左", "后排中"]
    elif car == "商务车":
        middle, rear = ["中排右", "中排左"], ["后排右", "后排左", "后排中"]
        rear = rear if rules["mpv"] == "middle" else ["后排右", "后排左", "后排中"]
        names = [*middle, *rear] if rules["mpv"] == "middle" else [*rear, *middle]
        names = ["副驾驶", *names] if by_host else [*names, "副驾驶"]
    elif by_host:
        names = ["副驾驶", "后排右", "后排左", "后排中"]
    else:
        last = ["后排中", "副驾驶"] if rules["third"] == "rear" else ["副驾驶", "后排中"]
        names = ["后排右", "后排左", *last]
    return [(name, PLACES[name]) for name in names]


def _bus(rows: int, custom: str) -> list[tuple[str, tuple[float, float]]]:
    """Two seats at the left, one at the right by the door; front before back."""
    line = []
    for row in range(1, rows + 1):
        y = 1.4 + (row - 1) * 1.2
        right, aisle, window = ((f"{row}排右", (1.2, y)), (f"{row}排左走道", (-0.3, y)), (f"{row}排左窗", (-1.3, y)))
        line += [right, aisle, window] if custom == "door" else [window, aisle, right]
    return line


def _seat(car: Car, place: str, at: tuple[float, float], for_helper: bool) -> Seat:
    why = "随员坐副驾驶" if for_helper else f"{car.words}，{car.driver}，{place}"
    name = car.prefix + place
    return Seat(name, name, at[0] + car.shift, at[1], "随员" if for_helper else "", car.section, why=why, short=name)


def _walking(seats: list[Seat]) -> list[Seat]:
    def beside(seat: Seat) -> tuple[str, ...]:
        near = (s for s in seats if s is not seat and s.section == seat.section and s.y == seat.y)
        return tuple(s.id for s in near if abs(s.x - seat.x) < 1.6)

    return [replace(seat, walk=place, beside=beside(seat)) for place, seat in enumerate(seats)]


def _body(car: str, shift: float, depth: float, driver: str, prefix: str) -> list[Shape]:
    who = "主人驾车" if driver == "host" else "司机"
    return [
        Shape("body", shift, depth / 2 - 0.1, 3.8, depth + 2.2),
        Shape("text", shift - 1.0, 0, 1, 0.4, who),
        Shape("text", shift, -1.6, 3, 0.4, f"{prefix}{car}"),
    ]
