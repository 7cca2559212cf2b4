"""车速的单位是“公里/小时”（千米每小时）。口语里的“迈”“码”是英里、码的误用，公文中不用。"""

from lingwu.rule import Basis, Place, Rule, Severity, Strength, pattern

rule = Rule(
    code="UNI017",
    title="车速用“迈”“码”",
    basis=Basis("国务院关于在我国统一实行法定计量单位的命令", "", Strength.REQUIRED, "速度单位：千米每小时"),
    message="车速单位不用“{old}”，宜写作“{new}”（每小时行驶的公里数）。",
    find=pattern(
        r"(?:时速|车速|速度)(?:[^\d，。；\r\n]{0,6})(?:\d{2,3})(?P<x>迈|码)(?![头率段])",
        "公里",
    ),
    severity=Severity.DOUBT,
    skip=[Place.QUOTATION, Place.NAME],
    bad={"行经村庄时速不超过40码。": "行经村庄时速不超过40公里。", "车速达到120迈。": "车速达到120公里。"},
    good=["时速不超过40公里。", "扫码速度快", "速度提高20码头", "车速120公里/小时"],
)
