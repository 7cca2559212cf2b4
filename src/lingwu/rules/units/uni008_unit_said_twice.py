"""同一个单位只写一次：写“5公斤”或“5kg”，不写“5公斤kg”；写“3个百分点”或“3%”，不写“3%个百分点”。"""

from lingwu.rule import Basis, Rule, Strength, pattern

PAIRS = {"公斤": "kg", "千克": "kg", "公里": "km", "千米": "km", "厘米": "cm", "毫米": "mm", "平方米": "㎡|m²|m2", "立方米": "m³|m3",
         "小时": "h", "摄氏度": "℃", "毫升": "mL|ml", "吨": "t", "千瓦": "kW"}  # fmt: skip

rule = Rule(
    code="UNI008",
    title="单位重复",
    basis=Basis("公文通行写法", strength=Strength.CUSTOM, note="一个数只带一次单位"),
    message="单位重复，“{old}”写作“{new}”即可。",
    find=pattern(
        "|".join(rf"(?<=[\d万])(?:{han}(?:{sign})(?![A-Za-z/])|(?:{sign}){han})" for han, sign in PAIRS.items())
        + r"|(?<=\d)[%％](?:个百分点|[%％])",
        lambda match: next(
            (han for han in PAIRS if match[0].startswith(han) or match[0].endswith(han)),
            "个百分点" if match[0].endswith("点") else match[0][0],
        ),
    ),
    bad={"每袋重5公斤kg。": "每袋重5公斤。", "同比提高3%个百分点。": "同比提高3个百分点。", "占30%%。": "占30%。"},
    good=["每袋重5公斤（kg）。", "同比提高3个百分点。", "占30%。", "总量5吨/天", "速度为60公里/h"],
)
