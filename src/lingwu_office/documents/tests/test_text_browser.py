"""The editor in a real Chromium: underlined as one types, mended by a key, saved, drafts kept, two at once."""

from __future__ import annotations

import base64
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings as office_settings
from django.test import Client
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from lingwu_office.documents import actions_drafting as drafting
from lingwu_office.documents.models import Document, Version
from lingwu_office.proofreading import actions
from lingwu_office.proofreading.models import Judgement

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
DRIVER = shutil.which("chromedriver") or ""
MISSING = not (CHROMIUM and DRIVER)
PICTURES = os.environ.get("LINGWU_PICTURES", "")
"""A folder for pictures of the pages, where somebody wants to look at them."""
TEXT = """　　为做好今年防汛工作，现将有关事项通知如下：
　　一、提高思想认识
　　（一）各单位要认真布署防汛工作。主要负责同志要靠前指挥，做到守土有责、守土尽责。
　　1.按照国办发[2024]3号文件精神，落实责任。
　　（1）截止6月30日，完成隐患排查。
　　二、报送要求
| 单位 | 截止日期 |
| --- | --- |
| 各乡镇 | 6月30日 |
　　附件：防汛责任分工表"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[webdriver.Chrome]:
    if MISSING:
        assert os.environ.get("LINGWU_CI") != "1", "CI needs chromium and chromedriver"
        pytest.skip("no chromium here")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for wanted in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=zh-CN"):
        options.add_argument(wanted)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    with webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER)) as browser:
        yield browser


class Desk:
    """A person at a browser, on the editor of a document."""

    def __init__(self, browser: webdriver.Chrome, address: str, person: Any, document: Document) -> None:
        self.browser, self.address, self.document = browser, address, document
        self.page = f"{address}/documents/{document.pk}/text/"
        self.sign_in(person)

    def sign_in(self, person: Any) -> None:
        client = Client()
        client.force_login(person, backend="lingwu_office.people.backends.OfficeBackend")
        self.browser.get(f"{self.address}/static/office.css")
        self.browser.delete_all_cookies()
        self.browser.execute_script("localStorage.clear()")
        self.log()
        name, value = office_settings.SESSION_COOKIE_NAME, client.session.session_key
        self.browser.add_cookie({"name": name, "value": value})

    def open(self, width: int = 1280, height: int = 900) -> None:
        self.browser.set_window_size(width, height)
        self.browser.get(self.page)
        self.until(lambda: self.all(".editor-live"), "the editor is at work")

    def all(self, selector: str) -> list[WebElement]:
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector: str) -> WebElement:
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    @property
    def area(self) -> WebElement:
        return self.one("#editor-text")

    @property
    def text(self) -> str:
        return str(self.area.get_property("value"))

    def until(self, holds: Any, what: str) -> Any:
        return WebDriverWait(self.browser, 15, 0.1).until(lambda _: holds(), what)

    def marked(self) -> list[str]:
        marks = self.all(".editor-error, .editor-doubt, .editor-advice")
        return [str(mark.get_property("textContent")) for mark in marks]

    def keys(self, key: str, *held: str) -> None:
        chain = ActionChains(self.browser)
        for one in held:
            chain.key_down(one)
        chain.send_keys(key)
        for one in held:
            chain.key_up(one)
        chain.perform()

    def put(self, text: str) -> None:
        self.area.click()
        self.browser.execute_script(
            "document.execCommand('selectAll'); document.execCommand('insertText', false, arguments[0])", text
        )

    def picture(self, name: str) -> None:
        if PICTURES:
            height = self.browser.execute_script("return document.documentElement.scrollHeight")
            width = self.browser.execute_script("return innerWidth")
            params = {
                "captureBeyondViewport": True,
                "clip": {"x": 0, "y": 0, "width": width, "height": height, "scale": 1},
            }
            data = self.browser.execute_cdp_cmd("Page.captureScreenshot", params)["data"]
            Path(PICTURES, f"{name}.png").write_bytes(base64.b64decode(data))

    def log(self) -> list[dict[str, Any]]:
        """What the browser noted since the last time it was asked."""
        found: list[dict[str, Any]] = self.browser.get_log("browser")  # type: ignore[no-untyped-call]
        return found

    def complaints(self) -> list[str]:
        """What the browser complained of: a broken script, something that the policy for contents forbade."""
        return [row["message"] for row in self.log() if row["level"] == "SEVERE" and "favicon" not in row["message"]]


@pytest.fixture
def desk(
    chromium: webdriver.Chrome,
    transactional_db: None,
    live_server: Any,
    office: SimpleNamespace,
    settings: Any,
    tmp_path: Path,
) -> Iterator[Desk]:
    settings.HOME = tmp_path
    title = f"{office.top.name}关于做好防汛工作的通知"
    document = drafting.draft(office.drafter, office.units["综合科"], title=title, kind="通知", addressees="各科室")
    yield Desk(chromium, live_server.url, office.drafter, document)
    chromium.get("about:blank")  # a page left open would ask an office that is gone


def test_underlined_mended_by_a_key_and_saved(desk: Desk) -> None:
    desk.open()
    desk.area.send_keys("各单位要认真布署防汛工作。")
    desk.until(lambda: desk.marked() == ["布署"], "what is typed wrong is underlined")
    desk.keys(Keys.DOWN, Keys.ALT)
    assert desk.one(".editor-finding[aria-current] .editor-message").text.startswith("“布署”疑为")
    assert "部署" in str(desk.one("[aria-live].unseen").get_property("textContent"))
    desk.keys(Keys.ENTER, Keys.ALT)
    desk.until(lambda: desk.text == "各单位要认真部署防汛工作。" and not desk.marked(), "a key mends it")
    desk.keys("z", Keys.CONTROL)
    desk.until(lambda: desk.text == "各单位要认真布署防汛工作。" and desk.marked() == ["布署"], "and it can be undone")
    desk.keys(Keys.DOWN, Keys.ALT)
    desk.keys(Keys.ENTER, Keys.ALT)
    desk.until(lambda: not desk.marked(), "mended again")
    desk.keys("s", Keys.CONTROL)
    desk.until(lambda: "已存为第1稿" in desk.one("#editor-said").text, "a key saves it")
    assert Version.objects.get().text == "各单位要认真部署防汛工作。"
    assert desk.complaints() == []


def test_dismissed_with_a_reason_by_keys(desk: Desk) -> None:
    drafting.save_text(desk.document.drafter, desk.document, text=TEXT, base=0)
    desk.open()
    desk.until(lambda: "布署" in desk.marked(), "findings are there at once")
    desk.area.click()
    desk.browser.execute_script("arguments[0].setSelectionRange(0, 0)", desk.area)
    desk.keys(Keys.DOWN, Keys.ALT)
    desk.until(lambda: desk.one(".editor-finding[aria-current] .editor-excerpt").text == "布署", "the next one")
    desk.picture("editor-1280")
    desk.keys("d", Keys.ALT)
    desk.browser.switch_to.active_element.send_keys("项目原名", Keys.ENTER)
    desk.until(lambda: "布署" not in desk.marked(), "it is no longer underlined")
    assert Judgement.objects.get().reason == "项目原名"
    assert desk.browser.switch_to.active_element == desk.area
    assert "判为不改的（1）" in desk.one("#editor-dismissed summary").text
    assert desk.complaints() == []


def test_the_mirror_lies_under_the_text(desk: Desk) -> None:
    """Lines break at the same places, so that what is underlined stands where the caret is."""
    drafting.save_text(
        desk.document.drafter, desk.document, text=TEXT + "\n" + "　　长段落，2026年3月abc。" * 30, base=0
    )
    for width in (1280, 390):
        desk.open(width)
        desk.until(desk.marked, "findings")
        heights = desk.browser.execute_script(
            "const area = document.getElementById('editor-text'), mirror = document.getElementById('editor-mirror');"
            "const copy = area.cloneNode(); copy.value = area.value; copy.style.height = '0';"
            "copy.style.minHeight = '0';"
            "copy.style.position = 'absolute'; copy.style.width = area.clientWidth + 'px'; area.after(copy);"
            "const wanted = copy.scrollHeight; copy.remove();"
            "const last = mirror.lastChild.getBoundingClientRect(), top = mirror.getBoundingClientRect().top;"
            "const style = getComputedStyle(mirror);"
            "return [wanted, last.bottom - top + parseFloat(style.paddingBottom), area.scrollWidth - area.clientWidth];"
        )
        assert abs(heights[0] - heights[1]) < 3 and heights[2] == 0, (width, heights)
        assert desk.browser.execute_script("return document.documentElement.scrollWidth <= innerWidth"), width


def test_on_a_telephone(desk: Desk) -> None:
    drafting.save_text(desk.document.drafter, desk.document, text=TEXT, base=0)
    desk.open(390, 844)
    desk.until(lambda: "布署" in desk.marked(), "findings")
    desk.picture("editor-390")
    at = TEXT.index("布署") + 1
    desk.browser.execute_script(
        "arguments[0].focus(); arguments[0].setSelectionRange(arguments[1], arguments[1])", desk.area, at
    )
    desk.until(lambda: desk.one("#editor-hint").is_displayed(), "the place says what is wrong")
    desk.browser.save_screenshot(f"{PICTURES}/editor-390-hint.png") if PICTURES else None
    desk.one("#editor-hint button").click()
    desk.until(lambda: "布署" not in desk.text, "and is mended by a touch")
    assert desk.complaints() == []


def test_hovering_says_why(desk: Desk) -> None:
    drafting.save_text(desk.document.drafter, desk.document, text=TEXT, base=0)
    desk.open()
    desk.until(lambda: "布署" in desk.marked(), "findings")
    mark = next(one for one in desk.all(".editor-error") if one.get_property("textContent") == "布署")
    ActionChains(desk.browser).move_to_element(mark).perform()
    desk.until(lambda: "“布署”疑为" in desk.one("#editor-hint").text, "the reason shows")
    assert "现代汉语词典" in desk.one("#editor-hint").text
    desk.picture("editor-hover")
    desk.area.send_keys(Keys.ESCAPE)
    assert not desk.one("#editor-hint").is_displayed()


def test_a_draft_survives_and_two_at_once_lose_nothing(desk: Desk) -> None:
    first = drafting.save_text(desk.document.drafter, desk.document, text="　　第一段。", base=0)
    desk.open()
    desk.area.send_keys("我接着写的。")
    desk.until(lambda: desk.browser.execute_script("return localStorage.length") == 1, "a draft is kept")
    desk.browser.execute_script(
        "window.onbeforeunload = null; addEventListener('beforeunload', (e) => e.stopImmediatePropagation(), true)"
    )
    drafting.save_text(desk.document.drafter, desk.document, text="　　别人存的。", base=first.number)
    desk.open()
    assert desk.text == "　　别人存的。" and "已有新稿" in desk.one("#editor-draft").text
    desk.one("#editor-draft-use").click()
    assert "我接着写的。" in desk.text
    desk.one("#editor-save").click()
    desk.until(lambda: "/text/aside/3/" in desk.browser.current_url, "both are shown side by side")
    assert Version.objects.get(number=3).aside and "别人" in desk.one(".editor-diff").text
    desk.picture("editor-aside")
    desk.one("[data-take='editor-aside']").click()
    desk.one("form.form button.primary").click()
    desk.until(lambda: desk.browser.current_url == desk.page, "taken in")
    assert "我接着写的。" in Version.objects.get(number=4).text


def test_headings_tables_and_attachments_are_put_in(desk: Desk) -> None:
    desk.open()
    for button, words in (("1", "提高认识"), ("2", "加强领导"), ("2", "压实责任"), ("3", "到岗"), ("1", "抓好落实")):
        desk.one(f"[data-insert='{button}']").click()
        desk.area.send_keys(words)
        desk.keys(Keys.ENTER)
    lines = [line.strip("　") for line in desk.text.split("\n")]
    assert lines == ["一、提高认识", "（一）加强领导", "（二）压实责任", "1.到岗", "二、抓好落实", ""]
    assert [len(desk.all(f".editor-h{level}")) for level in (1, 2, 3)] == [2, 2, 1]
    desk.one("[data-insert='attachment']").click()
    desk.one("[data-insert='table']").click()
    assert "附件：1." in desk.text and "| --- | --- |" in desk.text and len(desk.all(".editor-row")) == 3
    desk.one("[data-insert='undo']").click()
    assert "| --- | --- |" not in desk.text


def test_an_input_method_is_left_alone(desk: Desk) -> None:
    desk.open()
    desk.area.click()
    for so_far in ("bu", "bu shu", "布署"):
        desk.browser.execute_cdp_cmd(
            "Input.imeSetComposition", {"text": so_far, "selectionStart": len(so_far), "selectionEnd": len(so_far)}
        )
        assert desk.all(".editor-composing") and desk.text == so_far
    desk.browser.execute_cdp_cmd("Input.insertText", {"text": "认真布署工作。"})
    desk.until(lambda: desk.marked() == ["布署"] and not desk.all(".editor-composing"), "checked once it is written")
    assert desk.text == "认真布署工作。"


def test_without_scripts_it_saves_and_says_what_is_wrong(desk: Desk) -> None:
    desk.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        desk.browser.get(desk.page)
        desk.area.send_keys("各单位要认真布署工作。")
        desk.one("#editor-save").click()
        desk.until(Version.objects.exists, "saved")
        assert "“布署”疑为" in desk.one("#editor-findings").text
        desk.picture("editor-without-scripts")
    finally:
        desk.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


PAGES = ("text/", "versions/", "versions/2/", "diff/1/2/", "text/aside/3/")


@pytest.mark.parametrize("width", [1280, 390])
def test_pages_fit(desk: Desk, office: SimpleNamespace, width: int) -> None:
    changed = (
        TEXT.replace("布署", "部署").replace("　　二、报送要求\n", "").replace("截止6", "截至6") + "\n　　新写的一段。"
    )
    for base, text in ((0, TEXT), (1, changed), (1, TEXT.replace("今年", "2026年"))):
        drafting.save_text(office.drafter, desk.document, text=text, base=base, note="核稿后修改")
    actions.propose_word(office.drafter, office.top, word="惠企通", note="平台名称")
    desk.browser.set_window_size(width, 844)
    for rest in PAGES:
        desk.browser.get(desk.page.replace("text/", rest))
        desk.picture(f"{rest.replace('/', '-')}{width}")
        assert desk.browser.execute_script("return document.documentElement.scrollWidth <= innerWidth"), rest
    desk.browser.get(desk.page.partition("/documents/")[0] + "/proofreading/words/")
    desk.picture(f"words-{width}")
    assert desk.browser.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    assert desk.complaints() == []


def test_who_may_not_edit_reads_the_same_page(desk: Desk, office: SimpleNamespace) -> None:
    drafting.save_text(office.drafter, desk.document, text=TEXT, base=0)
    desk.sign_in(office.section_head)
    desk.open()
    desk.until(lambda: "布署" in desk.marked(), "findings are shown")
    desk.area.send_keys("改")
    assert desk.text == TEXT and not desk.all("#editor-save") and not desk.all("[data-insert]")
    desk.area.click()
    desk.keys(Keys.DOWN, Keys.ALT)
    desk.until(lambda: desk.all(".editor-finding[aria-current]"), "and can be walked through")
    assert not [one for one in desk.all(".editor-finding button.small") if one.is_displayed()]
    desk.keys(Keys.ENTER, Keys.ALT)
    desk.picture("editor-readonly")
    assert desk.text == TEXT and desk.complaints() == []
