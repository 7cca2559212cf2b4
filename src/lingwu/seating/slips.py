"""Slips that tell each person the seat: eight to a page, as PDF."""

from __future__ import annotations

from lingwu.seating import printing
from lingwu.seating.plan import Plan, Seated

ACROSS, DOWN = 2, 4
WIDTH, HEIGHT, EDGE = 101.0, 70.0, 4.0
"""Millimetres, on A4 upright."""


def pdf(plan: Plan, viewpoint: str = "") -> bytes:
    """A slip for everybody who has a seat, in the order of seats, with lines to cut along.

    Raises:
        MissingTool: typst is not installed.
    """
    lines = [
        "#set page(width: 210mm, height: 297mm, margin: 0mm)",
        '#set text(font: ("SimSun", "Noto Serif CJK SC"), lang: "zh", size: 12pt)',
        f"#let slip(x, y, body) = place(top + left, dx: x, dy: y, box(width: {WIDTH}mm, height: {HEIGHT}mm, "
        'inset: 6mm, stroke: (paint: luma(70%), thickness: 0.3pt, dash: "dashed"), body))',
        '#let big(words) = text(font: ("SimHei", "Noto Sans CJK SC"), size: 21pt, weight: "bold", words)',
    ]
    for number, seat in enumerate(plan.taken):
        page, place = divmod(number, ACROSS * DOWN)
        if page and not place:
            lines.append("#pagebreak()")
        x, y = EDGE + place % ACROSS * WIDTH, EDGE + place // ACROSS * (HEIGHT + 2)
        lines.append(f"#slip({x}mm, {y}mm)[{_words(plan, seat, viewpoint)}]")
    return printing.made("\n".join(lines))


def _words(plan: Plan, seat: Seated, viewpoint: str) -> str:
    unit = "" if seat.post.startswith(seat.unit) else seat.unit  # 区委　区委书记
    who = "　".join(word for word in (unit, seat.post) if word)
    parts = [
        f"#align(center)[#text(size: 13pt)[#{printing.quoted(plan.scheme.title or '会议座位条')}]]",
        f"#v(2mm) #{printing.quoted(seat.name)} 同志",
        f"#linebreak() #text(size: 9.5pt)[#{printing.quoted(who)}]" if who else "",
        "#v(1mm) 您的座位：",
        f"#align(center)[#big({printing.quoted(seat.label or seat.seat)})]",
        f"#v(1fr) #text(size: 8pt, fill: luma(35%))[#{printing.quoted(viewpoint)}]" if viewpoint else "",
    ]
    return " ".join(parts)
