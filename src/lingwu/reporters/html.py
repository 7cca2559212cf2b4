"""One self-contained page that a leader reads and prints: the text with marks, the list of findings beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import TextIO

from lingwu.document import Place
from lingwu.finding import Finding, Safety, Severity
from lingwu.reporters import Checked, Setting
from lingwu.reporters._marked import LEVELS, marked, number
from lingwu.reporters._overview import section
from lingwu.reporters._panel import overall, panel
from lingwu.reporters._statistics import verdict_of
from lingwu.reporters._suggestions import printable, suggestions, visible

FOLDER = Path(__file__).parent
BODY = "正文"
FAMILIES = {
    "CHR": "字符", "WRD": "词语", "GRM": "语法", "PUN": "标点", "NUM": "数字", "UNI": "计量", "DAT": "日期",
    "NAM": "名称", "QUO": "引文", "LAW": "法规引用", "STR": "要素结构", "FMT": "版面格式", "CON": "前后一致",
    "SUM": "数据勾稽", "SEC": "涉密与隐私", "STY": "文风", "SPL": "错别字", "OWN": "本单位写法",
    "SCH": "日程", "PRE": "文件之间",
}  # fmt: skip


class HtmlReporter:
    """Writes the page; its styles and its script are ASCII, so it can be written in any encoding."""

    suffix = ".html"
    escape = "xmlcharrefreplace"
    plain = True

    def write(self, checked: Iterable[Checked], out: TextIO, setting: Setting) -> None:
        """Write the whole page."""
        files = list(checked)
        for piece in _page(files, setting):
            out.write(piece + "\n")


def _page(files: Sequence[Checked], setting: Setting) -> Iterator[str]:
    title = "校对报告" + (f"：{Path(printable(files[0].path)).name}" if len(files) == 1 else "")
    whole = setting.overview
    title = f"{whole.title}：{whole.subtitle}" if whole else title
    yield '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(title)}</title>\n<style>\n{_asset('page.css')}</style>\n</head>\n<body>"
    findings = [finding for one in files if one.report for finding in one.report.findings]
    yield '<header class="top"><div class="wrap">'
    yield from _top(title, files, findings, setting)
    yield "</div></header>\n<main>"
    if whole:
        yield from section(whole, files)
    yield from _filter(findings)
    for index, one in enumerate(files, 1):
        yield from _file(index, one, setting)
    yield from overall(files) if not whole else ()
    yield '</main>\n<footer><div class="wrap">'
    yield from _foot(files, setting)
    yield f"</div></footer>\n<script>\n{_asset('page.js')}</script>\n</body>\n</html>"


def _top(title: str, files: Sequence[Checked], findings: Sequence[Finding], setting: Setting) -> Iterator[str]:
    counts = Counter(finding.severity for finding in findings)
    yield f"<h1>{escape(title)}</h1>"
    yield f"<p>零误检查了 {len(files)} 个文件，{_when(setting)}</p>"
    said = {Severity.ERROR: "按依据确有不当", Severity.DOUBT: "多半不当，请核对", Severity.ADVICE: "可改可不改"}
    yield '<ul class="counts">'
    yield f"<li><b>{len(findings)}</b><span>处问题</span></li>"
    for level in Severity:
        yield f'<li class="{LEVELS[level]}"><b>{counts[level]}</b><span>{level} · {said[level]}</span></li>'
    yield "</ul>"
    if len(files) > 1 and not setting.overview:
        rows = [(index, one, _how_many(one)) for index, one in enumerate(files, 1)]
        links = (f'<li><a href="#file{i}">{escape(printable(one.path))}　{many}</a></li>' for i, one, many in rows)
        yield f'<ul class="toc">{"".join(links)}</ul>'


def _filter(findings: Sequence[Finding]) -> Iterator[str]:
    if not findings:
        return
    levels = Counter(finding.severity for finding in findings)
    families = Counter(finding.code.rstrip("0123456789") for finding in findings)
    places = Counter(place for finding in findings for place in _places(finding))
    yield '<div class="filter"><div class="wrap">'
    yield _boxes("severity", "等级", {LEVELS[level]: (level, levels[level]) for level in Severity if levels[level]})
    yield _boxes("family", "类别", {code: (FAMILIES.get(code, code), n) for code, n in sorted(families.items())})
    order = [BODY, *Place]
    yield _boxes("place", "位置", {_key(place): (place, places[place]) for place in order if places[place]})
    yield "</div></div>"


def _boxes(name: str, legend: str, choices: Mapping[str, tuple[str, int]]) -> str:
    boxes = (
        f'<label><input type="checkbox" name="{name}" value="{escape(value)}" checked>{escape(said)} {count}</label>'
        for value, (said, count) in choices.items()
    )
    return f"<fieldset><legend>{legend}</legend>{''.join(boxes)}</fieldset>"


def _file(index: int, one: Checked, setting: Setting) -> Iterator[str]:
    name = escape(printable(one.path))
    yield f'<section class="file wrap" id="file{index}">\n<h2>{name}<small>{_how_many(one)}</small></h2>'
    if one.doc is None or one.report is None:
        yield f'<p class="bad">{escape(printable(one.error))}</p>\n</section>'
        return
    prefix = f"f{index}-"
    yield '<div class="sides">\n<div class="text">'
    yield from marked(one.doc, one.report.findings, prefix)
    yield '</div>\n<ol class="list">'
    for order, finding in enumerate(one.report.findings, 1):
        yield from _item(one, finding, order, prefix, setting)
    if not one.report.findings:
        yield '<li class="none">没有发现问题。</li>'
    yield "</ol>\n</div>"
    said = verdict_of(one)
    if said and not setting.overview:
        yield from panel(said, "差错统计")
    if one.report.notes:
        yield f'<ul class="notes">{"".join(f"<li>{escape(note)}</li>" for note in one.report.notes)}</ul>'
    accepted = f"　已接受而未列出 {one.report.accepted} 处" if one.report.accepted else ""
    yield f'<p class="foot">文件 SHA-256 {one.report.digest}　规则集 {escape(one.report.ruleset)}{accepted}</p>'
    yield "</section>"


def _item(one: Checked, finding: Finding, order: int, prefix: str, setting: Setting) -> Iterator[str]:
    assert one.doc is not None  # noqa: S101 - only called for a file that was read
    rule = setting.rule(finding.code)
    level = LEVELS[finding.severity]
    family = finding.code.rstrip("0123456789")
    places = _places(finding)
    data = f'data-severity="{level}" data-family="{family}" data-place="{" ".join(map(_key, places))}"'
    yield f'<li class="{level}" id="{prefix}{order}" {data}>'
    yield f'<div class="head"><a href="#m{prefix}{order}">{number(order, level)}</a>'
    title = escape(rule.title if rule else "")
    yield f'<span class="tag">{finding.severity}</span><b>{title}</b><span class="code">{finding.code}</span></div>'
    yield f"<p>{escape(finding.message)}</p>"
    told = suggestions(one.doc.text, finding)[0]
    if told:
        yield f'<p class="change">{_change(finding.span.of(one.doc.text), told)}</p>'
    for other in finding.related:
        at = f"{escape(printable(Path(other.path).name))} {escape(other.place)}"
        yield f'<p class="other"><span>{at}</span>{escape(_plain(other.text))}</p>'
    yield f'<p class="basis">依据：{escape(_basis(finding))}</p>'
    where = "、".join(place for place in places if place != BODY)
    where = f" · {where}" if where else ""
    safety = "" if finding.safety is Safety.SHOW and not told else f" · {finding.safety}"
    at = _spaced(one.doc.place(finding.span.start))
    yield f'<p class="where">{at}{where}{safety} · 指纹 {finding.fingerprint}</p>\n</li>'


def _foot(files: Sequence[Checked], setting: Setting) -> Iterator[str]:
    engines = sorted({one.report.engine for one in files if one.report})
    rulesets = sorted({one.report.ruleset for one in files if one.report})
    key = "　".join(f'<mark class="{LEVELS[level]}">{level}</mark>' for level in Severity)
    yield f'<p class="key">图例：{key}　字后小号数字与清单序号对应。</p>'
    yield f"<p>{escape('、'.join(engines))}　规则集 {escape('、'.join(rulesets))}　{_when(setting)}</p>"
    yield "<p>检查由计算机按规则进行，取舍由人决定；只有标注为“必须”“一般”的依据是标准或法律的规定。</p>"


def _basis(finding: Finding) -> str:
    return str(finding.basis) + (f"。{finding.basis.note}" if finding.basis.note else "")


def _places(finding: Finding) -> tuple[str, ...]:
    return tuple(place.value for place in finding.places) or (BODY,)


def _key(place: str) -> str:
    """A place as an ASCII word, for attributes."""
    return next((found.name.lower() for found in Place if found.value == place), "body")


def _spaced(place: str) -> str:
    """第3行第5字 with spaces around its numbers."""
    return escape(re.sub(r"(?<=第)(\d+)", r" \1 ", place))


def _how_many(one: Checked) -> str:
    if one.report is None:
        return "未能检查"
    return f"{len(one.report.findings)} 处" if one.report.findings else "没有发现问题"


def _change(old: str, told: Sequence[str]) -> str:
    """What stands there and what should; a mark or two are not struck through, which would make them unreadable."""
    kind = ' class="mark"' if len(old) <= 2 else ""
    was = f"<del{kind}>{escape(_plain(old))}</del> → " if old else "补 "
    return was + "　或　".join(f"<ins>{escape(_plain(new)) or '（删去）'}</ins>" for new in told)


def _plain(text: str) -> str:
    """``text`` short and on one line, with its spaces and line ends to be seen where it is little else."""
    if len(text) > 40:
        text = f"{text[:20]}……{text[-18:]}"
    text = text.replace("\r\n", "\n").replace("\n", "↵").replace("\t", "⇥")
    return visible(text if text.strip() or not text else "".join("␣" if char.isspace() else char for char in text))


def _when(setting: Setting) -> str:
    at = setting.when
    return f"{at.year}年{at.month}月{at.day}日 {at:%H:%M}"


def _asset(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


reporter = HtmlReporter()
