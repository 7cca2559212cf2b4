"""看不见的控制字符：零宽空格、文中的字节顺序标记、软连字符、书写方向标记等。

多是从网页或聊天软件里复制来的，看不见，却会让查找、比对、分行出错，应删去。
"""

from lingwu.rule import Basis, Rule, Safety, Strength, pattern

rule = Rule(
    code="CHR001",
    title="看不见的控制字符",
    basis=Basis("公文用字习惯", "", Strength.CUSTOM, "正文里不应有零宽字符和控制字符"),
    message="这里夹着看不见的控制字符，应删去。",
    find=pattern(
        "[\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+",
        "",
    ),
    safety=Safety.SAFE,
    bad={
        "加强\u200b领导。": "加强领导。",
        "落实\ufeff责任。": "落实责任。",
    },
    good=["加强领导。", "加强\t领导。", "👨\u200d👩\u200d👧"],
)
