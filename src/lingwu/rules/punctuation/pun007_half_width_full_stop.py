"""中文句子末尾用句号“。”，不用英文句点“.”。

序号后的下脚点（1. 总体要求）、小数、网址、文件名和外国人名的间隔号不在此列。
"""

from lingwu.rule import Basis, Rule, Strength, pattern
from lingwu.text.transliteration import SYLLABLES
from lingwu.text.width import ADDRESS, HAN

rule = Rule(
    code="PUN007",
    title="英文句点作句号",
    basis=Basis("GB/T 15834—2011", "4.1", Strength.RECOMMENDED),
    message="中文句子末尾应用句号“。”，不用英文句点。",
    find=pattern(
        rf"\.(?:(?<=[{HAN}]{{6}}.)|(?<=[{HAN}][”》）].))(?![.．0-9A-Za-z]|(?<=[{SYLLABLES}]\.)[{SYLLABLES}])(?=$|\r|[{HAN}“《”）])",
        "。",
        unless=rf"{ADDRESS}|[\w-]+\.(?:docx?|xlsx?|pdf|wps|ofd|txt|zip|jpg|png)",
    ),
    bad={
        "请认真抓好贯彻落实.": "请认真抓好贯彻落实。",
        "要切实压实各方责任.要加强督促检查。": "要切实压实各方责任。要加强督促检查。",
    },
    good=[
        "1.总体要求",
        "二.主要任务",
        "增长5.2个百分点",
        "详见年度工作总结报告.docx",
        "等等...",
        "由阿不都克里木.热合曼同志负责",
    ],
)
