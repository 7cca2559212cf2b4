"""“如下”“以下几点”引出下文，后面用冒号，不用句号。"""

from lingwu.rule import Basis, Rule, Severity, Strength, pattern

rule = Rule(
    code="PUN032",
    title="“如下”后的句号",
    basis=Basis("公文标点习惯", "", Strength.CUSTOM, "引出下文用冒号"),
    message="“如下”引出下文，后面宜用冒号。",
    find=pattern(
        r"(?:通知|通报|报告|公告|通告|函复|批复|意见|要求|建议|安排|规定|答复|纪要|汇报)如下(?P<x>[。，；])(?=\s*$)",
        "：",
    ),
    severity=Severity.ADVICE,
    bad={
        "现将有关事项通知如下。": "现将有关事项通知如下：",
        "经研究，现提出意见如下；": "经研究，现提出意见如下：",
    },
    good=["现将有关事项通知如下：", "分述如下。", "各地要将落实情况报告如下列单位。", "有关规定如下，请照此办理。"],
)
