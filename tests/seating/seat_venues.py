"""One of each kind of venue, and of each form that a kind has: its sizes, rules, and persons by pool."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

CASES: Mapping[str, tuple[dict[str, Any], dict[str, str], dict[str, int]]] = {
    "rostrum": ({"kind": "rostrum", "rows": [7, 9], "podium": True}, {}, {"": 16}),
    "rostrum with chair": ({"kind": "rostrum"}, {"chair": "right_end"}, {"": 6, "主持": 1}),
    "hall": ({"kind": "hall", "blocks": [4, 6, 4], "rows": 5}, {}, {"": 50}),
    "hall across": ({"kind": "hall", "blocks": [4, 4], "rows": 3}, {"fill": "across"}, {"": 20}),
    "hall columns": (
        {"kind": "hall", "blocks": [4, 4], "rows": 3}, {"fill": "columns", "numbering": "odd_even"}, {"": 20}
    ),
    "ring": ({"kind": "ring", "far": 5}, {}, {"": 15, "列席": 3, "汇报": 2, "记录": 1}),
    "ring of two sides": ({"kind": "ring"}, {}, {"主": 6, "客": 7}),
    "ring with one head": ({"kind": "ring"}, {"head": "end"}, {"": 9}),
    "open ring": ({"kind": "ring", "open": True, "far": 3}, {}, {"": 11}),
    "table": ({"kind": "table"}, {}, {"主": 6, "客": 5, "主翻译": 1, "客翻译": 1, "客记录": 1}),
    "table end-on": ({"kind": "table"}, {"door": "end", "interpreter": "behind"}, {"主": 6, "客": 5, "主翻译": 1}),
    "banquet": ({"kind": "banquet"}, {}, {"主": 5, "客": 5}),
    "banquets": ({"kind": "banquet", "tables": [12, 10, 10, 10, 10]}, {}, {"主": 20, "客": 30}),
    "banquet without sides": ({"kind": "banquet", "tables": 2}, {"hosts": "one"}, {"": 20}),
    "sofa": ({"kind": "sofa"}, {}, {"主": 5, "客": 6, "主翻译": 1, "客翻译": 1}),
    "photo": ({"kind": "photo", "rows": [9, 11, 11]}, {}, {"": 30}),
    "photo of two sides": ({"kind": "photo"}, {"upper": "right"}, {"主": 6, "客": 5}),
    "signing": ({"kind": "signing"}, {}, {"主签字": 1, "客签字": 1, "主助签": 1, "客助签": 1, "主": 5, "客": 5}),
    "signing by turns": ({"kind": "signing"}, {"form": "single"}, {"主签字": 2, "客签字": 2, "主": 2, "客": 2}),
    "car": ({"kind": "car", "cars": ["sedan", "mpv", "bus", "offroad"]}, {}, {"": 20, "随员": 1}),
    "car driven by the host": ({"kind": "car", "cars": ["sedan"]}, {"driver": "host"}, {"": 4}),
}  # fmt: skip
