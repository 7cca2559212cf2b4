"""The workbench, the registers and the search in a real Chromium: nothing refused by the policy for content, nothing
wider than a telephone, everything reached by the keyboard, letters that can be read."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings as office_settings
from django.test import Client
from django.utils import timezone
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from lingwu_office.site.tests.papers import paper, waits

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
DRIVER = shutil.which("chromedriver") or ""
PICTURES = os.environ.get("LINGWU_PICTURES", "")
"""A folder for pictures of the pages, where somebody wants to look at them."""
PAGES = {
    "workbench": "/", "outgoing": "/documents/outgoing/", "incoming": "/documents/incoming/?sort=due",
    "by-number": "/documents/outgoing/?sort=number", "printed": "/documents/print/out/",
    "search": "/search/?q=防汛+物资", "refused": "/access/grants/", "missing": "/no-such-page/",
}  # fmt: skip
CONTRASTS = """
const reckon = (colour) => {
  const parts = colour.match(/[\\d.]+/g).map(Number);
  const [r, g, b] = parts.slice(0, 3).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return {light: 0.2126 * r + 0.7152 * g + 0.0722 * b, solid: parts.length < 4 || parts[3] > 0};
};
const ground = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const found = reckon(getComputedStyle(at).backgroundColor);
    if (found.solid) return found.light;
  }
  return 1;
};
const says = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
return [...document.querySelectorAll("body *")].filter((element) =>
  element.checkVisibility() && !element.disabled && says(element)
).map((element) => {
  const [low, high] = [reckon(getComputedStyle(element).color).light, ground(element)].sort((a, b) => a - b);
  return [`${element.outerHTML.slice(0, 60)}`, (high + 0.05) / (low + 0.05)];
}).filter(([, ratio]) => ratio < 4.5);
"""
WIDER = """
const most = document.documentElement.clientWidth;
const scrolls = (element) => element.closest(".nav, .scroll, .unseen, .skip");
if (document.scrollingElement.scrollWidth <= most) return [];
return [...document.querySelectorAll("body *")].filter((element) =>
  element.getBoundingClientRect().right > most + 1 && !scrolls(element)
).map((element) => element.outerHTML.slice(0, 120));
"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[webdriver.Chrome]:
    if not (CHROMIUM and DRIVER):
        assert os.environ.get("LINGWU_CI") != "1", "CI needs chromium and chromedriver"
        pytest.skip("no chromium here")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for wanted in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=zh-CN"):
        options.add_argument(wanted)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    with webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER)) as browser:
        yield browser


@pytest.fixture
def desk(chromium: webdriver.Chrome, live_server: Any, office: SimpleNamespace) -> webdriver.Chrome:
    """The browser, signed in as the registrar, who has much to do."""
    now = timezone.now()
    for number in range(4):
        title = f"滨河区人民政府办公室关于做好2026年防汛抗旱物资储备和应急队伍训练工作的通知（第{number}号）"
        document = paper(
            office, title, "请于3月9日前报送防汛物资。" * 9, urgency="特急", signatory="周明远", signed_on=now
        )
        waits(document, office.registrar, due_at=now + timedelta(days=number * 3 - 4), seen_at=now if number else None)
        received = paper(office, title, direction="in", source="滨河区应急管理局", source_number="滨应急〔2026〕12号",
                         drafter=office.registrar, received_at=now, due_at=now + timedelta(days=number))  # fmt: skip
        waits(received, post=office.principal.posts_on()[0], due_at=now - timedelta(days=number))
    client = Client()
    client.force_login(office.registrar, backend="lingwu_office.people.backends.OfficeBackend")
    chromium.get(f"{live_server.url}/static/office.css")
    chromium.delete_all_cookies()
    chromium.get_log("browser")  # type: ignore[no-untyped-call]
    chromium.add_cookie({"name": office_settings.SESSION_COOKIE_NAME, "value": client.session.session_key})
    chromium.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    return chromium


def look(desk: webdriver.Chrome, address: str, width: int, name: str = "") -> None:
    size = {"width": width, "height": 1100, "deviceScaleFactor": 1, "mobile": False}
    desk.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    desk.get(address)
    if PICTURES and name:
        Path(PICTURES).mkdir(parents=True, exist_ok=True)
        desk.save_screenshot(str(Path(PICTURES, f"{name}-{width}.png")))


@pytest.mark.parametrize("name", PAGES)
def test_pages_fit_can_be_read_and_break_no_policy(desk: webdriver.Chrome, live_server: Any, name: str) -> None:
    for width in (1280, 390):
        look(desk, live_server.url + PAGES[name], width, name)
        assert len(desk.find_elements(By.TAG_NAME, "h1")) == 1
        assert desk.execute_script(WIDER) == []
        assert desk.execute_script(CONTRASTS) == []
    said = [entry["message"] for entry in desk.get_log("browser")]  # type: ignore[no-untyped-call]
    assert not [line for line in said if "Content Security Policy" in line or "Uncaught" in line]


def test_the_keyboard_reaches_everything_and_shows_where_it_is(desk: webdriver.Chrome, live_server: Any) -> None:
    look(desk, f"{live_server.url}/", 1280)
    seen = []
    for _ in range(12):
        desk.switch_to.active_element.send_keys(Keys.TAB)
        here = desk.switch_to.active_element
        outline = desk.execute_script(
            "const s = getComputedStyle(arguments[0]); return [s.outlineStyle, s.outlineWidth]", here
        )
        assert outline[0] == "solid" and float(outline[1].removesuffix("px")) >= 2, here.text
        seen.append(here.text)
    assert seen[:3] == ["跳到正文", "零误办公", "待办"]
    assert "退出" in seen
    look(desk, f"{live_server.url}/", 1280)
    desk.switch_to.active_element.send_keys(Keys.TAB)
    desk.switch_to.active_element.send_keys(Keys.ENTER)
    desk.switch_to.active_element.send_keys(Keys.TAB)
    assert "防汛抗旱" in desk.switch_to.active_element.text


def test_tables_are_cards_on_a_telephone(desk: webdriver.Chrome, live_server: Any) -> None:
    for width, display in ((1280, "table-cell"), (390, "block")):
        look(desk, f"{live_server.url}/documents/outgoing/", width)
        cell = desk.find_element(By.CSS_SELECTOR, "td[data-label=标题]")
        assert cell.value_of_css_property("display") == display
        label = desk.execute_script("return getComputedStyle(arguments[0], '::before').content", cell)
        assert ("标题" in label) == (width == 390)
