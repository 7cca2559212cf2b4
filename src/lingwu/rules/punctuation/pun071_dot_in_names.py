"""外国人名和少数民族人名各部分之间用间隔号“·”，不用句点、项目符号等相像的点。"""

from lingwu.rule import Basis, Rule, Strength, pattern
from lingwu.text.transliteration import SYLLABLES

DOTS = ".．•・∙‧⋅᛫"

rule = Rule(
    code="PUN071",
    title="人名间隔号的写法",
    basis=Basis("GB/T 15834—2011", "4.14", Strength.RECOMMENDED),
    message="人名各部分之间应用间隔号“·”。",
    find=pattern(
        rf"[{DOTS}](?:(?<=[{SYLLABLES}][{SYLLABLES}].)(?=[{SYLLABLES}]{{2}})|(?<=[\u4e00-\u9fff][•・∙‧⋅᛫])(?=[\u4e00-\u9fff]))",
        "·",
    ),
    bad={
        "由阿布都热西提.阿布都拉同志主持。": "由阿布都热西提·阿布都拉同志主持。",
        "卡尔•马克思的著作": "卡尔·马克思的著作",
    },
    good=["卡尔·马克思的著作", "1.马克思主义", "会议结束.各单位落实", "• 要点一"],
)
