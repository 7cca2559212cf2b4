"""金额的币种、单位只写一次：“300元人民币元”“500万元人民币整”写作“300元”“500万元”；强调币种的，写“人民币300元”。"""

import re

from lingwu.rule import Basis, Rule, Severity, Strength, pattern


def _once(match: re.Match[str]) -> str:
    return f"人民币{match['n']}元" if match["front"] else f"{match['n']}元"


rule = Rule(
    code="NUM043",
    title="币种与单位重复",
    basis=Basis("公文通行写法", strength=Strength.CUSTOM, note="币种、单位只写一次"),
    message="“{old}”币种、单位重复，宜写作“{new}”。",
    find=pattern(
        r"(?P<front>人民币)?(?<![\d.])(?P<n>\d[\d,]{0,12}(?:\.\d{1,4})?[万亿]?)元(?P<more>人民币[元整]|元(?=[，。；、）]|$))",
        _once,
    ),
    severity=Severity.DOUBT,
    bad={"每学期不超过300元人民币元。": "每学期不超过300元。", "安排资金人民币500万元元。": "安排资金人民币500万元。"},
    good=["每学期不超过300元人民币。", "安排资金人民币500万元整。", "每吨300元，每件20元。"],
)
