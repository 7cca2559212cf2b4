"""起止地点和相关联的两个名称用一字线“—”连接（北京—上海、中国—东盟），不用短横。

人名的外文连写、机构名称里原有的写法不在此列。
"""

from lingwu.rule import Basis, Place, Rule, Severity, Strength, pattern

rule = Rule(
    code="PUN041",
    title="两地之间的连接号",
    basis=Basis("GB/T 15834—2011", "4.13.3.2", Strength.RECOMMENDED),
    message="相关联的两个名称之间应用一字线“—”连接。",
    find=pattern(
        r"(?<=[\u4e00-\u9fff]{2})(?P<x>--?|－－?|–)(?=[\u4e00-\u9fff]{2,4}?(?:高速|铁路|公路|航线|高铁|段|线|客运|输油|输气|自由贸易区|自贸区|博览会|合作|关系))",
        "—",
    ),
    severity=Severity.ADVICE,
    skip=[Place.NAME],
    bad={
        "北京-上海高速铁路全线贯通。": "北京—上海高速铁路全线贯通。",
        "深化中国-东盟合作。": "深化中国—东盟合作。",
    },
    good=["北京—上海高速铁路", "阿卜杜-热西提", "Wi-Fi网络", "京津冀协同发展"],
)
