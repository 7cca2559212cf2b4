"""The specimen: right by itself, changed as told, and no rule on layout says anything of it."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from docx import Document as Docx  # what another program makes of it

import lingwu
from lingwu import registry, selftest, specimen
from lingwu.checker import Checker
from lingwu.config import Config
from lingwu.errors import ConfigError
from lingwu.rule import Document, Hit, LaidOut, Layout, Profile, Role, Rule, Safety, laid_out
from lingwu.structure.departures import about_page
from lingwu.structure.layout import parts

LAYOUT = [rule for rule in registry.rules() if rule.code.startswith("FMT")]


def codes(change: str = "", **settings: object) -> list[str]:
    """The rules on layout that speak of the changed specimen, with what ``[typeset]`` says."""
    checker = Checker(
        Config(select=("FMT",), typeset={key.replace("_", "-"): value for key, value in settings.items()})
    )
    report = checker.check(lingwu.read(specimen.made(change), "样张.docx"))
    assert not report.notes
    return [finding.code for finding in report.findings]


def test_the_specimen_is_right_and_another_program_opens_it() -> None:
    assert codes() == []
    opened = Docx(io.BytesIO(specimen.made()))
    assert opened.paragraphs[0].text == "000001"
    assert opened.sections[0].page_width.mm == pytest.approx(210, abs=0.1)  # type: ignore[union-attr]


def test_it_is_the_same_bytes_each_time() -> None:
    assert specimen.made("正文：宋体") == specimen.made("正文：宋体") != specimen.made()


def test_each_matter_is_one_finding() -> None:
    found = codes("正文：宋体 首行0；标题：黑体 左对齐；页面：宽215.9 高279.4；页码：居中")
    assert sorted(set(found)) == sorted(found)
    assert {"FMT001", "FMT005", "FMT006", "FMT010", "FMT011", "FMT018"} <= set(found)


@pytest.mark.parametrize("change", ["正义：宋体", "页面：大", "分隔线：绿"])
def test_an_unknown_change_is_an_error(change: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        specimen.made(change)


@pytest.mark.parametrize(
    ("change", "settings", "code"),
    [
        ("页面：上30 下30 左28 右28", {"top": 30, "bottom": 30, "left": 28, "right": 28}, "FMT002"),
        ("正文：行距30", {"line_pitch": 30}, "FMT003"),
        ("标题：华文中宋", {"fonts": {"小标宋": "华文中宋"}}, "FMT005"),
        ("正文：方正书宋_GBK", {"fonts": {"仿宋": "方正书宋_GBK"}}, "FMT006"),
        ("一级标题：微软雅黑", {"fonts": {"黑体": "微软雅黑"}}, "FMT007"),
        ("页码：写“- # -”", {"page_number": "- {} -"}, "FMT017"),
        ("页码：居中", {"page_number_place": "center"}, "FMT018"),
        ("页码：删去", {"page_number_place": "none"}, "FMT016"),
    ],
)
def test_what_the_office_sets_itself_is_what_is_wanted(change: str, settings: dict[str, object], code: str) -> None:
    assert code in codes(change)
    assert code not in codes(change, **settings)
    if code not in {"FMT016", "FMT018"}:
        assert code in codes("", **settings)


def test_a_profile_that_is_none_is_told() -> None:
    with pytest.raises(ConfigError):
        codes("", colour="蓝")


def test_every_rule_on_layout_tells_what_was_measured_and_what_mends_it() -> None:
    assert len(LAYOUT) >= 25
    for rule in LAYOUT:
        assert isinstance(rule.find, LaidOut), rule.code
        assert "lingwu typeset" in rule.message, rule.code
        assert rule.safety is Safety.SHOW, rule.code
        assert all(mended is None for mended in rule.bad.values()), rule.code


def broken(bad: str = "⟦标题⟧：宋体", good: str = "标题：黑体") -> list[str]:
    """What the self-test says of a rule that speaks, at the title, of every title in 宋体."""

    def find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
        if any(part.look.chinese == "宋体" for part in parts(doc, Role.TITLE)):
            yield from about_page(doc)

    basis = LAYOUT[0].basis
    rule = Rule(
        code="FMT900", title="某", basis=basis, message="某。", find=laid_out(find), bad={bad: None}, good=[good]
    )
    return [remark.said for remark in selftest.examples(rule)]


def test_the_self_test_of_a_rule_on_layout_can_fail() -> None:
    assert broken() == []
    assert "应报一处，却报了 0 处" in broken(bad="⟦标题⟧：楷体")[0]
    assert "不该报" in broken(good="标题：宋体")[0]
    assert "不是 ⟦ ⟧ 标出的要素" in broken(bad="标题：宋体；⟦正文⟧：宋体")[0]
    assert "检验不了" in broken(bad="⟦没有的⟧：宋体")[0]
