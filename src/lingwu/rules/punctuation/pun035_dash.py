"""破折号写作“——”，占两个字，中间不断开；不用“--”“－－”“――”。"""

from lingwu.rule import Basis, Rule, Safety, pattern
from lingwu.text.width import HAN

rule = Rule(
    code="PUN035",
    title="破折号的写法",
    basis=Basis("GB/T 15834—2011", "4.10", note="2011年版的破折号占两个汉字"),
    message="破折号应写作“——”。",
    find=pattern(
        rf"(?:(?<=[{HAN}，。”》）])|^)[ ]?(?P<x>--+|－－+|――+|──+|––+|———+)[ ]?(?=[{HAN}“《]|$)",
        lambda match: "——",
        unless=rf"[{HAN}]{{2}}--[{HAN}]{{2,4}}(?:线|铁路|公路|高速|段|区间|航线)"
        rf"|[{HAN}]--(?:东盟|中东欧|欧盟|欧洲|非洲|非盟|阿盟|阿拉伯|拉美|中亚|太平洋|东南亚|南亚|海湾)",
    ),
    safety=Safety.SAFE,
    bad={
        "我国的根本法--宪法": "我国的根本法——宪法",
        "――在全市工作会议上的讲话": "——在全市工作会议上的讲话",
    },
    good=["我国的根本法——宪法", "GB/T 9704--2012", "北京—上海", "|--------|", "中国--东盟博览会"],
)
