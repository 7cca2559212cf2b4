"""计量的数前面不加0：写“5个”“8人”，不写“05个”“08人”。编号、代码、时刻里的0不在此列。"""

from lingwu.rule import Basis, Rule, Severity, Strength, pattern

rule = Rule(
    code="NUM020",
    title="数量前多写了0",
    basis=Basis("公文通行写法", strength=Strength.CUSTOM, note="计量的数不以0开头"),
    message="计量的数不以0开头，“{old}”应写作“{new}”。",
    find=pattern(
        r"(?P<x>0(?<=[一-龥，、：（].)(?<![第号年月日时分届期区版码于].)(?P<n>[1-9]\d{0,3}))"
        r"(?=个(?!月)|名|户|家(?!园|属)|项|人(?!员)|元(?!旦|宵)|亩|吨|万元|台(?!区)|辆|次)",
        r"\g<n>",
    ),
    severity=Severity.DOUBT,
    bad={"共排查隐患05个。": "共排查隐患5个。", "发放奖金，0300元。": "发放奖金，300元。"},
    good=["共排查隐患5个。", "编号05个人账户", "占比0.5个百分点", "第05项", "200500元"],
)
