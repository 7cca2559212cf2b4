"""Old Word documents (.doc), WPS documents (.wps) and RTF, turned into .docx by LibreOffice and read from there."""

from __future__ import annotations

import os
import shutil
import signal
import struct
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from lingwu.document import Document
from lingwu.errors import DamagedFile, EncryptedFile, MissingTool, UnknownFormat, WriteError
from lingwu.formats import _compound, _magic

if TYPE_CHECKING:
    from lingwu.formats import Changes, Mode

SECONDS = 120
"""LibreOffice gets no more time than this."""
RTF = b"{\\rtf"
LOCKED = 0x0100
"""The bit of a Word file's flags (MS-DOC, FibBase.fEncrypted) that says it is under a password."""
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
 oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""
"""The settings LibreOffice starts with: no macros, nothing fetched from outside."""


class LegacyFormat:
    """What only LibreOffice can open; read, never written."""

    name = "legacy"
    suffixes: Sequence[str] = (".doc", ".wps", ".rtf", ".dot", ".wpt")
    modes: Sequence[Mode] = ()

    def sniff(self, data: bytes, suffix: str) -> bool:
        """RTF, or a compound file that is neither a locked .docx nor a workbook nor a presentation."""
        if data.startswith(RTF):
            return True
        inside = _compound.streams(data)
        if "WordDocument" in inside:
            return True
        return data.startswith(_compound.MAGIC) and suffix in self.suffixes and not _magic.kind_of(data, ())[0]

    def read(self, data: bytes, name: str) -> Document:
        from lingwu.formats import docx

        name = name or "输入"
        suffix = _suffix(data, name)
        doc = docx.format.read(_converted(data, suffix, name), name)
        notes = [*doc.meta.get("notes", ()), "本文件由 LibreOffice 转换后检查；修改请在原文件或另存的 .docx 中进行。"]
        blocks = tuple(replace(block, editable=False) for block in doc.blocks)
        return replace(doc, blocks=blocks, meta={**doc.meta, "notes": notes}, origin=data, _memo={})

    def write(self, doc: Document, changes: Changes, mode: Mode) -> bytes:
        data: bytes = doc.origin
        if not changes.edits and not changes.mended and not changes.left:
            return data
        raise WriteError("旧格式（.doc、.wps、.rtf）不能写回；请在 Word 或 WPS 中另存为 .docx 后再改。")


def _suffix(data: bytes, name: str) -> str:
    """The suffix that LibreOffice is to see.

    Raises:
        EncryptedFile: the file is under a password. UnknownFormat: it is of no kind that is read here.
        DamagedFile: it is a compound file whose directory cannot be followed.
    """
    if data.startswith(RTF):
        return ".rtf"
    if not data.startswith(_compound.MAGIC):
        raise UnknownFormat(f"{name} 的内容不是旧版 Word、WPS 或 RTF 文档；请用原软件另存为 .docx 后再查。")
    inside = _compound.streams(data)
    if not inside:
        raise DamagedFile(f"{name} 已损坏（可能没有下载完），请重新获取，或用原软件打开后另存为 .docx。")
    word = inside.get("WordDocument")
    flags = struct.unpack_from("<H", word.head, 10)[0] if word and len(word.head) >= 12 else 0
    if "EncryptedPackage" in inside or flags & LOCKED:
        raise EncryptedFile(f"{name} 有密码保护，请在 Word 或 WPS 中去掉密码后再查。")
    what, advice = _magic.kind_of(data, ())
    if what:
        raise UnknownFormat(f"{name} 的内容其实是{what}，零误不能直接读；{advice}。")
    return ".doc" if word else ".wps"


def _converted(data: bytes, suffix: str, name: str) -> bytes:
    """The file as .docx.

    Raises:
        MissingTool: LibreOffice is not installed. DamagedFile: it could not open the file, or not in time.
    """
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise MissingTool(
            f"读 {name} 需要 LibreOffice，本机没有安装；请安装 LibreOffice，或在 Word/WPS 中另存为 .docx 再查。"
        )
    with tempfile.TemporaryDirectory(prefix="lingwu-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        (home / "profile" / "user").mkdir(parents=True)
        (home / "profile" / "user" / "registrymodifications.xcu").write_text(PROFILE, encoding="utf-8")
        source = home / f"in{suffix}"
        source.write_bytes(data)
        _run(office, home, source, name)
        result = home / "out" / "in.docx"
        if not result.is_file() or not result.stat().st_size:
            raise DamagedFile(f"{name} 转换不了（可能已损坏），请用原软件打开后另存为 .docx 再查。")
        return result.read_bytes()


def _run(office: str, home: Path, source: Path, name: str) -> None:
    """Run the conversion; when its time is up, LibreOffice ends with all that it started."""
    command = [office, "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"]
    command += [f"-env:UserInstallation={(home / 'profile').as_uri()}", "--convert-to", "docx:MS Word 2007 XML"]
    command += ["--outdir", str(home / "out"), str(source)]
    with subprocess.Popen(  # noqa: S603  the program is LibreOffice, the only free argument a path of our own
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired as error:
            os.killpg(process.pid, signal.SIGKILL)
            raise DamagedFile(
                f"{name} 在 {SECONDS} 秒内没有转换完，可能已损坏；请用原软件打开后另存为 .docx 再查。"
            ) from error


format = LegacyFormat()
