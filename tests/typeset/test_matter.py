"""Front matter and options: what a draft's text cannot say."""

from __future__ import annotations

import pytest
from papers import again, docx, draft, paper, parts

from lingwu.typeset.matter import MatterError, from_options, split
from lingwu.typeset.model import Part

HEAD = (
    "---\n发文机关标志: ×市人民政府文件\n发文字号: ×政发〔2026〕3号\n份号: 000001\n"
    "抄送: [市委办公室，市人大, 市政协]\n---\n"
)
TEXT = "×市人民政府关于防汛工作的请示\n\n×省人民政府：\n\n妥否，请批示。\n\n×市人民政府\n2026年3月8日\n"


def test_elements_come_from_front_matter() -> None:
    found = paper(HEAD + TEXT)
    assert [item.text for item in found.of(Part.COPY_NUMBER, Part.MARK, Part.NUMBER)] == [
        "000001", "×市人民政府文件", "×政发〔2026〕3号",
    ]  # fmt: skip
    assert found.of(Part.COPY_TO)[0].text == "抄送：市委办公室，市人大，市政协。"


def test_options_go_before_front_matter_and_the_text_before_both() -> None:
    found = paper(HEAD + TEXT, "发文字号=×政发〔2026〕9号", "标题=别的标题")
    assert found.of(Part.NUMBER)[0].text == "×政发〔2026〕9号"
    assert "别的标题" not in [item.text for item in found.of(Part.TITLE)]


def test_signatories_share_the_line_of_the_number() -> None:
    found = paper(HEAD + TEXT, "签发人=王某", "签发人=李某", "签发人=赵某")
    assert [item.text for item in found.of(Part.SIGNATORY, Part.NUMBER)] == [
        "签发人：王某　李某",
        "×政发〔2026〕3号\t赵某",
    ]


def test_custom_properties_of_a_docx_are_front_matter() -> None:
    made = again(docx(draft(HEAD + TEXT)))
    assert again(docx(made)).text == made.text


@pytest.mark.parametrize(
    "text",
    ["---\n发文机关: ×\n---\n正文。", "---\n版式: 公函\n---\n正文。", "---\n- a\n---\n正文。", 
     "---\n标题: [[a]]\n---\n正文。", "---\n标题: 'a\n---\n正文。", "---\n发文字号: ×发〔2026〕1号\n# 通知\n正文。"],
)  # fmt: skip
def test_what_cannot_be_understood_is_one_sentence(text: str) -> None:
    with pytest.raises(MatterError) as told:
        split(text)
    assert str(told.value).endswith("。")


def test_an_option_needs_a_key_and_a_value() -> None:
    with pytest.raises(MatterError):
        from_options(["标题"])


def test_numbers_keep_their_zeros_and_rules_are_no_front_matter() -> None:
    assert split("---\n份号: 000001\n---\n正文。")[0].first("份号") == "000001"
    assert split("正文。\n---\n份号: 1\n---\n")[1] == 0
    assert split("---\n时间：今天\n正文。")[1] == 0
    assert parts("---\n---\n正文内容。", "稿.md") == [("正文", "正文内容。")]
