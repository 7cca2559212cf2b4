"""引号、破折号、省略号按西文字体显示，变得窄小，不占汉字的位置。

用程序生成的文件常这样：字符没有标明按中文处理（w:hint="eastAsia"），Word 就用 Times New Roman 等西文字体排“”‘’—…。
中文引号占一个字的位置，破折号、省略号占两个字的位置。
"""

import re
from collections.abc import Iterator

from lingwu.gbt9704.faces import is_latin
from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Role, Rule, Safety, Severity, Strength, laid_out
from lingwu.structure.departures import gathered
from lingwu.structure.layout import HAN, Part, parts

MARKS = re.compile(r"[“”‘’—…]")


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    def wrong(part: Part) -> str:
        for run in part.paragraph.runs:
            if is_latin(run.look.marks) and _is_chinese(run.span.of(doc.text), part):
                return run.look.marks
        return ""

    yield from gathered(parts(doc, Role.TITLE, Role.HEADING, Role.BODY, Role.ADDRESSEE), wrong)


def _is_chinese(text: str, part: Part) -> bool:
    """Whether there is a mark in text that belongs to Chinese words."""
    return MARKS.search(text) is not None and HAN.search(part.text) is not None


rule = Rule(
    code="FMT023",
    title="标点按西文字体显示",
    basis=Basis("GB/T 15834—2011", "5.1", Strength.REQUIRED, "引号占一个字位置，破折号、省略号占两个字位置"),
    message="{count}里的引号、破折号或省略号会按西文字体 {measured} 显示，应按中文字体排；" + MEND,
    find=laid_out(_find),
    severity=Severity.ADVICE,
    safety=Safety.SHOW,
    bad={"⟦正文二⟧：标点按西文": None, "⟦标题⟧：标点按西文 写“关于开展“清源”行动的通知”": None},
    good=[
        "正文：标点按西文 西文仿宋_GB2312",
        "一级标题：标点按西文",
        "正文：标点按西文 写“各单位要认真学习，抓好落实。”",
    ],
)
