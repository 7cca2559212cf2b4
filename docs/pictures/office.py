"""Draws the pictures of docs/guides/office-web.md anew: the demo in a real browser (chromium and chromedriver).

python docs/pictures/office.py
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

HERE = Path(__file__).resolve().parent / "office"
WIDTH, HEIGHT, PHONE = 1280, 860, 390
COLOURS, PATIENCE = 64, 20
PICTURES = [  # name, who, where: a path, or words of a link on the workbench
    ("workbench", "sunlihua", "/"),
    ("editor", "hexiaoyu", "办公用房清查"),
    ("document", "zhoumingyuan", "恒温恒湿设备"),
    ("register", "sunlihua", "/documents/outgoing/"),
    ("incoming", "linxiulan", "森林防火"),
    ("gaps", "zhoumingyuan", "/people/gaps/"),
    ("audit", "shenji", "/audit/"),
]


@contextmanager
def demo() -> Iterator[tuple[str, str]]:
    """The fictional office, served; its address and the password of its accounts."""
    with tempfile.TemporaryDirectory() as home:
        command = [sys.executable, "-m", "lingwu.cli", "office", "demo", "--home", home, "--port", "0"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            said = ""
            for line in process.stdout or ():
                said += line
                if "http://" in line:
                    break
            try:
                yield re.findall(r"http://\S+?(?=/)", said)[0], re.findall(r"口令都是 (\S+)，", said)[0]
            finally:
                process.terminate()


def browser() -> webdriver.Chrome:
    """A browser without a window."""
    options = Options()
    options.binary_location = shutil.which("chromium") or ""
    for word in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars", "--lang=zh-CN"):
        options.add_argument(word)
    made = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    made.set_window_size(WIDTH, HEIGHT)
    return made


def sign_in(at: webdriver.Chrome, address: str, account: str, password: str) -> None:
    """Sign in as this person."""
    at.delete_all_cookies()
    at.get(f"{address}/accounts/login/")
    at.find_element(By.NAME, "login").send_keys(account)
    at.find_element(By.NAME, "password").send_keys(password)
    at.find_element(By.CSS_SELECTOR, "main form button").click()
    WebDriverWait(at, PATIENCE).until(lambda shown: "/accounts/" not in shown.current_url)


def keep(at: webdriver.Chrome, name: str) -> None:
    """Keep what the browser shows, in few colours."""
    with Image.open(io.BytesIO(at.get_screenshot_as_png())) as shown:
        shown.convert("RGB").quantize(COLOURS).save(HERE / f"{name}.png", optimize=True)


def main() -> None:
    """Take all pictures."""
    HERE.mkdir(exist_ok=True)
    at = browser()
    try:
        with demo() as (address, password):
            for name, account, where in PICTURES:
                sign_in(at, address, account, password)
                if where.startswith("/"):
                    at.get(address + where)
                else:
                    at.find_element(By.PARTIAL_LINK_TEXT, where).click()
                if name == "editor":
                    at.get(at.current_url.rstrip("/") + "/text/")
                keep(at, name)
            at.set_window_size(PHONE, HEIGHT)
            sign_in(at, address, "luozhenhua", password)
            keep(at, "phone")
    finally:
        at.quit()


if __name__ == "__main__":
    main()
