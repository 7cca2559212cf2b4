"""省略号写作“……”，占两个字，由六个小圆点组成；不用“...”“。。。”“…”。"""

from lingwu.rule import Basis, Rule, Safety, pattern
from lingwu.text.width import HAN

rule = Rule(
    code="PUN034",
    title="省略号的写法",
    basis=Basis("GB/T 15834—2011", "4.11"),
    message="省略号应写作“……”。",
    find=pattern(
        rf"(?<=[{HAN}，。”》）])(?:\.\.\.+|···+|⋯+)(?![.·⋯ ]*\d)|。。。+|(?<![…，,、+])…(?![…，,、+])|(?<!…)…………*(?<!……)|(?<!…)……………+",
        lambda match: match[0] if match[0] == "…………" else "……",
    ),
    safety=Safety.SAFE,
    bad={
        "煤炭、电力、石油...供应平稳。": "煤炭、电力、石油……供应平稳。",
        "还有很多话要说。。。": "还有很多话要说……",
    },
    good=["还有很多话要说……", "一、总体要求......3", "…………", "版本1...2", "取x1，x2，…，xn的平均值"],
)
