"""SARIF 2.1.0, for code hosts and editors that show findings of linters."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath
from typing import Any, TextIO
from urllib.parse import quote

from lingwu.document import Document, Span
from lingwu.finding import Edit, Finding, Mention, Severity
from lingwu.reporters import Checked, Setting
from lingwu.reporters._suggestions import printable, suggestions
from lingwu.rule import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.DOUBT: "warning", Severity.ADVICE: "note"}


class SarifReporter:
    """Writes one log with one run; lines and columns count code points, as everywhere in Lingwu."""

    suffix = ".sarif"
    escape = "backslashreplace"
    plain = True

    def write(self, checked: Iterable[Checked], out: TextIO, setting: Setting) -> None:
        """Write the log; where ``out`` is not UTF-8, every other character is escaped."""
        ascii_only = (getattr(out, "encoding", None) or "utf-8").lower().replace("-", "") != "utf8"
        log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(list(checked), setting)]}
        out.write(json.dumps(log, ensure_ascii=ascii_only, indent=2) + "\n")


def _run(checked: Sequence[Checked], setting: Setting) -> dict[str, Any]:
    codes = sorted({finding.code for one in checked if one.report for finding in one.report.findings})
    indexes = {code: index for index, code in enumerate(codes)}
    engines = {one.report.engine for one in checked if one.report}
    driver = {
        "name": "lingwu",
        "fullName": "零误 Lingwu",
        "language": "zh-CN",
        "rules": [_descriptor(code, setting.rule(code)) for code in codes],
        **({"semanticVersion": min(engines).rpartition(" ")[2]} if engines else {}),
    }
    rulesets = dict.fromkeys(one.report.ruleset for one in checked if one.report)
    return {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "language": "zh-CN",
        "invocations": [_invocation(checked, setting)],
        "artifacts": [_artifact(one) for one in checked],
        "results": [result for index, one in enumerate(checked) for result in _results(one, index, indexes)],
        "properties": {"ruleset": ", ".join(rulesets)},
    }


def _descriptor(code: str, rule: Rule | None) -> dict[str, Any]:
    if rule is None:
        return {"id": code}
    bad = [f"错：{text}" + (f"\n对：{mended}" if mended else "") for text, mended in rule.bad.items()]
    help_text = "\n".join((f"依据：{rule.basis}", *bad))
    return {
        "id": code,
        "name": rule.title,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.explanation or rule.title},
        "help": {"text": help_text},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [code.rstrip("0123456789")], "severity": rule.severity.value, "basis": str(rule.basis)},
        **({"helpUri": rule.basis.url} if rule.basis.url else {}),
    }


def _invocation(checked: Sequence[Checked], setting: Setting) -> dict[str, Any]:
    said = [(index, one.error, "error") for index, one in enumerate(checked) if one.error]
    said += [(index, note, "note") for index, one in enumerate(checked) if one.report for note in one.report.notes]
    notes = [
        {
            "message": {"text": printable(text)},
            "level": level,
            "locations": [{"physicalLocation": {"artifactLocation": _location(checked[index].path, index)}}],
        }
        for index, text, level in said
    ]
    successful = not any(one.error for one in checked)
    ended = setting.when.isoformat(timespec="seconds")
    return {"executionSuccessful": successful, "endTimeUtc": ended, "toolExecutionNotifications": notes}


def _location(path: str, index: int) -> dict[str, Any]:
    uri = Path(path).as_uri() if PurePath(path).is_absolute() else quote(os.fsencode(PurePath(path).as_posix()))
    return {"uri": uri, "index": index}


def _artifact(one: Checked) -> dict[str, Any]:
    location = {"location": {"uri": _location(one.path, 0)["uri"]}, "roles": ["analysisTarget"]}
    return {**location, "hashes": {"sha-256": one.report.digest}} if one.report else location


def _results(one: Checked, index: int, rules: dict[str, int]) -> list[dict[str, Any]]:
    if one.doc is None or one.report is None:
        return []
    return [_result(one.doc, finding, _location(one.path, index), rules) for finding in one.report.findings]


def _result(doc: Document, finding: Finding, where: dict[str, Any], rules: dict[str, int]) -> dict[str, Any]:
    told, _ = suggestions(doc.text, finding)
    region = {**_region(doc, finding.span), "snippet": {"text": finding.span.of(doc.text)}}
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rules[finding.code],
        "level": LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": {"artifactLocation": where, "region": region}}],
        "partialFingerprints": {"lingwu/v1": finding.fingerprint},
        "properties": {
            "severity": finding.severity.value,
            "safety": finding.safety.value,
            "basis": str(finding.basis),
            "places": [place.value for place in finding.places],
            "suggestions": told,
        },
    }
    if finding.related:
        result["relatedLocations"] = [_related(at, mention) for at, mention in enumerate(finding.related)]
    # A fix names characters of the file, so it is only true of a file that is itself the text.
    if finding.fixes and doc.meta.get("format") == "txt":
        result["fixes"] = [_fix(doc, fix.edits, where, fix.title) for fix in finding.fixes]
    return result


def _related(at: int, mention: Mention) -> dict[str, Any]:
    where = {key: value for key, value in _location(mention.path, 0).items() if key == "uri"}
    region = {"charOffset": mention.span.start, "charLength": len(mention.span), "snippet": {"text": mention.text}}
    said = {"text": f"{mention.place}：{mention.text}"}
    return {"id": at, "message": said, "physicalLocation": {"artifactLocation": where, "region": region}}


def _fix(doc: Document, edits: Sequence[Edit], where: dict[str, Any], title: str) -> dict[str, Any]:
    made = [{"deletedRegion": _region(doc, e.span), "insertedContent": {"text": e.new}} for e in edits]
    change = {"artifactLocation": where, "replacements": made}
    return {"artifactChanges": [change], **({"description": {"text": title}} if title else {})}


def _region(doc: Document, span: Span) -> dict[str, int]:
    (line, column), (end_line, end_column) = doc.line_column(span.start), doc.line_column(span.end)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": span.start,
        "charLength": len(span),
    }


reporter = SarifReporter()
