"""用汉字月日命名的事件，只有一月、十一月、十二月用间隔号（“一二·九”运动）；其他月份不用：五四运动、八一建军节。"""

from lingwu.rule import Basis, Place, Rule, Severity, pattern

rule = Rule(
    code="PUN098",
    title="汉字月日之间的间隔号",
    basis=Basis("GB/T 15835—2011", "5.2.3"),
    message="这个月份的汉字月日之间不用间隔号，“{old}”宜写作“{new}”。",
    find=pattern(
        r"(?P<x>五·四|八·一|七·一)(?=[”\"]?(?:运动|精神|青年|建军节|建党节|勋章|表彰|南昌))",
        lambda match: match[0].replace("·", ""),
    ),
    severity=Severity.DOUBT,
    skip=[Place.NAME],
    bad={"弘扬五·四精神。": "弘扬五四精神。", "庆祝“八·一”建军节。": "庆祝“八一”建军节。"},
    good=["弘扬五四精神。", "纪念“一二·九”运动。", "“九·一八”事变", "甲·五·四·乙"],
)
