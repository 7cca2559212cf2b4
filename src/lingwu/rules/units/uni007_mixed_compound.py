"""组合单位里不能半用汉字、半用符号：写“km/h”或“千米/时”，不写“km/小时”“千克/m³”。"""

from lingwu.rule import Basis, Rule, Severity, pattern

HAN = {"小时": "h", "时": "h", "秒": "s", "分钟": "min", "天": "d", "日": "d", "平方米": "m²", "立方米": "m³", "公顷": "hm²",
       "千克": "kg", "公斤": "kg", "克": "g", "毫克": "mg", "千米": "km", "公里": "km", "米": "m", "吨": "t", "升": "L",
       "毫升": "mL"}  # fmt: skip
WORDS = "|".join(sorted(HAN, key=len, reverse=True))
SIGNS = r"km|kg|mg|μg|mL|hm²|m³|m²|m3|m2|cm|mm|min|[gmtLhs]"

rule = Rule(
    code="UNI007",
    title="组合单位里汉字与符号混用",
    basis=Basis("GB 3100—1993", "6.1.5"),
    message="组合单位里汉字与符号不能混用，“{old}”应写作“{new}”或全用汉字。",
    find=pattern(
        rf"(?<=\d)(?P<a>{SIGNS})/(?P<b>{WORDS})(?![一-龥])|(?<=\d)(?P<c>{WORDS})/(?P<d>{SIGNS})(?![A-Za-z²³\d])",
        lambda match: f"{match['a'] or HAN[match['c']]}/{HAN[match['b']] if match['b'] else match['d']}",
    ),
    severity=Severity.DOUBT,
    bad={"设计时速120km/小时。": "设计时速120km/h。", "密度为30千克/m³。": "密度为30kg/m³。"},
    good=["设计速度120km/h。", "密度为30千克/立方米。", "补偿300元/m²。", "产能500吨/日。", "每小时20m/班次"],
)
