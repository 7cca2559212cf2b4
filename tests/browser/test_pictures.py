"""The main pages of a filled office, on a screen and on a telephone: whole, in order, and to be looked at.

Pictures go to LINGWU_PICTURES where that names a folder, else nowhere that lasts.
"""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from desks import Desk, Room, chromium, served
from selenium.webdriver.common.keys import Keys

WIDTHS = (1280, 390)
HEIGHT, MOST_TABS = 900, 80
WHOLE_PAGE = Path(__file__).with_name("whole_page.js").read_text(encoding="utf-8")
CHECKER, DRAFTER, LEADER, REGISTRAR, SYSTEM, SECURITY, AUDITOR = (
    "zhaowenbo", "hexiaoyu", "zhoumingyuan", "sunlihua", "guanxitong", "anquan", "shenji",
)  # fmt: skip


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    with chromium() as browser, served(tmp_path_factory.mktemp("pictures")) as office:
        yield Room(browser, office)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the pictures go."""
    wanted = Path(os.environ.get("LINGWU_PICTURES") or tmp_path)
    wanted.mkdir(parents=True, exist_ok=True)
    return wanted


def page_of(desk: Desk, part: str) -> str:
    """The path of the document that has these words in its title."""
    desk.go(f"/search/?q={part}")
    desk.follow(part)
    return desk.browser.current_url.removeprefix(desk.room.office.address.rstrip("/"))


def pages(room: Room) -> Iterator[tuple[str, str, str]]:
    """Name, who, path, in the order of the persons' first coming in."""
    yield "01-sign-in", "", "/accounts/login/"
    yield "02-workbench", REGISTRAR, "/"
    yield "03-new", DRAFTER, "/documents/new/"
    yield "04-editor", DRAFTER, f"{page_of(room[DRAFTER], '办公用房清查')}text/"
    signing = page_of(room[LEADER], "恒温恒湿设备")
    yield "05-document", LEADER, signing
    yield "05-countersigning", CHECKER, page_of(room[CHECKER], "提高机关公文质量")
    mended = page_of(room[DRAFTER], "提高机关公文质量")
    yield "06-diff", DRAFTER, f"{mended}diff/1/2/"
    yield "06-versions", DRAFTER, f"{mended}versions/"
    yield "07-instructed", REGISTRAR, page_of(room[REGISTRAR], "老旧电梯")
    yield "07-circulating", REGISTRAR, page_of(room[REGISTRAR], "归档文件整理问答")
    yield "08-outgoing", REGISTRAR, "/documents/outgoing/"
    yield "08-incoming", REGISTRAR, "/documents/incoming/"
    yield "09-search", LEADER, "/search/?q=公文"
    yield "10-gaps", SYSTEM, "/people/gaps/"
    yield "10-units", SYSTEM, "/people/"
    yield "11-audit", AUDITOR, "/audit/"


def picture(desk: Desk, width: int) -> bytes:
    """The whole page, as in a window that is high enough for it."""
    height = desk.browser.execute_script("return document.documentElement.scrollHeight")
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    desk.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        return base64.b64decode(desk.browser.execute_cdp_cmd("Page.captureScreenshot", {})["data"])
    finally:
        desk.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def faults_of(desk: Desk, width: int, path: str) -> list[str]:
    desk.browser.set_window_size(width, HEIGHT)
    desk.go(path)
    if path.endswith("text/"):
        desk.until(lambda: desk.all(".editor-live"), "the editor is at work")
    if path.endswith("new/"):
        desk.fill("文种", "请示")
        desk.fill("标题", "关于追加防汛经费的请示")
        desk.fill("主送机关", "滨河区人民政府、滨河区财政局")
        desk.until(lambda: "主送一个" in desk.one("#found-addressees").text, "what is wrong is told beside the field")
    assert desk.browser.execute_script("return innerWidth") == width
    found: list[str] = desk.browser.execute_script(WHOLE_PAGE)
    return found + desk.complaints()


def test_every_page_is_whole_on_a_screen_and_on_a_telephone(room: Room, folder: Path) -> None:
    faults: dict[str, list[str]] = {}
    guest = room.empty()
    for name, account, path in pages(room):
        desk = room[account] if account else guest
        desk.turn_to()
        for width in WIDTHS:
            found = faults_of(desk, width, path)
            (folder / f"{name}-{width}.png").write_bytes(picture(desk, width))
            if found:
                faults[f"{name} {width}"] = found
    assert not faults, json.dumps(faults, ensure_ascii=False, indent=1)


OTHERS = {
    REGISTRAR: ["/documents/receive/", "/documents/numbers/", "/documents/seals/", "/people/posts/", "/people/tokens/"],
    SYSTEM: ["/documents/flows/", "/documents/flows/1/", "/people/persons/", "/people/add_person/1/",
             "/people/persons/import/1/", "/people/delegations/"],
    SECURITY: ["/", "/access/grants/", "/access/roles/"],
    CHECKER: ["/proofreading/words/", "/accounts/password/change/", "/accounts/reauthenticate/"],
    AUDITOR: ["/", "/audit/1/"],
}  # fmt: skip


def test_what_else_there_is_fits_on_a_telephone(room: Room) -> None:
    """Also every form that a button of a document leads to."""
    paths = {account: [*others] for account, others in OTHERS.items()}
    for account, part in ((LEADER, "恒温恒湿设备"), (REGISTRAR, "座谈会"), (REGISTRAR, "预算绩效管理办法")):
        path = page_of(room[account], part)
        buttons = [one.get_attribute("href") or "" for one in room[account].all("main a.button[href], aside a.small")]
        paths.setdefault(account, []).extend(one[one.index(path) :] for one in buttons if path in one)
    faults = {path: found for account, some in paths.items() for path in some
              if (found := faults_of(room[account], WIDTHS[1], path))}  # fmt: skip
    assert sum(map(len, paths.values())) > 35
    assert not faults, json.dumps(faults, ensure_ascii=False, indent=1)


BREAKS = {
    "wider than the screen": "main.style.minWidth = '3000px'",
    "not one h1": "main.append(document.createElement('h1'))",
    "no label": "document.querySelector('label').remove()",
    "no words": "main.querySelector('button').textContent = ''",
    "not loaded": "main.append(Object.assign(new Image(), {src: '/static/nothing.png'}))",
    "focus is not seen": "new CSSStyleSheet(); document.styleSheets[0].insertRule('* { outline: 0 !important }', 0)",
    "contrast": "document.querySelector('h1').style.color = '#ccc'",
    "twice the id": "main.append(document.getElementById('main').cloneNode())",
    "less than 24 high": "main.querySelector('button').style.cssText = 'height: 1rem; min-height: 0; padding: 0'",
    "a level of headings left out": "main.append(document.createElement('h4'))",
}


@pytest.mark.parametrize("said", BREAKS)
def test_what_is_wrong_with_a_page_is_told(room: Room, said: str) -> None:
    desk = room.desks.get("") or room.desks.setdefault("", room.empty())
    desk.turn_to()
    desk.go("/accounts/login/")
    assert desk.browser.execute_script(WHOLE_PAGE) == []
    desk.browser.execute_script(f"const main = document.querySelector('main'); {BREAKS[said]}")
    assert said in "\n".join(desk.browser.execute_script(WHOLE_PAGE))


class Keyboard:
    """Somebody who has no mouse."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @property
    def at(self) -> str:
        """The words of what has the focus, or the label of the field."""
        here = "const at = document.activeElement;"
        return str(self.desk.browser.execute_script(
            here + "return at.labels?.length ? at.labels[0].textContent : at.textContent"
        )).strip()  # fmt: skip

    def tab_to(self, words: str) -> None:
        for _ in range(MOST_TABS):
            if self.at.startswith(words):
                return
            self.desk.keys(Keys.TAB)
        raise AssertionError(f"“{words}” is not reached by Tab; at “{self.at}”")

    def type(self, label: str, words: str) -> None:
        self.tab_to(label)
        self.desk.browser.switch_to.active_element.send_keys(words)


def test_without_a_mouse(room: Room) -> None:
    """Signed in, the first item opened and passed on, by Tab and Enter alone."""
    desk = room.empty()
    desk.go("/")
    keys = Keyboard(desk)
    keys.type("账号", CHECKER)
    keys.type("密码", room.password)
    desk.keys(Keys.ENTER)
    desk.sees("退出")
    first = desk.one(".waiting a.title").text
    desk.keys(Keys.TAB)
    assert keys.at == "跳到正文"
    desk.keys(Keys.ENTER)
    keys.tab_to(first)
    desk.keys(Keys.ENTER)
    desk.until(lambda: desk.one("h1").text == first, "it is open")
    keys.type("意见", "已核。")
    keys.tab_to("送下一环节")
    desk.keys(Keys.ENTER)
    desk.sees("已送下一环节。")
    desk.go("/")
    desk.sees("我送出的，现在何处")
    assert first not in [one.text for one in desk.all(".waiting a.title")]
