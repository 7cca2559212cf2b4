"""连接号的浪纹线用“～”，不用“~”“〜”“∼”。"""

from lingwu.rule import Basis, Rule, Safety, Strength, pattern

rule = Rule(
    code="PUN072",
    title="浪纹线的写法",
    basis=Basis("GB/T 15834—2011", "4.13.3.3", Strength.RECOMMENDED),
    message="浪纹线应写作“～”。",
    find=pattern(r"(?<=[\d%℃万亿元人年月日时])[~〜∼˜](?=\d)", "～"),
    safety=Safety.SAFE,
    bad={
        "每组5~10人。": "每组5～10人。",
        "气温为-5℃〜3℃。": "气温为-5℃～3℃。",
    },
    good=["每组5～10人。", "路径~/docs", "约~5", "https://例.cn/~3"],
)
