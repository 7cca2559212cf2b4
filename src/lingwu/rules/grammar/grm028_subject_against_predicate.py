"""主语和谓语要能配得上：差距说“缩小”，不说“减少”“降低”；条件、状况、面貌说“改善”，步伐说“加快”，规模、范围说“扩大”，水平、质量、效率说“提高”，负担说“减轻”。

紧挨着的（“水平改善”“力度提高”）见 WRD010。
"""

from lingwu.rule import Basis, Place, Rule, Safety, Severity, Strength, pattern

PREDICATES = {
    "差距": "减少|降低|下降|减轻|提高", "步伐 规模 范围 面积 数量 人口": "增强|加强", "面貌 视野 眼界": "增强|加强|提高", "步伐 经验": "提高",
    "水平 效率 素质 积极性 热情 能力 技能 观念": "扩大|增多|加快", "觉悟 意识 信念 凝聚力": "扩大|增多|加快|改善", "决心 热情 积极性": "改善",
    "负担": "改善|缩小", "压力 成本 价格": "缩小", "产量": "扩大|壮大|深化|增强|加强", "收入 成绩 销量": "扩大|壮大|深化", "质量": "扩大|壮大|深化|增多|加快",
}  # fmt: skip
"""Verbs that do not go with the subjects."""
ADVERBS = r"(?:也|都|正在?|将|已经?|得到了?|有了|不断|明显|大幅度?|显著|进一步|逐步|逐渐|持续|日益|大大|大为|[较很]大|有所|的){0,4}"
SUBJECT_VERB = "|".join(
    rf"{subject}{ADVERBS}(?:{verbs})了?(?=[，。；、])"
    for subjects, verbs in PREDICATES.items()
    for subject in subjects.split()
)

rule = Rule(
    code="GRM028",
    title="主语和谓语不配（隔开）",
    basis=Basis("图书编校质量差错认定细则", "第22条", Strength.RECOMMENDED),
    message="“{old}”主语和谓语不配，应换用与主语相配的动词（差距“缩小”，条件“改善”，步伐“加快”，范围“扩大”，水平“提高”，负担“减轻”）。",
    find=pattern(SUBJECT_VERB),
    severity=Severity.DOUBT,
    safety=Safety.SHOW,
    skip=[Place.NAME, Place.QUOTATION],
    bad={
        "城乡⟦差距明显减少⟧，群众满意。": None,
        "干部的⟦素质不断扩大⟧。": None,
        "改革的⟦步伐进一步提高了⟧，成效显著。": None,
    },
    good=[
        "城乡差距明显缩小，群众满意。",
        "干部的素质不断提高。",
        "活跃程度持续增强，",
        "规模不断扩大，实力明显增强。",
        "产量、质量、收入都有增加。",
    ],
)
