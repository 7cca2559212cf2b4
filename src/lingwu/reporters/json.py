"""One JSON object for programs; docs/reference/json.md describes it, findings.schema.json is its schema."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO

from lingwu.document import Document
from lingwu.finding import Finding, Mention
from lingwu.reporters import Checked, Overview, Setting
from lingwu.reporters._statistics import statistics_object, verdict_of
from lingwu.reporters._suggestions import printable, suggestions
from lingwu.verdict import Verdict, together


class JsonReporter:
    """Writes file after file, so that many files need little memory; what is said of all of them comes last."""

    suffix = ".json"
    escape = "backslashreplace"
    plain = True

    def write(self, checked: Iterable[Checked], out: TextIO, setting: Setting) -> None:
        """Write one object; where ``out`` is not UTF-8, every other character is escaped."""
        ascii_only = (getattr(out, "encoding", None) or "utf-8").lower().replace("-", "") != "utf8"
        rulesets: dict[str, None] = {}
        verdicts: list[Verdict] = []
        out.write('{"files": [')
        for index, one in enumerate(checked):
            said = verdict_of(one)
            if one.report and said:
                rulesets[one.report.ruleset] = None
                verdicts.append(said)
            piece = json.dumps(file_object(one, setting, said), ensure_ascii=ascii_only, indent=2)
            out.write(f"{',' if index else ''}\n{piece}")
        more = {"overview": overview_object(setting.overview)} if setting.overview else {}
        whole = more | {"statistics": statistics_object(together(verdicts)), "ruleset": ", ".join(rulesets)}
        out.write("\n], " + json.dumps(whole, ensure_ascii=ascii_only, indent=2).removeprefix("{").lstrip() + "\n")


def overview_object(overview: Overview) -> dict[str, Any]:
    """What the JSON says above the files that belong together."""
    sheets = [
        {
            "title": sheet.title,
            "heads": list(sheet.heads),
            "rows": [[{"text": cell.text, "state": cell.state} for cell in row] for row in sheet.rows],
        }
        for sheet in overview.sheets
    ]
    return {"title": overview.title, "subtitle": overview.subtitle, "sheets": sheets, "notes": list(overview.notes)}


def file_object(one: Checked, setting: Setting, said: Verdict | None) -> dict[str, Any]:
    """What the JSON says of one file whose account is ``said``."""
    path = printable(one.path)
    if one.doc is None or one.report is None or said is None:
        return {"path": path, "digest": "", "findings": [], "notes": [], "error": printable(one.error)}
    findings = [finding_object(one.doc, finding, setting) for finding in one.report.findings]
    about = {"path": path, "digest": one.report.digest, "findings": findings, "notes": list(one.report.notes)}
    return about | {"statistics": statistics_object(said)}


def finding_object(doc: Document, finding: Finding, setting: Setting) -> dict[str, Any]:
    """What the JSON says of one finding."""
    line, column = doc.line_column(finding.span.start)
    rule = setting.rule(finding.code)
    told, other = suggestions(doc.text, finding)
    said: dict[str, Any] = {
        "code": finding.code,
        "title": rule.title if rule else "",
        "severity": finding.severity.value,
        "safety": finding.safety.value,
        "start": finding.span.start,
        "end": finding.span.end,
        "line": line,
        "column": column,
        "text": finding.span.of(doc.text),
        "message": finding.message,
        "basis": str(finding.basis),
        "places": [place.value for place in finding.places],
        "suggestions": told,
        "fingerprint": finding.fingerprint,
    }
    if doc.meta.get("cells"):
        said["place"] = doc.place(finding.span.start)
    if finding.related:
        said["related"] = [_related(mention) for mention in finding.related]
    if other:
        said["edits"] = [[{"start": e.span.start, "end": e.span.end, "new": e.new} for e in edits] for edits in other]
    return said


def _related(mention: Mention) -> dict[str, Any]:
    return {
        "path": printable(mention.path),
        "start": mention.span.start,
        "end": mention.span.end,
        "place": mention.place,
        "text": mention.text,
    }


reporter = JsonReporter()
