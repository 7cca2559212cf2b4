"""Speed and memory, each beside a peer or a bare read in the same run: medians of several rounds.

Checks 1 MB of text on one core (beside autocorrect-py and a bare read and decode), growth from 10 kB to 10 MB, the load
time of the command, memory, and a 200-page .docx read, checked and written.
"""

from __future__ import annotations

import io
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import lingwu

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = sorted((ROOT / "examples").glob("*.txt"))


def median(action: Callable[[], object], rounds: int = 5) -> float:
    """The median seconds of ``action`` over ``rounds`` after one warm-up."""
    action()
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        action()
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def sample(size: int) -> str:
    """About ``size`` bytes of UTF-8: clean reference texts where present, else the examples, repeated."""
    reference = sorted((ROOT.parent / "shared" / "reference").glob("*.txt"))
    text = "".join(path.read_text(encoding="utf-8") for path in reference or SAMPLES)
    return (text * (size // len(text.encode()) + 1)).encode()[:size].decode(errors="ignore")


def throughput() -> None:
    text = sample(1_000_000)
    path = ROOT / "out" / "speed.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    checker = lingwu.Checker()
    doc_time = median(lambda: checker.check(lingwu.read(path)))
    read_time = median(lambda: path.read_bytes().decode())
    print(f"1 MB of text ({len(text)} characters), one core, {len(checker.rules)} rules:")
    print(f"  lingwu read and check  {doc_time * 1000:8.1f} ms  {len(text) / doc_time / 1e6:6.2f} M characters/s")
    try:
        import autocorrect_py

        lines = text.splitlines()  # its parser gives up on a whole megabyte at once
        peer = median(lambda: [autocorrect_py.lint_for(line, "text") for line in lines])
        print(f"  autocorrect-py lint    {peer * 1000:8.1f} ms  {len(text) / peer / 1e6:6.2f} M characters/s")
    except ImportError:
        print("  autocorrect-py is not installed")
    print(f"  bare read and decode   {read_time * 1000:8.1f} ms")


def _check(checker: lingwu.Checker, text: str) -> None:
    checker.check(lingwu.read(text.encode(), "a.txt"))


def growth() -> None:
    checker = lingwu.Checker()
    print("growth (seconds per MB should stay level):")
    for size in (10_000, 100_000, 1_000_000, 10_000_000):
        text = sample(size)
        spent = median(partial(_check, checker, text), 3 if size < 5e6 else 1)
        print(f"  {size / 1e6:6.2f} MB  {spent:8.4f} s  {spent / size * 1e6:6.3f} s/MB")


def load() -> None:
    tiny = ROOT / "out" / "tiny.txt"
    tiny.write_text("各单位要认真抓好落实。\n", encoding="utf-8")
    command = [sys.executable, "-m", "lingwu.cli"]
    compiled = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    for name, arguments in {"--version": ["--version"], "check tiny.txt": ["check", str(tiny)]}.items():
        job = partial(subprocess.run, [*command, *arguments], check=False, capture_output=True, env=compiled)
        spent = median(job, 9)
        print(f"load: lingwu {name:16} {spent:6.3f} s")
    bare = median(lambda: subprocess.run([sys.executable, "-c", "pass"], check=False), 9)
    print(f"load: python -c pass          {bare:6.3f} s")


def memory() -> None:
    code = (
        "import lingwu, re, sys; from pathlib import Path; "
        "lingwu.check(lingwu.read(Path(sys.argv[1]))); "
        "print(int(re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1]) // 1024)"
    )  # ru_maxrss would count this process, of which the child is born, too
    for size in (1_000_000, 10_000_000):
        path = ROOT / "out" / "speed.txt"
        path.write_text(sample(size), encoding="utf-8")
        done = subprocess.run([sys.executable, "-c", code, str(path)], check=True, capture_output=True, text=True)
        print(f"memory: peak {done.stdout.strip():>4} MB on {size // 1_000_000} MB of text")


def pages() -> None:
    import docx

    made = docx.Document()
    lines = [line for line in sample(3_000_000).splitlines() if len(line) > 40]
    for number, line in enumerate(lines[:3000]):
        made.add_paragraph(line[:60] if number % 10 else f"截止2024年底,{line[:50]}")
    buffer = io.BytesIO()
    made.save(buffer)
    checker = lingwu.Checker()
    edits = 0

    def job() -> bytes:
        nonlocal edits
        doc = lingwu.read(buffer.getvalue(), "200页.docx")
        fixed = lingwu.fixer.fix(doc, checker.check(doc), lingwu.Safety.CONFIRM, checker.check)
        edits = len(fixed.edits)
        return lingwu.write(doc, fixed)

    spent = median(job, 3)
    print(f"a .docx of 3,000 paragraphs (200 pages), {edits} edits: read, checked, written in {spent:.2f} s")


if __name__ == "__main__":
    throughput()
    growth()
    load()
    memory()
    pages()
