"""一个数里汉字数字和阿拉伯数字不能各写一半：写“23个”或“二十三个”，不写“二十3个”；写“205元”，不写“2百零5元”。"""

import re

from lingwu.rule import Basis, Rule, pattern
from lingwu.text.numerals import parse_chinese, to_chinese

DIGIT = "一二三四五六七八九"
UNIT = "(?=[个人元名户家次天岁项条种亩吨件位辆台套])"


def _plain(match: re.Match[str]) -> str | None:
    said = "".join(to_chinese(int(char)) if char.isdecimal() else char for char in match["x"])
    value = parse_chinese(said)
    return None if value is None else str(value)


rule = Rule(
    code="NUM002",
    title="一个数里汉字数字与阿拉伯数字混用",
    basis=Basis("GB/T 15835—2011", "5.3"),
    message="“{old}”里汉字数字与阿拉伯数字混用，应全用一种，如“{new}”。",
    find=pattern(
        rf"(?<![第届号年月章条{DIGIT}十百千万零\d.、])(?P<x>"
        rf"[{DIGIT}](?:百|千|万)零[1-9]|[{DIGIT}]百[{DIGIT}]?十?[1-9]|[{DIGIT}]十[1-9]"
        rf"|[1-9]百零[{DIGIT}1-9]|[1-9]百[{DIGIT}1-9]十[{DIGIT}1-9]?|[1-9]千[{DIGIT}1-9]百(?:[{DIGIT}1-9]十)?[{DIGIT}1-9]?"
        rf"|[1-9]十[{DIGIT}]){UNIT}",
        _plain,
    ),
    bad={
        "共有二十3个单位参加。": "共有23个单位参加。",
        "收取工本费2百零5元。": "收取工本费205元。",
        "到会⟦三百5⟧人。": None,
    },
    good=["共有二十三个单位参加。", "第二十3个项目", "十九大2个专题", "百年3件大事", "党的二十大5个方面"],
)
