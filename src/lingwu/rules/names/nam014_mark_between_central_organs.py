"""“中共中央、国务院”“党中央、国务院”是两个机关，行文中间用顿号。

标题里两个机关名称分行、或者用空格隔开，是版面的办法，不在此列；书名号里的文件名称照录。
"""

from lingwu.rule import Basis, Place, Role, Rule, Severity, Strength, pattern

rule = Rule(
    code="NAM014",
    title="党中央、国务院之间的顿号",
    basis=Basis("GB/T 15834—2011", "4.5.3.1", Strength.GENERAL, "并列词语之间用顿号"),
    message="两个机关并列，中间用顿号，“{old}”宜写作“{new}”。",
    find=pattern(r"(?P<a>中共中央|党中央)国务院(?=[^令参]|$)", r"\g<a>、国务院"),
    severity=Severity.DOUBT,
    where=[Role.BODY, Role.ADDRESSEE],
    skip=[Place.QUOTATION, Place.NAME],
    bad={
        "落实党中央国务院决策部署，统筹推进各项工作。": "落实党中央、国务院决策部署，统筹推进各项工作。",
        "根据中共中央国务院有关文件精神，现就有关事项通知如下。": "根据中共中央、国务院有关文件精神，现就有关事项通知如下。",
    },
    good=[
        "落实党中央、国务院决策部署，统筹推进各项工作。",
        "《中共中央国务院关于某事的意见》印发以来，",
        "中共中央 国务院印发",
    ],
)
