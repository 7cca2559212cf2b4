"""What ``make run`` does: the fictional office in a browser, kept from one run to the next, of no use as a real one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from office_process import Browser, Office, lingwu

PASSWORD = re.compile(r"口令都是 (\S+)，")
ACCOUNT = "hexiaoyu"


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path / "demo")
    made.start(command="demo")
    yield made
    made.kill()


def signs_in(office: Office, account: str, password: str) -> Browser | None:
    """The browser of who signed in; none where he was refused."""
    browser = Browser(office.address)
    answer = browser.post("/accounts/login/", {"login": account, "password": password})
    return browser if answer.status == 302 and "sessionid" in browser.cookies else None


def test_the_demo_starts_is_used_restarts_and_is_refused_as_a_real_office(demo: Office) -> None:
    password = PASSWORD.search(demo.said)
    assert password and f"  {ACCOUNT}" in demo.said and "审计管理员" in demo.said
    browser = signs_in(demo, ACCOUNT, password[1])
    assert browser is not None
    workbench = browser.get("/")
    assert workbench.status == 200 and "办公用房清查" in workbench.page
    for path in ("/documents/outgoing/", "/documents/incoming/"):
        register = browser.get(path)
        assert (register.status, "滨河区" in register.page) == (200, True), path
    again = lingwu("office", "demo", "--home", demo.home, "--port", "0", "--fresh")
    assert (again.returncode, "已经在另一个窗口里运行" in again.stderr) == (2, True)
    assert demo.stop() == 0
    assert lingwu("office", "verify-audit", "--home", demo.home).returncode == 0

    demo.start(command="demo")
    assert "正在建立" not in demo.log().partition("已有机构")[2]
    assert browser_of(demo, browser).get("/").status == 200  # the data was kept, and with it who is signed in
    demo.stop()

    demo.start(LINGWU_DEMO="0")  # the same data, served as a real office
    assert signs_in(demo, ACCOUNT, password[1]) is None
    assert signs_in(demo, "guanxitong", password[1]) is None
    assert browser_of(demo, browser).get("/").status == 302  # and who was signed in is no longer


def browser_of(office: Office, before: Browser) -> Browser:
    """The same person's browser after a restart on another port."""
    after = Browser(office.address)
    after.cookies = before.cookies
    return after


def test_a_real_office_is_never_taken_for_the_demo(tmp_path: Path) -> None:
    real = Office(tmp_path / "real")
    real.make()
    done = lingwu("office", "demo", "--home", real.home, "--fresh", "--port", "0")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "是一个真的办公系统" in done.stderr
    assert lingwu("office", "verify-audit", "--home", real.home).returncode == 0
