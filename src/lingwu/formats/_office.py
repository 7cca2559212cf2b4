"""LibreOffice as a converter: one file in, one file out, in a home of its own, and no longer than it may take."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from lingwu.errors import DamagedFile, MissingTool

SECONDS = 120
"""LibreOffice gets no more time than this."""
FILTERS = {"docx": "docx:MS Word 2007 XML", "pdf": "pdf:writer_pdf_Export"}
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
 oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""
"""The settings LibreOffice starts with: no macros, nothing fetched from outside."""


def converted(data: bytes, suffix: str, name: str, to: str = "docx") -> bytes:
    """The file as .docx or .pdf (``to``); ``suffix`` is the one that LibreOffice is to see.

    Raises:
        MissingTool: LibreOffice is not installed. DamagedFile: it could not open the file, or not in time.
    """
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise MissingTool(
            f"读 {name} 需要 LibreOffice，本机没有安装；请安装 LibreOffice，或在 Word/WPS 中另存为 .{to} 再试。"
        )
    with tempfile.TemporaryDirectory(prefix="lingwu-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        (home / "profile" / "user").mkdir(parents=True)
        (home / "profile" / "user" / "registrymodifications.xcu").write_text(PROFILE, encoding="utf-8")
        source = home / f"in{suffix}"
        source.write_bytes(data)
        _run(office, home, source, name, to)
        result = home / "out" / f"in.{to}"
        if not result.is_file() or not result.stat().st_size:
            raise DamagedFile(f"{name} 转换不了（可能已损坏），请用原软件打开后另存为 .{to} 再试。")
        return result.read_bytes()


def _run(office: str, home: Path, source: Path, name: str, to: str) -> None:
    """Run the conversion; when its time is up, LibreOffice ends with all that it started."""
    command = [office, "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"]
    command += [f"-env:UserInstallation={(home / 'profile').as_uri()}", "--convert-to", FILTERS[to]]
    command += ["--outdir", str(home / "out"), str(source)]
    with subprocess.Popen(  # noqa: S603  the program is LibreOffice, the only free argument a path of our own
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired as error:
            os.killpg(process.pid, signal.SIGKILL)
            raise DamagedFile(
                f"{name} 在 {SECONDS} 秒内没有转换完，可能已损坏；请用原软件打开后另存为 .{to} 再试。"
            ) from error
