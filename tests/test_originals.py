"""The office's own originals: indexing, searching, keeping up with changes, and the rule that uses them."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

import lingwu
from lingwu.checker import Checker
from lingwu.config import Config
from lingwu.edits import apply
from lingwu.errors import ConfigError
from lingwu.originals import INDEX, Library, add, build
from lingwu.text.grams import candidates, runs
from lingwu.text.passages import characters
from lingwu.text.toml_lists import with_item

SPEECH = "各单位要把抓落实作为一切工作的落脚点，一件事情接着一件事情办。\n办文办会办事，都要经得起检查。\n"
NOTICE = "值班人员应当坚守岗位，遇有紧急情况应当立即报告，不得迟报、漏报、瞒报。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "原文"
    (place / "制度").mkdir(parents=True)
    (place / "讲话.txt").write_text(SPEECH, encoding="utf-8")
    (place / "制度" / "值班.md").write_bytes(NOTICE.encode("gb18030"))
    (place / "图.bin").write_bytes(b"\0\1\2")
    return place


def test_nearest_gives_the_passage_its_file_and_the_differences(folder: Path) -> None:
    build(folder)
    with Library(folder) as library:
        assert [file.name for file in library.files] == sorted(["制度/值班.md", "讲话.txt"])
        exact = library.nearest("一件事情接着一件事情办")
        assert exact
        assert not exact.differences
        near = library.nearest("遇有紧急情况应当及时报告，不得迟报漏报瞒报")
        assert near
        assert near.source == "制度/值班.md"
        assert near.passage == "遇有紧急情况应当立即报告，不得迟报、漏报、瞒报"
        assert near.size == 2
        assert library.nearest("这一句话哪个文件里都没有写过") is None
        assert library.nearest("抓落实") is None


def test_the_index_follows_the_files(folder: Path) -> None:
    build(folder)
    stamp = (folder / INDEX / "files.json").stat().st_mtime_ns
    os.utime(folder / "讲话.txt", (1, 1))
    Library(folder).close()
    assert (folder / INDEX / "files.json").stat().st_mtime_ns == stamp
    (folder / "讲话.txt").write_text("印信由专人保管，用印须经负责人批准。", encoding="utf-8")
    with Library(folder) as library:
        assert library.nearest("用印须经负责人批准，印信由") is None
        assert library.nearest("印信由专人保管，用印须经负责人")
        assert library.nearest("一件事情接着一件事情办") is None
    (folder / "讲话.txt").unlink()
    with Library(folder) as library:
        assert [file.name for file in library.files] == ["制度/值班.md"]


def test_a_broken_index_is_made_anew(folder: Path) -> None:
    build(folder)
    (folder / INDEX / "files.json").write_text("{", encoding="utf-8")
    with Library(folder) as library:
        assert library.nearest("一件事情接着一件事情办")


def test_add_keeps_the_settings_as_they_are(folder: Path, tmp_path: Path) -> None:
    settings = tmp_path / "lingwu.toml"
    settings.write_text('# 办公室的设置\nignore = ["STY"]  # 文风不查\n\n[severity]\nPUN = "建议"\n', encoding="utf-8")
    told: list[tuple[int, int]] = []
    said = add(folder, settings, lambda done, of: told.append((done, of)))
    assert said.startswith("已为")
    assert "2 个文件" in said
    assert told == [(1, 2), (2, 2)]
    text = settings.read_text(encoding="utf-8")
    assert "# 文风不查" in text
    assert Config.load(settings).originals == ["原文"]
    assert Config.load(settings).severity == {"PUN": "建议"}
    assert "已有" in add(folder, settings)
    assert settings.read_text(encoding="utf-8") == text


def test_add_makes_the_settings_where_there_are_none(folder: Path, tmp_path: Path) -> None:
    settings = tmp_path / "别处" / "lingwu.toml"
    settings.parent.mkdir()
    add(folder, settings)
    assert [Path(name) for name in Config.load(settings).originals] == [folder.resolve()]


def test_errors_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="不存在"):
        add(tmp_path / "没有", tmp_path / "lingwu.toml")
    (tmp_path / "空").mkdir()
    with pytest.raises(ConfigError, match="没有能读的文件"):
        add(tmp_path / "空", tmp_path / "lingwu.toml")
    with pytest.raises(ConfigError, match="改正"):
        Library(tmp_path / "没有")


def test_unreadable_files_are_named(folder: Path) -> None:
    (folder / "坏.docx").write_bytes(b"PK\x03\x04broken")
    assert build(folder) == ["坏.docx"]


def test_the_rule_compares_with_the_folders_of_the_settings(folder: Path, tmp_path: Path) -> None:
    checker = Checker(Config(select=["QUO004"], originals=["原文"], root=tmp_path))
    text = "会议强调，“各单位要把抓落实做为一切工作的落脚点”，“一件事情接着一件事情办。”"
    report = checker.check(lingwu.Document(text))
    assert not report.notes
    assert [f.span.of(text) for f in report.findings] == ["做"]
    assert apply(text, report.findings[0].fixes[0].edits) == text.replace("做为", "作为")
    assert "讲话.txt" in report.findings[0].message


def test_characters_beyond_the_first_plane_do_not_shift_the_rest(tmp_path: Path) -> None:
    (tmp_path / "生僻.txt").write_text("𠮷野家三字打头，后面的话照样要找得到才行。", encoding="utf-8")
    with Library(tmp_path) as library:
        match = library.nearest("后面的话照样要找得着才行")
    assert match
    assert match.passage == "后面的话照样要找得到才行"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'originals = ["甲"]\n'),
        ("author = 'x'", "author = 'x'\noriginals = [\"甲\"]\n"),
        ("originals = []\n", 'originals = ["甲"]\n'),
        ('originals = ["乙"] # 注\n', 'originals = ["乙", "甲"] # 注\n'),
        ('originals = [\n    "乙#", # 注 ]\n]\n', 'originals = [\n    "乙#", # 注 ]\n    "甲",\n]\n'),
        ('originals = [\n    "乙" # 注\n]\n', 'originals = [\n    "乙", # 注\n    "甲",\n]\n'),
        ('select = [\n  ["PUN"],\n]\n[severity]\n', 'select = [\n  ["PUN"],\n]\noriginals = ["甲"]\n\n[severity]\n'),
    ],
)
def test_an_item_is_put_into_a_list_as_a_person_would(before: str, after: str) -> None:
    assert with_item(before, "originals", "甲") == after
    assert "甲" in tomllib.loads(after)["originals"]


def test_runs_stand_where_they_say() -> None:
    text = "第一行，四个字以上。\n短\n第三行也有四个字。"
    numbers = sorted(runs(text))
    for i, offset in candidates(numbers, characters("也有四个字")):
        assert text[offset] == "也有四个字"[i]
    assert not candidates(numbers, "毫不相干的话")
