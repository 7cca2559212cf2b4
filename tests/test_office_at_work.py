"""The office as a process, with fifty people at once, a power cut, and a backup in the middle of the work."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from office_process import Clerk, Office, at_once, database, lingwu, wait_for

PEOPLE, FEW, SAVES, TO_NUMBER = 50, 8, 3, 25


@pytest.fixture
def office(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Office]:
    """An office that is served, with a few clerks signed in, or as many as the test wants."""
    with database() as url:
        made = Office(tmp_path / "home", url)
        made.make()
        made.clerks = made.script("clerks", str(getattr(request, "param", FEW)))
        made.start()
        yield made
        made.kill()


def clerk(office: Office, at: int) -> Clerk:
    return Clerk(office.address, office.clerks[at]["session"])


def whole(office: Office) -> None:
    done = lingwu("office", "verify-audit", "--home", office.home)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("office", [PEOPLE], indirect=True)
def test_fifty_people_at_once_lose_nothing_and_double_nothing(office: Office) -> None:
    waiting = office.script("signed", str(TO_NUMBER))

    def work(at: int) -> Any:
        browser = clerk(office, at)
        document = browser.draft(f"关于第{at}项工作的通知")
        saved = [browser.save(document, f"第{at}人写的第{n}稿。\n", n)["version"] for n in range(SAVES)]
        numbered = browser.number(waiting[at % TO_NUMBER])  # two go for each number
        return document, saved, numbered

    results = at_once(*(lambda at=at: work(at) for at in range(PEOPLE)))
    assert not [result for result in results if isinstance(result, Exception)], results
    kept = office.script("stored")
    assert sum(numbered for _, _, numbered in results) == TO_NUMBER
    assert [number for number, _ in kept["numbers"]] == list(range(1, TO_NUMBER + 1))
    assert sorted(document for _, document in kept["numbers"]) == sorted(waiting)
    assert len({document for document, _, _ in results}) == PEOPLE
    for at, (document, saved, _) in enumerate(results):
        assert saved == list(range(1, SAVES + 1))
        texts = [text for _, _, _, text in kept["versions"][str(document)]]
        assert texts == [f"第{at}人写的第{n}稿。\n" for n in range(SAVES)]
    assert kept["documents"] == PEOPLE + TO_NUMBER
    whole(office)


def test_two_windows_that_save_at_once_both_keep_their_text(office: Office) -> None:
    document = clerk(office, 0).draft("关于两个窗口的通知")
    windows = 12
    texts = [f"窗口{at}。\n" for at in range(windows)]
    results = at_once(*(lambda text=text: clerk(office, 0).save(document, text, 0) for text in texts))
    assert sorted(said["version"] for said in results) == list(range(1, windows + 1))
    assert sum(not said["aside"] for said in results) == 1
    kept = office.script("stored")["versions"][str(document)]
    assert sorted(text for _, _, _, text in kept) == sorted(texts)
    assert [number for number, _, _, _ in kept] == list(range(1, windows + 1))
    whole(office)


class Writers:
    """Clerks who save one version after the other until they are told to stop or the server is gone."""

    def __init__(self, office: Office, count: int) -> None:
        self.office, self.stopped = office, threading.Event()
        self.acknowledged: dict[int, list[str]] = {}
        self.threads = [threading.Thread(target=self._write, args=(at,)) for at in range(count)]
        for thread in self.threads:
            thread.start()

    def _write(self, at: int) -> None:
        browser = clerk(self.office, at)
        try:
            document = browser.draft(f"关于写作{at}的通知")
            kept = self.acknowledged.setdefault(document, [])
            for n in itertools.count():
                if self.stopped.is_set():
                    return
                text = f"第{at}人写的第{n}稿。\n" + "各单位要做好工作。\n" * (n % 50)
                browser.save(document, text, n)
                kept.append(text)
        except OSError:  # the server was killed
            return

    def saved(self) -> int:
        return sum(map(len, self.acknowledged.values()))

    def end(self) -> None:
        self.stopped.set()
        for thread in self.threads:
            thread.join()


def test_killed_in_the_middle_of_saving_what_was_acknowledged_is_there(office: Office) -> None:
    writers = Writers(office, FEW)
    wait_for(lambda: writers.saved() >= 40)
    assert office.kill() == -9
    writers.end()
    kept = office.script("stored")["versions"]
    for document, texts in writers.acknowledged.items():
        stored = [text for _, _, _, text in kept.get(str(document), [])]
        assert stored[: len(texts)] == texts
        assert len(stored) <= len(texts) + 1  # one may have been stored whose answer was lost
    whole(office)
    office.start()
    document, texts = next((one, texts) for one, texts in writers.acknowledged.items() if texts)
    at = next(n for n in range(FEW) if texts[0].startswith(f"第{n}人"))
    now = len(kept[str(document)])
    assert clerk(office, at).save(document, "接着写。\n", now) == {
        "said": f"已存为第{now + 1}稿。", "version": now + 1, "aside": False, "address": f"/documents/{document}/text/",
    }  # fmt: skip
    whole(office)


def test_a_backup_in_the_middle_of_the_work_is_whole_elsewhere(office: Office, tmp_path: Path) -> None:
    writers = Writers(office, FEW)
    wait_for(lambda: writers.saved() >= 20)
    target = tmp_path / "备份.tar.gz"
    before = {document: list(texts) for document, texts in writers.acknowledged.items() if texts}
    assert sum(map(len, before.values())) >= 20
    done = lingwu("office", "backup", target, "--home", office.home)
    went_on = writers.saved()
    assert done.returncode == 0, done.stderr
    wait_for(lambda: writers.saved() > went_on)
    writers.end()
    assert office.stop() == 0
    with database() as url:
        other = Office(tmp_path / "elsewhere", url)
        words = ["--database", url] if url else []
        done = lingwu("office", "restore", target, "--home", other.home, *words)
        assert done.returncode == 0, done.stderr
        kept = other.script("stored")["versions"]
        for document, texts in before.items():
            assert [text for _, _, _, text in kept[str(document)]][: len(texts)] == texts
        done = lingwu("office", "verify-audit", "--home", other.home, "--anchor", target)
        assert done.returncode == 0, done.stdout
        other.start()
        at = int(next(iter(before.values()))[0][1])
        other.clerks = office.clerks
        assert clerk(other, at).get("/").status == 302  # sessions are not carried over: everybody signs in anew
        other.kill()
    assert "不是空文件夹" in lingwu("office", "restore", target, "--home", office.home).stderr


def test_a_backup_goes_from_one_database_to_another_and_back(office: Office, tmp_path: Path) -> None:
    document = clerk(office, 0).draft("关于搬家的通知")
    clerk(office, 0).save(document, "搬家前写的。\n", 0)
    files = office.script("store", "2")
    office.stop()
    before = office.script("stored")
    there, back = tmp_path / "there.tar.gz", tmp_path / "back.tar.gz"
    assert lingwu("office", "backup", there, "--home", office.home).returncode == 0
    sqlite = Office(tmp_path / "sqlite")
    done = lingwu("office", "restore", there, "--home", sqlite.home)
    assert done.returncode == 0, done.stderr
    assert lingwu("office", "backup", back, "--home", sqlite.home).returncode == 0
    with database() as url:  # PostgreSQL where the tests run on one
        again = Office(tmp_path / "again", url)
        done = lingwu("office", "restore", back, "--home", again.home, *(["--database", url] if url else []))
        assert done.returncode == 0, done.stderr
        done = lingwu("office", "verify-audit", "--home", again.home, "--anchor", there)
        assert done.returncode == 0, done.stdout
        assert again.script("stored") == {**before, "entries": before["entries"] + 4}  # two backups, two restores
        assert [one["account"] for one in again.script("clerks_again", "1")] == ["later000"]  # keys go on counting
        for name in files:
            assert (again.home / name).read_bytes() == (office.home / name).read_bytes()


def test_a_damaged_original_is_told_of_and_the_rest_kept(office: Office, tmp_path: Path) -> None:
    damaged, whole_one = office.script("store", "2")
    office.stop()
    (office.home / damaged).write_bytes(b"changed on the disk")
    target = tmp_path / "b.tar.gz"
    done = lingwu("office", "backup", target, "--home", office.home)
    assert done.returncode == 1
    assert Path(damaged).stem in done.stdout and "1 个原件" in done.stdout
    made = Office(tmp_path / "again")
    done = lingwu("office", "restore", target, "--home", made.home)
    assert done.returncode == 0, done.stderr
    assert Path(damaged).stem in done.stderr
    assert (made.home / whole_one).exists() and not (made.home / damaged).exists()


def test_the_address_that_a_proxy_tells_counts_only_from_that_proxy(office: Office) -> None:
    def drafted_from() -> Any:
        browser = clerk(office, 0)
        browser.headers = {"X-Forwarded-For": "203.0.113.7"}
        browser.draft("关于地址的通知")
        return office.script("address", "0")

    assert drafted_from() == "127.0.0.1"
    office.stop()
    office.start("--proxy", "127.0.0.1")
    assert drafted_from() == "203.0.113.7"


def test_a_changed_missing_or_reordered_entry_is_found(office: Office, tmp_path: Path) -> None:
    for at in range(10):
        clerk(office, 0).draft(f"关于篡改{at}的通知")
    office.stop()
    anchor = tmp_path / "锚点.json"
    done = lingwu("office", "verify-audit", "--home", office.home, "--write-anchor", anchor)
    assert done.returncode == 0, done.stderr
    for how, said in enumerate(["第3条（", "第5条起缺1条记录", "第8条与上一条接不上", "末尾应为第"]):
        office.script("tamper", str(how))
        done = lingwu("office", "verify-audit", "--home", office.home)
        assert (done.returncode, said in done.stdout) == (1, True), done.stdout
    office.script("tamper", "4")  # every hash reckoned anew: whole in itself, and yet not the chain that it was
    whole(office)
    done = lingwu("office", "verify-audit", "--home", office.home, "--anchor", anchor)
    assert (done.returncode, "锚点所记的" in done.stdout) == (1, True), done.stdout
