"""前面已有“许多”“不少”“众多”“一些”表示多数，名词后面不再加“们”：“许多同志”，不说“许多同志们”。"""

from lingwu.rule import Basis, Place, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="GRM030",
    title="“许多”和“们”并用",
    basis=Basis("图书编校质量差错认定细则", "第19条", Strength.RECOMMENDED),
    message="前面已有“许多”“一些”一类的词，“{old}”应删去。",
    find=pattern(
        r"(?<![\d十百千万])(?:许多|不少|众多|诸多|大批|大量|一些|每个|每位|每名|个别|部分|多名|多位|数名|数位)(?:优秀|年轻|青年|基层|一线|热心|退休|老)?的?(?:同志|干部|党员|代表|委员|战士|官兵|职工|员工"
        r"|群众|教师|学生|专家|企业家|志愿者|村民|居民|市民|工人|医生|护士|民警|选手|运动员|记者|领导|同学|家长)(?P<x>们)",
        "",
    ),
    severity=Severity.DOUBT,
    safety=Safety.CONFIRM,
    skip=[Place.NAME, Place.QUOTATION],
    bad={
        "许多同志们都参加了劳动。": "许多同志都参加了劳动。",
        "不少青年志愿者们赶来帮忙。": "不少青年志愿者赶来帮忙。",
    },
    good=[
        "许多同志都参加了劳动。",
        "同志们做了许多工作。",
        "不少地方的群众们自己动手。",
        "一些人们看不见的物质",
    ],
)
