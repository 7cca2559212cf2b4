"""“只有”配“才”，表示必要条件；“只要”“如果”配“就”，表示充分条件或者假设。“只有……就能”“只要……才能”混用，条件关系就乱了。"""

from lingwu.rule import Basis, Place, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="GRM026",
    title="“只有……就”“只要……才”",
    basis=Basis("图书编校质量差错认定细则", "第21条", Strength.RECOMMENDED),
    message="“{old}”：“只有”配“才”，“只要”“如果”配“就”。",
    find=pattern(
        r"(?<!一)只有(?![“一二两三四五六七八九十几\d])[^，。；：才与和无在\n]{2,22}，[^，。；：才不\n]{0,6}就(?:能|会|可以|一定)"
        r"|只要[^，。；：就便都\n]{2,22}，[^，。；：就\n]{0,6}才(?:能(?!力)|会|可以|有可能)"
        r"|(?<![^\s，。；：！？])(?:如果|假如|倘若|要是)[^，。；：才\n]{2,20}，[^，。；：而也\n]{0,4}才能(?!力)"
    ),
    severity=Severity.DOUBT,
    safety=Safety.SHOW,
    skip=[Place.NAME, Place.QUOTATION],
    bad={
        "⟦只要坚持不懈，才能⟧取得成功。": None,
        "⟦只有深入基层，就能⟧了解实情。": None,
    },
    good=[
        "只有坚持不懈，才能取得成功。",
        "只要坚持不懈，就能取得成功。",
        "只有一个人，就能完成。",
        "只要有条件，就要培养人才。",
        "如果有困难，人才能留住吗？",
    ],
)
