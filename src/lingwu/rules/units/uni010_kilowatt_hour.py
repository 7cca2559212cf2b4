"""电量的法定计量单位是千瓦时（kW·h），“度”是俗称，公文中写“千瓦时”：用电3000千瓦时。"""

from lingwu.rule import Basis, Place, Rule, Severity, Strength, pattern

rule = Rule(
    code="UNI010",
    title="电量用“千瓦时”",
    basis=Basis("国务院关于在我国统一实行法定计量单位的命令", strength=Strength.RECOMMENDED, note="“度”是千瓦时的俗称"),
    message="电量单位“度”宜写作“千瓦时”。",
    find=pattern(
        r"(?:电(?:量|能|力)?(?:累计|总量|合计|节约|共)?(?:达|约|近|超过|为|到)*\d{1,9}(?:\.\d{1,4})?[多余]?[万亿]{0,2}"
        r"|(?<=\d)[万亿]{0,2}(?=度电(?![工机磁子])))(?P<x>度)(?![数假量角])",
        "千瓦时",
    ),
    severity=Severity.ADVICE,
    skip=[Place.QUOTATION, Place.NAME],
    bad={"全年用电3000度。": "全年用电3000千瓦时。", "可节约5万度电。": "可节约5万千瓦时电。"},
    good=["全年用电3000千瓦时。", "电机转动30度角。", "年度电费预算", "2024年度电力供应"],
)
