"""What the commands of the office are made of: addresses of databases, settings, dates, backups that are not whole."""

from __future__ import annotations

import io
import json
import os
import socket
import stat
import tarfile
from datetime import date
from pathlib import Path

import pytest

from lingwu import LingwuError
from lingwu_office.audit.models import Entry, EntryKind
from lingwu_office.foundation.errors import Refused
from lingwu_office.people.models import Person, Unit
from lingwu_office.site.commands import commands
from lingwu_office.site.commands.actions_founding import found
from lingwu_office.site.commands.backup import FORMAT, MANIFEST
from lingwu_office.site.commands.demo import clear, is_demo
from lingwu_office.site.commands.opening import fresh_folder, make_home
from lingwu_office.site.commands.restore import unpack
from lingwu_office.site.commands.serving import address_of, listen
from lingwu_office.site.commands.tables import kept_models, lines_of, values_of
from lingwu_office.site.commands.verifying import breaks_after, read_anchor
from lingwu_office.site.database import database
from lingwu_office.site.demo.actions_demo import mark_demo
from lingwu_office.site.demo.dates import dated, weekday_after
from lingwu_office.site.environment import read_environment, write_environment


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("", {"NAME": Path("home/office.sqlite3")}),
        ("sqlite:////data/a.sqlite3", {"NAME": Path("//data/a.sqlite3")}),
        ("postgres://u:p%40ss@db:5433/office", {"NAME": "office", "USER": "u", "PASSWORD": "p@ss", "HOST": "db",
                                                "PORT": "5433"}),
        ("postgresql:///office?host=/run/pg&user=u&port=5&sslmode=require",
         {"NAME": "office", "HOST": "/run/pg", "USER": "u", "PORT": "5", "OPTIONS": {"sslmode": "require"}}),
    ],
)  # fmt: skip
def test_addresses_of_databases(url: str, wanted: dict[str, object]) -> None:
    found = database(url, Path("home"))
    assert {key: found[key] for key in wanted} == wanted


def test_an_address_of_another_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="应以 postgres:// 或 sqlite:/// 开头"):
        database("mysql://u@h/x", Path("home"))


def test_the_environment_goes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LINGWU_HOSTS", "a.example")
    monkeypatch.setenv("LINGWU_OIDC", "")  # so that it is taken away again in the end
    monkeypatch.delenv("LINGWU_OIDC")
    write_environment(tmp_path, {"LINGWU_HOSTS": "b.example", "LINGWU_OIDC": "/etc/oidc.toml", "DATABASE_URL": ""})
    assert stat.S_IMODE((tmp_path / "office.env").stat().st_mode) == 0o600
    read_environment(tmp_path)
    assert (os.environ["LINGWU_HOSTS"], os.environ["LINGWU_OIDC"]) == ("a.example", "/etc/oidc.toml")
    assert "DATABASE_URL" not in (tmp_path / "office.env").read_text("utf-8")


def test_a_new_home_is_private_and_never_made_twice(tmp_path: Path) -> None:
    home = tmp_path / "new" / "office"
    make_home(home)
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert stat.S_IMODE((home / "secret.key").stat().st_mode) == 0o600
    key = (home / "secret.key").read_text("ascii")
    assert len(key.strip()) >= 64
    with pytest.raises(LingwuError, match="已经有一个办公系统"):
        make_home(home)
    assert (home / "secret.key").read_text("ascii") == key
    assert not is_demo(home)
    write_environment(home, {"LINGWU_DEMO": "1"})
    assert is_demo(home)


def test_a_fresh_demo_deletes_nothing_that_is_not_its_own(tmp_path: Path) -> None:
    mine = tmp_path / "我的文件.txt"
    mine.write_text("x", "utf-8")
    (tmp_path / "files").mkdir()
    clear(tmp_path)
    assert (tmp_path / "files").exists()
    write_environment(tmp_path, {"LINGWU_DEMO": "1"})
    clear(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [mine.name]
    with pytest.raises(LingwuError, match="不是空文件夹"), fresh_folder(tmp_path):
        pass


def test_a_busy_port_is_one_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(LingwuError, match=f"端口 {port} 已被占用"):
            listen("127.0.0.1", port)
    with listen("127.0.0.1", 0) as free:
        assert address_of(free).startswith("http://127.0.0.1:")
    with pytest.raises(LingwuError, match=r"不能在 192\.0\.2\.1 上监听"):
        listen("192.0.2.1", 0)


def test_dates_in_the_texts_of_the_demo() -> None:
    friday = date(2026, 3, 6)
    assert dated("定于{+1w}，{+1}，{+3y}，〔{年}〕", friday) == "定于3月9日（星期一），3月9日，2026年3月9日，〔2026〕"
    assert weekday_after(friday, -5) == date(2026, 2, 27)


def test_every_command_says_what_it_does_in_chinese() -> None:
    assert {command.name for command in commands} == {
        "init", "serve", "backup", "restore", "verify-audit", "import-people", "migrate", "demo",
    }  # fmt: skip
    for command in commands:
        assert command.help and not command.help.isascii()


def packed(tmp_path: Path, members: dict[str, bytes], manifest: object) -> Path:
    """A backup with these members."""
    target = tmp_path / "b.tar.gz"
    with tarfile.open(target, "w:gz") as tar:
        for name, data in {**members, MANIFEST: json.dumps(manifest).encode()}.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return target


GOOD = {"sha256": "9f64a747e1b97f131fabb6b447296c9b6f0201e79fb3c5356e6c77e89b6a806a", "size": 4}


@pytest.mark.parametrize(
    ("members", "manifest", "said"),
    [
        ({"a": b"\x01\x02\x03\x05"}, {"format": FORMAT, "members": {"a": GOOD}}, "a 与备份时的摘要不符"),
        ({"a": b"\x01\x02\x03\x04", "b": b""}, {"format": FORMAT, "members": {"a": GOOD}}, "b 与备份时的摘要不符"),
        ({}, {"format": FORMAT, "members": {"a": GOOD}}, "a 与备份时的摘要不符"),
        ({}, {"format": 99, "members": {}}, "另一种格式"),
        ({}, {"members": {}}, "不是办公系统的备份"),
        ({"../x": b""}, {"format": FORMAT, "members": {}}, "不是办公系统的备份"),
    ],
)
def test_a_backup_that_is_not_as_it_was_written(
    tmp_path: Path, members: dict[str, bytes], manifest: object, said: str
) -> None:
    with pytest.raises(LingwuError, match=said):
        unpack(packed(tmp_path, members, manifest), tmp_path / "unpacked")
    assert not (tmp_path / "x").exists()


def test_a_whole_backup_is_unpacked_and_a_cut_off_one_is_not(tmp_path: Path) -> None:
    source = packed(tmp_path, {"a": b"\x01\x02\x03\x04"}, {"format": FORMAT, "members": {"a": GOOD}})
    assert unpack(source, tmp_path / "one")["members"] == {"a": GOOD}
    source.write_bytes(source.read_bytes()[:-20])
    with pytest.raises(LingwuError, match="已经损坏、不完整"):
        unpack(source, tmp_path / "two")


def test_only_an_empty_folder_is_filled_and_a_failure_leaves_it_empty(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x")
    with pytest.raises(LingwuError, match="不是空文件夹"), fresh_folder(tmp_path):
        pass
    home = tmp_path / "home"
    with pytest.raises(ZeroDivisionError), fresh_folder(home):
        (home / "files").mkdir(parents=True)
        (home / "office.env").write_text("x")
        raise ZeroDivisionError
    assert not home.exists() and (tmp_path / "mine.txt").exists()


def test_anchors_come_from_a_file_or_a_backup(tmp_path: Path) -> None:
    anchor = {"seq": 3, "hash": "ab"}
    plain = tmp_path / "anchor.json"
    plain.write_text(json.dumps(anchor))
    assert read_anchor(plain) == anchor
    assert read_anchor(packed(tmp_path, {}, {"anchor": anchor})) == anchor
    for wrong in ("[]", "{}", "不是"):
        plain.write_text(wrong)
        with pytest.raises(LingwuError, match="读不出锚点"):
            read_anchor(plain)


@pytest.mark.django_db
def test_an_office_is_founded_once_and_its_chain_begins_with_that() -> None:
    from lingwu_office.access.roles import load_roles

    load_roles()
    accounts = {"system": ("a", "甲"), "security": ("b", "乙"), "audit": ("c", "丙")}
    passwords = dict.fromkeys(accounts, "Some-words-7")
    unit = found(None, Unit(name="滨河区人民政府办公室"), administrators=accounts, passwords=passwords)
    assert Person.objects.filter(must_change_password=True, demo=False, unit=unit).count() == 3
    with pytest.raises(Refused, match="已经有人员"):
        found(None, Unit(name="另一个"), administrators=accounts, passwords=passwords)
    assert [entry.kind for entry in Entry.objects.order_by("seq")] == [EntryKind.VERB, EntryKind.REFUSAL]
    assert list(breaks_after({"seq": 1, "hash": Entry.objects.get(pk=1).hash})) == []
    assert "第1条与锚点不符" in next(iter(breaks_after({"seq": 1, "hash": "0"}))).said
    assert "第9条已不在" in next(iter(breaks_after({"seq": 9, "hash": "0"}))).said


@pytest.mark.django_db
def test_nobody_becomes_a_demo_account_in_a_real_office() -> None:
    person = Person.objects.create_user("x", None, name="甲")
    with pytest.raises(Refused, match="演示账号只能由演示命令建立"):
        mark_demo(None, person)
    person.refresh_from_db()
    assert not person.demo


@pytest.mark.django_db
def test_rows_come_back_from_their_lines_as_they_were() -> None:
    Person.objects.create_user("x", "Some-words-7", name="甲")
    from lingwu_office.audit import chain

    kept = chain.append(EntryKind.VERB, None, "a.b", "试", before={"数": 1.5, "空": None}, after={"表": [1, "二"]})
    assert kept.at.microsecond % 1000 or chain.hash_of(kept) == kept.hash
    for model in (Person, Entry):
        assert model in kept_models()
        fields = [field.attname for field in model._meta.concrete_fields]
        (line,) = lines_of(model)
        row = dict(zip(fields, values_of(model, line), strict=True))
        assert row["pk" if "pk" in row else fields[0]] == model.objects.get().pk
    again = Entry(**{field.attname: field.to_python(json.loads(line)[field.attname]) if field.name not in
                     ("before", "after") else json.loads(line)[field.attname]
                     for field in Entry._meta.concrete_fields})  # fmt: skip
    assert chain.hash_of(again) == kept.hash
