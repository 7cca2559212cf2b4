"""The faces that the standard names: under which names they are installed, and what stands in for a missing one.

The standard names faces (仿宋, 黑体, 楷体, 小标宋, 宋体), not font files. ``NAMES`` lists for each face the families
that are that face, the usual one first; ``STAND_INS`` those that come nearest, the nearest first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lingwu.gbt9704.geometry import Face

NAMES: Mapping[Face, Sequence[str]] = {
    Face.FANGSONG: ("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "方正仿宋_GBK", "FZFangSong-Z02",
                    "方正仿宋简体", "FZFangSong-Z02S", "华文仿宋", "STFangsong", "汉仪仿宋简", "HYFangSongJ",
                    "CESI仿宋-GB2312", "CESI仿宋-GB18030"),
    Face.KAITI: ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "方正楷体_GBK", "FZKai-Z03", "方正楷体简体",
                 "FZKai-Z03S", "华文楷体", "STKaiti", "汉仪楷体简", "HYKaiTiJ", "CESI楷体-GB2312", "CESI楷体-GB18030"),
    Face.HEITI: ("黑体", "SimHei", "方正黑体_GBK", "FZHei-B01", "方正黑体简体", "FZHei-B01S", "华文黑体", "STHeiti",
                 "CESI黑体-GB2312", "CESI黑体-GB18030"),
    Face.XIAOBIAOSONG: ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05",
                        "方正小标宋_GBK1", "华文中宋", "STZhongsong", "CESI小标宋-GB2312", "CESI小标宋-GB18030"),
    Face.SONGTI: ("宋体", "SimSun", "NSimSun", "新宋体", "方正书宋_GBK", "FZShuSong-Z01", "华文宋体", "STSong",
                  "CESI宋体-GB2312", "CESI宋体-GB18030"),
}  # fmt: skip
"""Families that are the face itself, under their Chinese and their English name."""

STAND_INS: Mapping[Face, Sequence[str]] = {
    Face.FANGSONG: ("Noto Serif CJK SC", "Source Han Serif SC", "思源宋体", "Noto Serif SC", "AR PL SungtiL GB",
                    "AR PL UMing CN", "Noto Serif CJK JP"),
    Face.KAITI: ("AR PL KaitiM GB", "AR PL UKai CN", "Noto Serif CJK SC", "Source Han Serif SC"),
    Face.HEITI: ("Noto Sans CJK SC", "Source Han Sans SC", "思源黑体", "Noto Sans SC", "WenQuanYi Zen Hei",
                 "WenQuanYi Micro Hei", "Droid Sans Fallback", "Noto Sans CJK JP"),
    Face.XIAOBIAOSONG: ("Noto Serif CJK SC", "Source Han Serif SC", "思源宋体", "Noto Serif SC", "AR PL SungtiL GB",
                        "Noto Serif CJK JP"),
    Face.SONGTI: ("Noto Serif CJK SC", "Source Han Serif SC", "思源宋体", "Noto Serif SC", "AR PL SungtiL GB",
                  "AR PL UMing CN", "Noto Serif CJK JP"),
}  # fmt: skip
"""Freely available families, the nearest in look first; a 小标宋 is stood in for by a bold 宋体."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The family to set a face in. ``exact`` is false where it only stands in; empty ``family``: nothing fits."""

    face: Face
    family: str
    exact: bool


def choose(face: Face, installed: Iterable[str], wanted: str = "") -> Choice:
    """The installed family for ``face``: the one ``wanted`` by the unit, one that is the face, or a stand-in."""
    known = {_key(name): name for name in installed}
    for exact, names in ((True, (wanted, *NAMES[face])), (False, STAND_INS[face])):
        for name in names:
            if name and _key(name) in known:
                return Choice(face, known[_key(name)], exact)
    return Choice(face, "", False)


def same_face(one: str, other: str) -> bool:
    """Whether two family names are names of one face."""
    keys = {_key(one), _key(other)}
    return len(keys) == 1 or any(keys <= {_key(name) for name in names} for names in NAMES.values())


def _key(name: str) -> str:
    return re.sub(r"[\s_-]", "", name).lower()
