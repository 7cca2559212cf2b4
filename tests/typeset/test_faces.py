"""Faces: which family names are one face."""

from __future__ import annotations

import pytest

from lingwu.gbt9704 import geometry
from lingwu.gbt9704.faces import departing, face_of, is_known, is_latin, size_name, wanted
from lingwu.gbt9704.fonts import NAMES
from lingwu.gbt9704.geometry import Face
from lingwu.structure.layout import Look

STANDS_IN = {"华文中宋", "STZhongsong"}


@pytest.mark.parametrize("face", list(Face))
def test_all_names_of_a_face_are_that_face(face: Face) -> None:
    names = [name for name in NAMES[face] if name not in STANDS_IN]
    assert {name: face_of(name) for name in names} == dict.fromkeys(names, face.value)


@pytest.mark.parametrize(
    ("family", "face"),
    [
        ("@仿宋_GB2312", "仿宋"), ("AR PL KaitiM GB", "楷体"), ("Noto Sans CJK SC", "黑体"), ("微软雅黑", "微软雅黑"),
        ("华文中宋", "华文中宋"), ("等线", "等线"), ("方正大标宋简体", "方正大标宋简体"), ("Kaiser", "Kaiser"),
        ("宋体-简", "宋体"), ("仿宋", "仿宋"), ("Times New Roman", "Times New Roman"),
    ],
)  # fmt: skip
def test_other_names(family: str, face: str) -> None:
    assert face_of(family) == face


def test_latin_families() -> None:
    assert is_latin("Times New Roman") and is_latin("Calibri")
    assert not any(is_latin(name) for name in ("仿宋", "SimSun", "FangSong_GB2312", "Noto Serif CJK SC", ""))


def test_aliases_are_no_names() -> None:
    assert is_known("仿宋") and not any(map(is_known, ("", "+中文正文", "@")))


def test_sizes_have_the_names_of_an_office() -> None:
    assert (size_name(16), size_name(10.5), size_name(15.5), size_name(17)) == ("三号", "五号", "15.5 磅", "17 磅")
    assert all(size_name(size) == name for name, size in geometry.SIZES.items())


def test_what_departs_is_told() -> None:
    look = Look(chinese="宋体", size=14)
    assert departing(look, "仿宋", 16) == "宋体四号"
    assert departing(look, "", 16) == "四号"
    assert departing(look, "宋体", 14) == departing(Look(chinese="+中文正文", size=14), "仿宋", 14) == ""


def test_the_face_an_office_uses_instead() -> None:
    assert wanted("小标宋", {}) == "小标宋"
    assert wanted("小标宋", {"小标宋": "华文中宋"}) == "华文中宋"
    assert wanted("仿宋", {"仿宋": "FangSong"}) == "仿宋"
