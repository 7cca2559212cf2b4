"""What the browser tests share: the fictional office served as a process, and people each at a browser of their own.

Each person's windows are a browser context of its own in one Chromium: cookies and storage of nobody else.
"""

from __future__ import annotations

import atexit
import base64
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar

import pytest
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select, WebDriverWait

from office_process import Office

T = TypeVar("T")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
DRIVER = shutil.which("chromedriver") or ""
SWITCHES = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", "--lang=zh-CN",
)  # fmt: skip
PATIENCE = 20
WIDTH, HEIGHT = 1280, 900
PASSWORD = re.compile(r"口令都是 (\S+)，")


@cache
def _built() -> Path:
    """A folder with the fictional office, made once for all tests of this process."""
    folder = Path(tempfile.mkdtemp(prefix="lingwu-demo-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    office = Office(folder / "home")
    office.start(command="demo")
    office.stop()
    return office.home


@contextmanager
def served(folder: Path) -> Iterator[Office]:
    """The fictional office in ``folder``, served by its own process on a free port, untouched by other tests."""
    office = Office(folder / "home")
    shutil.copytree(_built(), office.home)
    office.start(command="demo")
    try:
        yield office
    finally:
        office.stop()


@contextmanager
def chromium() -> Iterator[webdriver.Chrome]:
    """The distribution's Chromium, without a window; skips where it is missing, fails for CI."""
    if not (CHROMIUM and DRIVER):
        assert os.environ.get("LINGWU_CI") != "1", "CI needs chromium and chromedriver"
        pytest.skip("no chromium here")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    options.enable_bidi = True
    for switch in SWITCHES:
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    with webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER)) as browser:
        yield browser


class Room:
    """An office and a Chromium; whoever is asked for has signed in through the page for it."""

    def __init__(self, browser: webdriver.Chrome, office: Office) -> None:
        self.browser, self.office = browser, office
        found = PASSWORD.search(office.said)
        assert found, office.said
        self.password = found[1]
        self.desks: dict[str, Desk] = {}

    def __getitem__(self, account: str) -> Desk:
        """The desk of this person, where he sits down and signs in the first time."""
        if account not in self.desks:
            desk = self.desks[account] = self.empty()
            desk.sign_in(account, self.password)
        desk = self.desks[account]
        desk.turn_to()
        return desk

    def empty(self) -> Desk:
        """A browser that nobody used before."""
        context = self.browser.browser.create_user_context()
        return Desk(self, context)


class Desk:
    """A person's browser; ``turn_to`` before using it after another one."""

    def __init__(self, room: Room, context: str) -> None:
        self.room, self.browser, self.context = room, room.browser, context
        self.window = self.open_window()

    def open_window(self, width: int = WIDTH, height: int = HEIGHT) -> str:
        """One more window of the same person; it is the one in use from now on."""
        window: str = self.browser.browsing_context.create(type="window", user_context=self.context)
        self.browser.switch_to.window(window)
        self.browser.set_window_size(width, height)
        self.window = window
        return window

    def turn_to(self, window: str = "") -> None:
        """Use this browser, or another window of it."""
        self.window = window or self.window
        self.browser.switch_to.window(self.window)

    def sign_in(self, account: str, password: str) -> None:
        """Through the page for it."""
        self.go("/")
        self.fill("账号", account)
        self.fill("密码", password)
        self.press("登录")
        self.sees("退出")

    def go(self, path: str) -> None:
        self.browser.get(self.room.office.address.rstrip("/") + path)

    def until(self, holds: Callable[[], T | None], what: str) -> T:
        """What ``holds`` answers once that is true; a page that turns meanwhile is no fault."""
        waiting = WebDriverWait(self.browser, PATIENCE, 0.1, ignored_exceptions=[WebDriverException])
        found = waiting.until(lambda _: holds(), what)
        assert found is not None
        return found

    @property
    def words(self) -> str:
        """All that a person reads on the page."""
        return str(self.browser.execute_script("return document.body?.innerText ?? ''"))

    def sees(self, *wanted: str) -> None:
        for one in wanted:
            self.until(partial(self._reads, one), f"“{one}” is on the page")

    def _reads(self, words: str) -> bool:
        return words in self.words

    def sees_not(self, *unwanted: str) -> None:
        """Of a page that has been seen to be there."""
        shown = self.words
        assert not [one for one in unwanted if one in shown], shown

    def all(self, selector: str) -> list[WebElement]:
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector: str) -> WebElement:
        return self.until(lambda: next(iter(self.all(selector)), None), selector)

    def named(self, words: str, kinds: str = "self::a or self::button or self::summary") -> WebElement:
        """What one presses to do ``words``: the link, button or heading of these words that is to be seen."""
        path = f"//*[{kinds}][translate(normalize-space(.), ' ', '')={_quoted(words.replace(' ', ''))}]"

        def shown() -> WebElement | None:
            found = self.browser.find_elements(By.XPATH, path)
            return next((one for one in found if one.is_displayed()), None)

        return self.until(shown, f"“{words}” can be pressed")

    def press(self, words: str) -> None:
        self.named(words).click()

    def follow(self, part: str) -> None:
        """The first link that has these words among its own."""
        self.until(lambda: self.browser.find_elements(By.PARTIAL_LINK_TEXT, part), f"a link with “{part}”")[0].click()

    def field(self, label: str) -> WebElement:
        """The field whose label begins so and that is to be seen."""
        path = f"//label[@for][starts-with(normalize-space(.), {_quoted(label)})]"

        def shown() -> WebElement | None:
            for one in self.browser.find_elements(By.XPATH, path):
                found = self.browser.find_elements(By.ID, one.get_attribute("for") or "")
                if found and found[0].is_displayed():
                    return found[0]
            return None

        return self.until(shown, f"a field “{label}”")

    def fill(self, label: str, value: str) -> None:
        """Type into a field, choose in a list, or set a day."""
        field = self.field(label)
        if field.tag_name == "select":
            found = [option for option in Select(field).options if value in option.text]
            assert found, [option.text for option in Select(field).options]
            found[0].click()
        elif field.get_attribute("type") == "date":
            self.browser.execute_script(
                "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change', {bubbles: true}))",
                field, value,
            )  # fmt: skip
        elif field.get_attribute("type") == "file":
            field.send_keys(value)
        else:
            field.clear()
            field.send_keys(value)

    def tick(self, part: str) -> None:
        """The box whose label has these words."""
        path = f"//label[contains(normalize-space(.), {_quoted(part)})]//input"
        self.until(lambda: self.browser.find_elements(By.XPATH, path), f"a box “{part}”")[0].click()

    def keys(self, key: str, *held: str) -> None:
        chain = ActionChains(self.browser)
        for one in held:
            chain.key_down(one)
        chain.send_keys(key)
        for one in held:
            chain.key_up(one)
        chain.perform()

    def fetched(self, words: str) -> bytes:
        """What the link of these words brings, as this person."""
        link = self.named(words).get_attribute("href")
        found = self.browser.execute_async_script(
            "const done = arguments[1];"
            "fetch(arguments[0]).then((answer) => answer.ok ? answer.blob() : Promise.reject(answer.status))"
            ".then((blob) => { const reader = new FileReader(); reader.onload = () => done(reader.result);"
            "reader.readAsDataURL(blob); }, (error) => done(`!${error}`));",
            link,
        )
        assert found.startswith("data:"), found
        return base64.b64decode(found.partition(",")[2])

    def opens(self, title: str) -> None:
        """The document that waits on the workbench under this title."""
        self.go("/")
        self.follow(title)
        self.until(lambda: title in self.one("h1").text, "its page is open")

    def complaints(self) -> list[str]:
        """What the browser complained of: broken scripts, what could not be loaded or was forbidden."""
        rows: list[dict[str, Any]] = self.browser.get_log("browser")  # type: ignore[no-untyped-call]
        return [row["message"] for row in rows if row["level"] in ("SEVERE", "WARNING")]


def _quoted(words: str) -> str:
    assert '"' not in words
    return f'"{words}"'
