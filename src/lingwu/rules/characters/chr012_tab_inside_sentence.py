"""句子中间夹着制表符，多是从表格或网页复制来的，应删去。表格和列表里的制表符不在此列。"""

from lingwu.rule import Basis, Place, Rule, Severity, Strength, pattern

rule = Rule(
    code="CHR012",
    title="句中的制表符",
    basis=Basis("公文用字习惯", "", Strength.CUSTOM),
    message="句子中间夹着制表符，应删去。",
    find=pattern(r"(?<=[\u4e00-\u9fff，、；。]{8})\t+(?=[\u4e00-\u9fff]{2}[^\t\n]{4,}[，。；])", ""),
    severity=Severity.DOUBT,
    skip=[Place.CELL],
    bad={
        "今年以来全市经济运行\t总体平稳，稳中有进。": "今年以来全市经济运行总体平稳，稳中有进。",
        "要加强组织领导，\t\t切实抓好各项任务落实。": "要加强组织领导，切实抓好各项任务落实。",
    },
    good=["序号\t单位\t备注", "\t今年以来全市经济运行总体平稳。", "张三\t市发展改革委主任，负责全面工作。"],
)
