"""The arithmetic of the layout, and a unit's profile."""

from __future__ import annotations

import pytest
from papers import draft, paper

from lingwu.errors import ConfigError
from lingwu.gbt9704 import geometry as g
from lingwu.gbt9704.fonts import choose, same_face
from lingwu.gbt9704.geometry import Face
from lingwu.gbt9704.profile import Profile
from lingwu.typeset.estimate import imprint_apart
from lingwu.typeset.layout import BASELINE, Align, Placed, Setting, mark_size, mark_stretch, placed
from lingwu.typeset.model import Paragraph, Part, plain, width
from lingwu.typeset.signature import single, unsealed

HEAD = "---\n发文机关标志: ×市人民政府文件\n发文字号: ×政发〔2026〕3号\n---\n"
TEXT = "# ×市人民政府关于防汛的通知\n\n各单位：\n\n现通知如下：\n\n要落实责任。\n\n×市人民政府\n\n2026年3月8日\n"
WORD = Setting(Profile(), Profile().line_boxes(), BASELINE)
PRINT = Setting(Profile(), Profile().glyphs(), None)


def laid(text: str, setting: Setting = WORD, *said: str) -> dict[Part, Placed]:
    """The first item of each part, placed."""
    found: dict[Part, Placed] = {}
    for now in placed(paper(text, *said), setting):
        if isinstance(now.item, Paragraph):
            found.setdefault(now.item.part, now)
    return found


def test_the_numbers_of_the_standard_agree() -> None:
    assert abs(g.LINES * g.CHARACTER + (g.LINES - 1) * g.CHARACTER * 7 / 8 - g.TYPE_HEIGHT) < 0.1
    assert (g.TYPE_RIGHT, g.TYPE_BOTTOM, g.MARK_TOP) == (184.0, 262.0, 72.0)
    assert abs(g.LINES * Profile().line_boxes().pitch - g.TYPE_HEIGHT) < 0.5
    assert abs(Profile().glyphs().pitch - g.LINE) < 0.01


@pytest.mark.parametrize("setting", [WORD, PRINT], ids=["docx", "pdf"])
def test_the_em_box_of_the_mark_begins_35_mm_down(setting: Setting) -> None:
    mark = laid(HEAD + TEXT, setting)[Part.MARK]
    top = setting.grid.top + mark.before + setting.over(mark.shape.size, mark.box)
    assert abs(top - g.MARK_TOP) < 0.01


@pytest.mark.parametrize("setting", [WORD, PRINT], ids=["docx", "pdf"])
def test_the_red_rule_lies_4_mm_below_the_number(setting: Setting) -> None:
    number = laid(HEAD + TEXT, setting)[Part.NUMBER]
    assert number.rule is not None
    assert abs(setting.under(g.SIZE_3, number.box) + number.rule - g.SEPARATOR_GAP) < 0.01


def test_blank_lines_above_title_addressee_and_signature() -> None:
    found = laid(HEAD + TEXT)
    lines = {part: round(found[part].before / WORD.line, 2) for part in (Part.TITLE, Part.ADDRESSEE, Part.ISSUER)}
    assert lines == {Part.TITLE: 2, Part.ADDRESSEE: 1, Part.ISSUER: 2}


def start(now: Placed) -> float:
    """Where the one line of a right-aligned paragraph begins, in 字 from the right edge (negative)."""
    assert isinstance(now.item, Paragraph)
    return -now.shape.right - width(now.item.text)


def test_a_sealed_name_is_centred_over_its_date_four_characters_in() -> None:
    found = laid(TEXT)
    name, date = found[Part.ISSUER], found[Part.DATE]
    assert date.shape.right == g.DATE_INDENT_SEALED
    middles = [(start(now) - now.shape.right) / 2 for now in (name, date)]
    assert abs(middles[0] - middles[1]) < 0.01


def test_without_a_seal_the_date_begins_two_characters_after_the_name() -> None:
    found = laid(TEXT, WORD, "印章=无")
    assert abs(start(found[Part.DATE]) - start(found[Part.ISSUER]) - g.DATE_OFFSET_UNSEALED) < 0.01
    assert found[Part.ISSUER].before == WORD.line


def test_a_long_name_stays_on_the_page_and_takes_its_date_with_it() -> None:
    run = [plain(Part.ISSUER, "青" * 26), plain(Part.DATE, "2026年3月8日")]
    for places in (single(run, 28), unsealed(run)):
        assert all(place.right >= 0 for place in places)


def test_a_long_mark_gets_narrower() -> None:
    long = ["青云市人民政府安全生产委员会办公室文件"]
    assert mark_size(long, Profile()) == g.MARK_SIZE_LEAST
    assert mark_stretch(long, Profile()) < 1
    assert mark_stretch(["×市文件"], Profile()) == 1


def test_the_imprint_stands_apart_where_the_text_ends_on_an_odd_page() -> None:
    said = HEAD.replace("---\n", "---\n印发机关: ×办\n印发日期: 2026年3月9日\n", 1)
    short = paper(said + TEXT)
    assert imprint_apart(placed(short, WORD), short, WORD)
    single_sided = paper(said + TEXT, "双面=否")
    assert not imprint_apart(placed(single_sided, WORD), single_sided, WORD)
    long = paper(said + TEXT.replace("要落实责任。", "\n\n".join(["要落实责任。"] * 16)))
    assert not imprint_apart(placed(long, WORD), long, WORD)


def test_the_first_page_shows_text_and_so_does_that_of_the_signature() -> None:
    keeps = [now.shape.keep for now in placed(paper(TEXT), WORD) if now.shape.align is Align.BOTH]
    assert keeps == [False, False, True]


@pytest.mark.parametrize(
    "said",
    [{"tops": 3}, {"top": "3"}, {"top": 2}, {"fonts": {"隶书": "隶书"}}, {"page-number": "页"}, {"lines": 5},
     {"page-number-place": "left"}, {"latin": 3}, {"line-pitch": True}],
)  # fmt: skip
def test_a_profile_that_makes_no_sense_is_refused(said: dict[str, object]) -> None:
    with pytest.raises(ConfigError):
        Profile.of(said)


def test_faces_are_found_under_either_name_and_stood_in_for() -> None:
    assert choose(Face.FANGSONG, ["FangSong", "SimSun"]).family == "FangSong"
    assert choose(Face.FANGSONG, ["Noto Serif CJK SC"]).exact is False
    assert choose(Face.KAITI, []).family == ""
    assert same_face("仿宋", "FangSong_GB2312") and not same_face("仿宋", "楷体")


def test_a_draft_without_anything_but_a_line_is_laid_out() -> None:
    assert len(placed(paper("一行字。"), WORD)) == 1
    assert draft("一行字。").text
