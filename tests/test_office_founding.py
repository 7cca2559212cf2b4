"""A new office from the first command to the first clerk at work, as an administrator would do it."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from office_process import Browser, Office, database, lingwu

LINE = re.compile(r"账号 (\S+)　口令 (\S+)")
NEW = "Newly-chosen-7"
WRONG = "姓名,账号,机构,岗位,电话\n甲,jia,没有这个科,科员,\n乙,yi,,科员,\n丙,yi,,,\n"
RIGHT = "姓名,账号,机构,岗位,电话\n甲,jia,综合科,科员,0000-1\n乙,yi,,文书,\n"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with database() as url:
        made = Office(tmp_path / "home", url)
        yield made
        made.kill()


def sign_in(office: Office, account: str, password: str) -> tuple[Browser, str]:
    """The browser, and where it is sent after signing in (empty: it was not let in)."""
    browser = Browser(office.address)
    browser.post("/accounts/login/", {"login": account, "password": password})
    return browser, browser.get("/").location


def test_from_the_first_command_to_the_first_clerk(office: Office, tmp_path: Path) -> None:
    words = ["--database", office.url] if office.url else []
    done = lingwu(
        "office", "init", "--home", office.home, "--name", "滨河区人民政府办公室", "--system", "zhang=张伟", *words
    )
    assert done.returncode == 0, done.stderr
    passwords = dict(LINE.findall(done.stdout))
    assert set(passwords) == {"zhang", "security", "audit"} and len(set(passwords.values())) == 3
    again = lingwu("office", "init", "--home", office.home, "--name", "另一个")
    assert (again.returncode, again.stderr.count("\n")) == (2, 1)
    assert stat.S_IMODE(office.home.stat().st_mode) == 0o700
    for path in office.home.iterdir():
        assert not stat.S_IMODE(path.stat().st_mode) & 0o077, path

    office.start()
    assert sign_in(office, "zhang", "wrong-Password-1")[1].startswith("/accounts/login/")
    browser, sent_to = sign_in(office, "zhang", passwords["zhang"])
    assert "password" in sent_to  # the first password is for once
    browser.post(sent_to, {"oldpassword": passwords["zhang"], "password1": NEW, "password2": NEW})
    assert sign_in(office, "zhang", NEW)[0].get("/").status == 200
    assert browser.get("/documents/new/").status == 403  # who keeps the system has nothing to do with documents

    people(office, tmp_path)


def people(office: Office, tmp_path: Path) -> None:
    listed, kept = tmp_path / "名单.csv", tmp_path / "口令.txt"
    listed.write_text(WRONG, "utf-8")
    done = lingwu("office", "import-people", listed, "--home", office.home, "--passwords", kept)
    assert done.returncode == 2 and not kept.exists()
    assert "第2行：没有机构“没有这个科”" in done.stderr and "第4行：账号“yi”已被使用" in done.stderr
    listed.write_text(RIGHT, "utf-8")
    done = lingwu("office", "import-people", listed, "--home", office.home, "--passwords", kept, "--make-units")
    assert done.returncode == 0, done.stderr
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    account, name, password = kept.read_text("utf-8").splitlines()[0].split("\t")
    assert (account, name) == ("jia", "甲") and password not in done.stdout
    assert "password" in sign_in(office, account, password)[1]
    done = lingwu("office", "import-people", listed, "--home", office.home, "--by", "audit")
    assert (done.returncode, done.stderr) == (2, "audit 不是系统管理员，不能导入人员。\n")
    assert lingwu("office", "migrate", "--home", office.home).returncode == 0
    assert lingwu("office", "verify-audit", "--home", office.home).returncode == 0


def test_what_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    nowhere = "postgres://nobody@127.0.0.1:1/none"
    done = lingwu("office", "init", "--home", home, "--name", "某办公室", "--database", nowhere)
    assert (done.returncode, done.stderr.count("\n"), "数据库没有应答" in done.stderr) == (2, 1, True)
    assert not home.exists()
    done = lingwu("office", "init", "--home", home, "--name", "某办公室", "--database", "mysql://a@b/c")
    assert (done.returncode, done.stderr.count("\n"), "的设置有误：DATABASE_URL 应以" in done.stderr) == (2, 1, True)
    assert not home.exists()
