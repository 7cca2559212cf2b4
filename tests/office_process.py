"""What the process tests of the office share: an office of its own, its server as a process, and clerks at browsers."""

from __future__ import annotations

import http.client
import json
import os
import re
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

ROOT = Path(__file__).resolve().parents[1]
PEOPLE = Path(__file__).with_name("office_people.py")
STARTS_WITHIN = 120
ADDRESS = re.compile(r"http://\S+?/")


def environment(**more: str) -> dict[str, str]:
    """The environment of the processes: nothing of the settings of this one."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("LINGWU_", "DJANGO_", "DATABASE"))
    }
    return {**kept, "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1", **more}


def lingwu(*words: str | Path, timeout: float = 120, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end; what it wrote is in the result."""
    return subprocess.run(
        [sys.executable, "-m", "lingwu.cli", *map(str, words)], check=False, capture_output=True, text=True,
        env=environment(**more), timeout=timeout,
    )  # fmt: skip


@contextmanager
def database() -> Iterator[str]:
    """The address of an empty database on the server of ``DATABASE_URL``; empty (SQLite) where there is none."""
    given = os.environ.get("DATABASE_URL", "")
    if not given.startswith("postgres"):
        yield ""
        return
    import psycopg

    name = f"office_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(given, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        try:
            yield urlsplit(given)._replace(path=f"/{name}").geturl()
        finally:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@dataclass
class Office:
    """An office in ``home``; ``start`` serves it, ``kill`` ends the process as a power cut would."""

    home: Path
    url: str = ""
    address: str = ""
    said: str = ""
    process: subprocess.Popen[str] | None = None
    clerks: list[dict[str, Any]] = field(default_factory=list)

    def make(self) -> None:
        """Create it, with its database."""
        words = ["--database", self.url] if self.url else []
        done = lingwu("office", "init", "--home", self.home, "--name", "滨河区人民政府办公室", *words)
        assert done.returncode == 0, done.stderr

    def script(self, what: str, *words: str) -> Any:
        """What ``office_people.py`` answers, run beside the server on the same database."""
        done = subprocess.run(
            [sys.executable, PEOPLE, what, *words], check=False, capture_output=True, text=True,
            env=environment(LINGWU_HOME=str(self.home), DJANGO_SETTINGS_MODULE="lingwu_office.site.settings"),
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout.splitlines()[-1])

    def start(self, *words: str, command: str = "serve", **more: str) -> None:
        """Serve it on a free port; returns when it answers."""
        log = (self.home.parent / f"{self.home.name}.log").open("a", encoding="utf-8")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "lingwu.cli", "office", command, "--home", str(self.home), "--port", "0", *words],
            stdout=subprocess.PIPE, stderr=log, text=True, env=environment(**more),
        )  # fmt: skip
        log.close()
        watch = threading.Timer(STARTS_WITHIN, self.process.kill)
        watch.start()
        self.address = self.said = ""
        for line in self.process.stdout or ():
            self.said += line
            if found := ADDRESS.search(line):
                self.address = found[0]
                break
        watch.cancel()
        if not self.address:
            self.kill()
            raise RuntimeError(self.log())

    def log(self) -> str:
        """What its processes wrote on stderr."""
        return (self.home.parent / f"{self.home.name}.log").read_text("utf-8")

    def stop(self) -> int:
        """Tell it to stop, as systemd does; its exit code."""
        return self._end(lambda process: process.terminate())

    def kill(self) -> int:
        """Stop it in the middle of whatever it does."""
        return self._end(lambda process: process.kill())

    def _end(self, how: Any) -> int:
        if self.process is None:
            return 0
        how(self.process)
        code = self.process.wait(timeout=30)
        if self.process.stdout:
            self.process.stdout.close()
        self.process = None
        return code


@dataclass(frozen=True)
class Answer:
    """What the server said: the status, where to go next, the page."""

    status: int
    location: str
    page: str


class Browser:
    """As much of a browser as the tests need: cookies, and forms with their CSRF token."""

    def __init__(self, address: str, session: str = "") -> None:
        self.where = urlsplit(address)
        self.cookies = {"sessionid": session} if session else {}
        self.headers: dict[str, str] = {}

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, None, {})

    def post(self, path: str, form: Mapping[str, Any], accept: str = "text/html") -> Answer:
        """Send a form, with the token that an earlier page gave."""
        if "csrftoken" not in self.cookies:
            self.get("/accounts/login/" if "sessionid" not in self.cookies else "/documents/new/")
        body = urlencode({"csrfmiddlewaretoken": self.cookies.get("csrftoken", ""), **form}, doseq=True)
        return self._ask("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded", "Accept": accept})

    def _ask(self, verb: str, path: str, body: str | None, headers: dict[str, str]) -> Answer:
        headers |= self.headers
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        line = http.client.HTTPConnection(self.where.hostname or "", self.where.port, timeout=60)
        with closing(line):
            line.request(verb, quote(path, safe="/?=&%"), body, headers)
            reply = line.getresponse()
            page = reply.read().decode("utf-8", "replace")
        for name, value in reply.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.strip().partition("=")
                self.cookies[key] = rest.partition(";")[0]
        return Answer(reply.status, reply.getheader("Location") or "", page)


class Clerk(Browser):
    """A signed-in person at work."""

    def draft(self, title: str, unit: int = 1) -> int:
        """A new 通知; its number among the documents."""
        form = {"title": title, "kind": "通知", "unit": unit, "addressees": "区政府各部门", "copies": 1}
        answer = self.post("/documents/new/", form)
        assert answer.status == 302, (answer.status, answer.page)
        return int(answer.location.split("/")[2])

    def save(self, document: int, text: str, base: int) -> dict[str, Any]:
        """What the editor is told of the version that was saved: ``version``, ``aside``."""
        form = {"text": text, "base": base}
        answer = self.post(f"/documents/{document}/text/", form, accept="application/json")
        assert answer.status == 200, (answer.status, answer.page)
        said: dict[str, Any] = json.loads(answer.page)
        return said

    def number(self, document: int) -> bool:
        """Whether it was this clerk who gave the document its number."""
        answer = self.post(f"/documents/{document}/number/", {})
        assert answer.status in (302, 400, 403, 409), (answer.status, answer.page)
        return answer.status == 302


def at_once(*jobs: Any) -> list[Any]:
    """Run the jobs in a thread each, all let go at the same moment; their results, or what they raised."""
    results: list[Any] = [None] * len(jobs)
    gate = threading.Barrier(len(jobs))

    def run(at: int) -> None:
        gate.wait()
        try:
            results[at] = jobs[at]()
        except Exception as error:
            results[at] = error

    threads = [threading.Thread(target=run, args=(at,)) for at in range(len(jobs))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def wait_for(condition: Any, seconds: float = 30) -> None:
    """Wait until ``condition`` holds."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.05)
