"""日文字形（発、経、実、対等）和其他非规范字形，多由外文输入法、文字识别或旧字库带入，应换成规范字。"""

from lingwu.rule import Basis, Place, Rule, Severity, pattern
from lingwu.text.scripts import CHINESE, JAPANESE

USUAL = dict(zip(JAPANESE, CHINESE, strict=True))

rule = Rule(
    code="CHR010",
    title="日文等非规范字形",
    basis=Basis("通用规范汉字表", "2013年"),
    message="“{old}”不是规范字，应写作“{new}”。",
    find=pattern(f"[{JAPANESE}]", lambda match: USUAL[match[0]]),
    severity=Severity.ERROR,
    skip=[Place.QUOTATION, Place.NAME],
    bad={
        "推动高质量発展。": "推动高质量发展。",
        "同比増长5%。": "同比增长5%。",
    },
    good=["推动高质量发展。", "“駅”是日文字。", "同比增长5%。"],
)
