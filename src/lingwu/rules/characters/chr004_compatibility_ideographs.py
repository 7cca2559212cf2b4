"""康熙部首、部首补充和兼容汉字看着和普通汉字一样，编码却不同（如⼀、⽂、⻓），查找和朗读都会出错。

多来自可携式文档的文字复制，应换成普通汉字。
"""

import unicodedata

from lingwu.rule import Basis, Rule, Safety, Strength, pattern

SUPPLEMENT = dict(
    zip(
        "⺠⻓⻔⻅⻉⻋⻛⻢⻥⻦⻬⻰⺟⻝⻘⻄⻆⻚⻩⻜⻣⻤⻁⻨⻮⻳",
        "民长门见贝车风马鱼鸟齐龙母食青西角页黄飞骨鬼虎麦齿龟",
        strict=True,
    )
)


def _usual(char: str) -> str:
    return SUPPLEMENT.get(char) or unicodedata.normalize("NFKC", char)


rule = Rule(
    code="CHR004",
    title="部首和兼容汉字",
    basis=Basis("公文用字习惯", "", Strength.CUSTOM, "与普通汉字同形而编码不同"),
    message="“{old}”里有部首或兼容汉字，应换成普通汉字“{new}”。",
    find=pattern(
        "[\u2e80-\u2fd5\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26\ufa2a-\ufad9]+",
        lambda match: "".join(map(_usual, match[0])),
    ),
    safety=Safety.SAFE,
    bad={
        "⼀、总体要求": "一、总体要求",
        "做好⺠⽣工作。": "做好民生工作。",
    },
    good=["一、总体要求", "做好民生工作。", "﨑玉县"],
)
