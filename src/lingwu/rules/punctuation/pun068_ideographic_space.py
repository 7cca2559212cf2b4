"""一句话里标点和汉字之间、汉字和汉字之间不留全角空格。

段首空两字、“第一条　”“第一章　”后的空格、姓名和落款的对齐、标题中的空格不在此列。
"""

from lingwu.rule import Basis, Place, Rule, Severity, Strength, pattern

rule = Rule(
    code="PUN068",
    title="句中的全角空格",
    basis=Basis("公文标点习惯", "", Strength.CUSTOM, "语句中间不空格"),
    message="语句中间多了全角空格。",
    find=pattern(
        r"(?<=[^\s][^\s][^\s][，、；。！？])\u3000+(?=[\u4e00-\u9fff“《])|(?<=[\u4e00-\u9fff]{6})(?<![长任记员理席事官授师家者总讯])\u3000+(?=[\u4e00-\u9fff]{4}[^\u3000\n]{0,60}[，。；])",
        "",
    ),
    severity=Severity.ERROR,
    skip=[Place.QUOTATION, Place.NAME],
    bad={
        "要懂规矩、守规矩。　各级干部要带好头。": "要懂规矩、守规矩。各级干部要带好头。",
        "会议指出，要坚持问题导向，切实加强基层　组织建设，夯实基础。": "会议指出，要坚持问题导向，切实加强基层组织建设，夯实基础。",
    },
    good=[
        "　　各级干部要带好头。",
        "第一条　为了加强管理，制定本办法。",
        "市长　张三",
        "稳中求进　以进促稳",
        "一、　总体要求",
    ],
)
