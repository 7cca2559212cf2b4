"""单位符号的大小写是规定好的：千米km、千克kg、千瓦kW、兆帕MPa、赫兹Hz。写成KM、KG、KW、MPA都不对。"""

from lingwu.rule import Basis, Rule, pattern

SYMBOLS = ["km", "kg", "cm", "mm", "kW", "MW", "kV", "kPa", "MPa", "Hz", "kHz", "MHz", "GHz", "mL", "mg", "dB", "kN",
           "kW·h", "km/h", "kg/m³", "km²", "kJ", "mA", "kΩ"]  # fmt: skip
RIGHT = {symbol.lower(): symbol for symbol in SYMBOLS} | {"kwh": "kW·h", "kva": "kV·A", "kpa": "kPa"}

rule = Rule(
    code="UNI002",
    title="单位符号大小写",
    basis=Basis("GB 3100—1993", "6.2.1"),
    message="单位符号的大小写有误，“{old}”应写作“{new}”。",
    find=pattern(
        r"(?<![A-Za-z\d.\-/#])\d{1,9}(?:\.\d{1,6})?\s?"
        r"(?P<x>K[MmGgVvWwJjN]|k[MGvwjn]|KWH|KWh|Kwh|kwh|KVA|Kva|KM/[Hh]|Km/[hH]|CM|Cm|MM|Mm|mw|Mpa|MPA|mpa|KPA|Kpa|KPa"
        r"|HZ|hz|KHZ|Khz|KHz|khz|MHZ|Mhz|mhz|GHZ|Ghz|ML|Ml|MG|Mg|DB|db|Db)(?![A-Za-z\d-])",
        lambda match: RIGHT.get(match["x"].lower(), match["x"]),
    ),
    bad={
        "全长30KM。": "全长30km。",
        "每袋重5KG。": "每袋重5kg。",
        "新建110KV变电站一座。": "新建110kV变电站一座。",
        "工作压力0.6Mpa。": "工作压力0.6MPa。",
    },
    good=["全长30km。", "功率5kW。", "频率2.4GHz", "型号A3KM-2", "容量2 MW", "文件大小30KB", "网速100Mbps"],
)
