"""Measures typeset documents against GB/T 9704—2012: the 15 kinds, bodies of three lengths, as PDF and as .docx.

python benchmarks/geometry.py              all of them; prints one table and what does not hold
python benchmarks/geometry.py 通知 函       these kinds alone
python benchmarks/geometry.py --pdf        the PDFs alone (no LibreOffice needed)

A .docx is measured on what LibreOffice makes of it. The numbers of the table are the largest distance in mm from what
the standard says; ✗ marks what is off by more than 1 mm (a count that is off at all). FMT is the number of findings
that ``lingwu check`` has on the layout of the .docx.
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import lingwu
from checks import Check, Subject, checks
from lingwu.checker import Checker
from lingwu.config import Config
from lingwu.finding import Finding
from lingwu.gbt9704.profile import Profile
from lingwu.reporters._columns import columns
from lingwu.typeset.composing import paper_of, typeset
from lingwu.typeset.installed import installed
from measuring import Measured
from typeset_drafts import KINDS, Draft, drafts

ELEMENTS = ("纸张", "版心", "每面行数", "每行字数", "标志", "文号", "分隔线", "标题", "主送", "署名", "日期", "页码",
            "版记", "附件", "信函线")  # fmt: skip
SECONDS = 900
STAND_INS = {"仿宋_GB2312": "AR PL SungtiL GB", "楷体_GB2312": "AR PL KaitiM GB", "方正小标宋简体": "AR PL SungtiL GB",
             "宋体": "AR PL SungtiL GB", "黑体": "Noto Sans CJK SC"}  # fmt: skip
"""What LibreOffice is to take for the faces that are not free: like these, all but one have digits half a 字 wide."""
FONTS = '<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>{}</fontconfig>'
ALIAS = (
    '<match><test name="family"><string>{}</string></test>'
    '<edit name="family" mode="assign" binding="strong"><string>{}</string></edit></match>'
)


@dataclass(frozen=True, slots=True)
class Result:
    """What was measured of one document in one form; ``findings`` are those on its layout (a .docx only)."""

    name: str
    form: str
    checks: tuple[Check, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def failures(self) -> list[Check]:
        """What does not hold."""
        return [check for check in self.checks if not check.holds]


def measured_pdf(draft: Draft) -> Result:
    """What stands where in the PDF of a draft."""
    doc = lingwu.read(draft.text.encode(), f"{draft.name}.md")
    made = typeset(doc, ".pdf", profile=Profile(fonts=_half_wide())).data
    subject = Subject(paper_of(doc), Measured(made), Profile().glyphs(), boxed=False)
    return Result(draft.name, "PDF", tuple(checks(subject)))


def _half_wide() -> dict[str, str]:
    """For each face a family that is installed and has digits half a 字 wide, as the faces of the standard have."""
    names = {family.name for family in installed()}
    wanted = {"仿宋": "仿宋_GB2312", "楷体": "楷体_GB2312", "小标宋": "方正小标宋简体", "宋体": "宋体"}
    return {face: STAND_INS[name] for face, name in wanted.items() if STAND_INS[name] in names}


def measured_docx(wanted: Sequence[Draft]) -> Iterator[Result]:
    """What stands where in the .docx of drafts, as LibreOffice prints them; all in one run of it."""
    checker = Checker(Config(select=("FMT",)))
    findings: dict[str, tuple[Finding, ...]] = {}
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for draft in wanted:
            doc = lingwu.read(draft.text.encode(), f"{draft.name}.md")
            made = typeset(doc, ".docx").data
            findings[draft.name] = checker.check(lingwu.read(made, f"{draft.name}.docx")).findings
            (home / f"{draft.name}.docx").write_bytes(_on_next_page(made))
        _print(home)
        for draft in wanted:
            doc = lingwu.read(draft.text.encode(), f"{draft.name}.md")
            pages = Measured((home / f"{draft.name}.pdf").read_bytes())
            subject = Subject(paper_of(doc), pages, Profile().line_boxes(), boxed=True)
            yield Result(draft.name, "DOCX", tuple(checks(subject)), findings[draft.name])


def _on_next_page(data: bytes) -> bytes:
    """The .docx with a section that begins on an even page beginning on the next one.

    LibreOffice 7 makes the body of such a page 4.5 mm longer than the margins say; on a next page it keeps to them.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b'w:val="evenPage"', b'w:val="nextPage"'))
    return out.getvalue()


def _print(home: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        raise SystemExit("LibreOffice (soffice) is not installed; measure the PDFs alone with --pdf")
    files = sorted(map(str, home.glob("*.docx")))
    fonts = home / "fonts.conf"
    fonts.write_text(FONTS.format("".join(ALIAS.format(name, family) for name, family in STAND_INS.items())))
    command = [office, "--headless", f"-env:UserInstallation={(home / 'profile').as_uri()}", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(home), *files], check=True, capture_output=True, timeout=SECONDS,
        env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
    )  # fmt: skip


def table(results: Iterable[Result]) -> Iterator[str]:
    """One row for each document and form, one column for each element."""
    rows: list[tuple[str, ...]] = [("文种-篇幅", "形式", *ELEMENTS, "FMT")]
    for result in results:
        cells = [_cell([check for check in result.checks if check.element == element]) for element in ELEMENTS]
        rows.append((result.name, result.form, *cells, str(len(result.findings)) if result.form == "DOCX" else ""))
    widths = [max(columns(row[at], 2) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        padded = (cell + " " * (width - columns(cell, 2)) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(padded).rstrip()


def _cell(found: Sequence[Check]) -> str:
    if not found:
        return "-"
    worst = max(found, key=lambda check: (not check.holds, check.off if check.slack else 0))
    if not worst.slack:
        return "ok" if worst.holds else f"✗{worst.measured:g}/{worst.wanted:g}"
    return f"{'' if worst.holds else '✗'}{worst.off:.2f}"


def told(result: Result) -> Iterator[str]:
    """What does not hold of a document, each once."""
    said: dict[tuple[str, str], Check] = {}
    for check in result.failures:
        key = (check.element, check.what)
        if key not in said or check.off > said[key].off:
            said[key] = check
    for check in said.values():
        values = f"{check.measured:.2f}, wanted {check.wanted:.2f}"
        yield f"{result.name} {result.form}: {check.element} {check.what} {values}"
    for finding in result.findings:
        yield f"{result.name} {result.form}: {finding.code} {finding.message}"


def main() -> int:
    """Measure and print; 1 where something does not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", choices=[*KINDS, []], metavar="kind")
    parser.add_argument("--pdf", action="store_true", help="the PDFs alone")
    args = parser.parse_args()
    wanted = [draft for draft in drafts() if not args.kinds or draft.kind in args.kinds]
    results = [measured_pdf(draft) for draft in wanted]
    if not args.pdf:
        results += measured_docx(wanted)
    results.sort(key=lambda result: [draft.name for draft in wanted].index(result.name))
    print("\n".join(table(results)))
    wrong = [line for result in results for line in told(result)]
    total = sum(len(result.checks) for result in results)
    failed = sum(len(result.failures) for result in results)
    print(f"\n{len(results)} documents, {total} values measured, {failed} off", *wrong, sep="\n")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
