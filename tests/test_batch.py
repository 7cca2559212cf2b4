"""Many files on many processes, and the command as a process of its own: encodings, pipes, signals, start."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lingwu.batch import Choice, Task, run
from lingwu.errors import LingwuError
from lingwu.inputs import Source
from own_rules import write_rules

SLOW = '''"""为测试而设。"""
import os, time
from lingwu.rule import Basis, Rule, whole

def _slow(doc):
    if "等待" in doc.text:
        time.sleep(30)
    if "自尽" in doc.text:
        os._exit(9)
    return ()

rule = Rule(code="TST008", title="慢", basis=Basis("测试"), message="慢。", find=whole(_slow), bad={}, good=[])
'''


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with forty files, each with as many slips as its number says, one of them unreadable."""
    write_rules(tmp_path / "rules", tst008_slow=SLOW)
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_text("有错词。\n" * number or " ", encoding="utf-8")
    return tmp_path


def choice(folder: Path) -> Choice:
    return Choice(no_config=True, select=("TST",), rules=(folder / "rules",))


def lingwu(folder: Path, *args: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "lingwu.cli", *args]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **more}
    return subprocess.run(command, check=False, cwd=folder, env=env, capture_output=True, timeout=60)


@pytest.mark.parametrize("jobs", [1, 3])
def test_outcomes_come_in_the_order_of_the_files(folder: Path, jobs: int) -> None:
    paths = sorted(str(path) for path in folder.glob("*.txt"))
    outcomes = list(run([Task(Source(path), choice(folder)) for path in paths], jobs))
    assert [outcome.checked.path for outcome in outcomes] == paths
    assert "没有文字" in outcomes[0].checked.error
    assert [len(outcome.checked.report.findings) for outcome in outcomes if outcome.checked.report] == [*range(1, 40)]


def test_processes_start_only_where_they_pay(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a pool for a few small files")

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", refused)
    tasks = [Task(Source(str(path)), choice(folder)) for path in sorted(folder.glob("*.txt"))]
    assert len(list(run(tasks))) == 40
    (folder / "large.txt").write_text("好。\n" * 100_000, encoding="utf-8")
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1}, raising=False)
    with pytest.raises(AssertionError):
        run([*tasks, Task(Source(str(folder / "large.txt")), choice(folder))])


def test_a_process_that_dies_is_told(folder: Path) -> None:
    (folder / "40.txt").write_text("自尽", encoding="utf-8")
    tasks = [Task(Source(str(path)), choice(folder)) for path in sorted(folder.glob("*.txt"))]
    with pytest.raises(LingwuError, match="意外终止"):
        list(run(tasks, 2))


@pytest.mark.parametrize("name", ["terminal", "json", "html", "sarif"])
@pytest.mark.parametrize("encoding", ["gbk", "ascii", "latin-1"])
def test_no_encoding_stops_the_run(folder: Path, encoding: str, name: str) -> None:
    (folder / "a.txt").write_text("😀有错词。", encoding="utf-8")
    args = ("check", "a.txt", "missing😀.txt", "--no-config", "--rules", "rules", "--select", "TST")
    done = lingwu(folder, *args, "--output-format", name, PYTHONIOENCODING=encoding, LC_ALL="C.UTF-8")
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"\n") == 1
    said = done.stdout.decode(encoding if name == "terminal" else "ascii")
    assert "TST001" in said


def test_a_closed_pipe_is_quiet(folder: Path) -> None:
    (folder / "a.txt").write_text("有错词。\n" * 20_000, encoding="utf-8")
    args = "check a.txt --no-config --rules rules --select TST"
    command = f"{sys.executable} -m lingwu.cli {args} | head -1"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(command, check=False, shell=True, cwd=folder, env=env, capture_output=True, timeout=60)
    assert done.stdout.startswith(b"a.txt:1:2")
    assert done.stderr == b""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_all_at_once(folder: Path, jobs: str) -> None:
    for name in ("40.txt", "41.txt"):
        (folder / name).write_text("等待", encoding="utf-8")
    args = ("check", "40.txt", "41.txt", "--no-config", "--rules", "rules", "--select", "TST", "--jobs", jobs)
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-m", "lingwu.cli", *args],
        cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    ) as process:  # fmt: skip
        time.sleep(2)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the command and its processes
        _, err = process.communicate(timeout=10)
    assert process.returncode == 130
    assert b"Traceback" not in err


def test_starting_loads_nothing_heavy(folder: Path) -> None:
    (folder / "a.txt").write_text("有错词。", encoding="utf-8")
    probe = (
        "import sys; from lingwu.cli import main; main(sys.argv[1:]);"
        "print([name for name in ('rich', 'lxml', 'rapidfuzz', 'concurrent', 'multiprocessing', 'pypdfium2', 'json')"
        " if name in sys.modules], file=sys.stderr)"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    for args in (("--version",), ("check", "a.txt", "--quiet")):
        done = subprocess.run(
            [sys.executable, "-c", probe, *args], cwd=folder, env=env, capture_output=True, check=True
        )
        assert set(eval(done.stderr)) <= {"json"}, args
