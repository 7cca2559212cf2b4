"""动词和宾语隔着定语，容易配错：力度用“加大”，步伐用“加快”，水平、质量、效率用“提高”，差距用“缩小”，成本用“降低”，作用用“发挥”，传统用“发扬”。

紧挨着的（“加强力度”）见 WRD010。中间另有动词的不报。
"""

from lingwu.rule import Basis, Place, Rule, Safety, Severity, Strength, pattern

GAP = r"[^，。；、：加扩增提减缩降促形保使让把和及与同并迈上为“”《》\n]{2,14}"
NUMBER = r"[\d一二三四五六七八九十百几]"

rule = Rule(
    code="GRM037",
    title="动词和宾语不配（隔开）",
    basis=Basis("图书编校质量差错认定细则", "第23条", Strength.RECOMMENDED),
    message="“{old}”动词和宾语不配（力度用“加大”，步伐用“加快”，水平、质量用“提高”，差距用“缩小”）。",
    find=pattern(
        rf"(?:(?:提高|提升)(?:{GAP}力度|{GAP}步伐|{GAP}进程)|扩大(?!的|达)(?:{GAP}力度|{GAP}步伐|{GAP}水平|{GAP}质量|{GAP}效率|{GAP}素质)"
        rf"|增加(?![了到的]|{NUMBER})(?:{GAP}力度|{GAP}步伐|{GAP}质量|{GAP}效率|{GAP}素质)|(?:加强|增强)(?:{GAP}力度|{GAP}步伐)"
        rf"|加大(?:{GAP}步伐|{GAP}速度|{GAP}进程)|减轻(?:{GAP}差距|{GAP}成本)|降低{GAP}差距|缩小{GAP}压力"
        rf"|发扬(?!光大){GAP}(?:作用|职能|功能)|发挥(?!好){GAP}(?:光荣传统|优良传统|优良作风|传统美德)|取得{GAP}(?:任务|目标)"
        rf"|(?<!改革)开展{GAP}力度)(?=[，。；])"
    ),
    severity=Severity.DOUBT,
    safety=Safety.SHOW,
    skip=[Place.NAME, Place.QUOTATION],
    bad={
        "要⟦加强对重点领域的监管力度⟧。": None,
        "⟦提高各项改革推进力度⟧，狠抓落实。": None,
        "⟦扩大干部队伍的整体素质⟧，势在必行。": None,
    },
    good=[
        "要加大对重点领域的监管力度。",
        "要提高推动工作、加大投入的力度。",
        "增加生产、提高质量。",
        "加强管理，加大力度。",
        "扩大开放，加快改革步伐。",
    ],
)
