"""“一是”“二是”引出分句，后面不用标点。有的机关习惯在“一是”后用逗号，全文一致即可。"""

from lingwu.rule import Basis, Rule, Severity, Strength, pattern

rule = Rule(
    code="PUN028",
    title="“一是”后的标点",
    basis=Basis("GB/T 15834—2011", "附录B.3.7", Strength.RECOMMENDED),
    message="“一是”“二是”后面不用标点，应写作“{new}”。",
    find=pattern(r"(?:^[ \u3000]*|[。；，：])(?P<x>([一二三四五六七八九十]是)[，、：,:])(?=[\u4e00-\u9fff“《])", r"\2"),
    severity=Severity.ADVICE,
    bad={
        "一是，加强组织领导。": "一是加强组织领导。",
        "要做到三点：一是、摸清底数；二是建好台账。": "要做到三点：一是摸清底数；二是建好台账。",
    },
    good=["一是加强组织领导。", "问题之一是，底数不清。", "二是“两个维护”要做到位。"],
)
