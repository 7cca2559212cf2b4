"""名词前面有确定的数量词，后面不再加“们”：“三名队员”，不说“三名队员们”。"""

from lingwu.rule import Basis, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="GRM010",
    title="数量词和“们”并用",
    basis=Basis("图书编校质量差错认定细则", "第19条", Strength.RECOMMENDED),
    message="前面已有数量词，“们”应删去。",
    find=pattern(
        r"(?:\d+|[一二三四五六七八九十百千两几数]{1,5})(?:多|余)?(?:名|位)(?:[\u4e00-\u9fa5]{0,6}?)(?:同志|干部|党员|代表|委员|队员|战士|官兵|职工|员工|群众|教师|学生|专家|企业家|志愿者|村民|居民|工人|医生|护士|民警|选手|运动员|记者|领导|同学|乡亲|老师)(?P<x>们)(?!的共同)",
        "",
    ),
    severity=Severity.DOUBT,
    safety=Safety.CONFIRM,
    bad={"三名队员们受到表彰": "三名队员受到表彰", "30多名同志们参加": "30多名同志参加"},
    good=["三名队员受到表彰", "同志们，三名队员", "各位代表们", "他们三位"],
)
