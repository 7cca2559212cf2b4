"""“反而”与前面的“不但”相配时，前面要有否定：“不但不……，反而……”；“尽管”说的是已有的事实，后面不能跟“多么”“如何”，应用“不管”；“既”配“又”“也”，不配“而且”。"""

from lingwu.rule import Basis, Place, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="GRM028",
    title="“不但……反而”“尽管多么”“既……而且”",
    basis=Basis("图书编校质量差错认定细则", "第21条", Strength.RECOMMENDED),
    message="“{old}”关联词语用得不当。",
    find=pattern(
        r"(?<![^\s，。；：！？])(?:不但[^，。；：不没无未难缺\n]{2,22}，反而|尽管[^，。；：\n]{0,8}(?:多么|怎样|是否|多大|多难|多少)[^，。；：\n]{0,10}，[^，。；：\n]{0,8}(?:都|也)"
        r"|既(?!然|得|定|有|往|成|是)[^，。；：又也\n]{2,14}，(?:而且|并且))"
    ),
    severity=Severity.DOUBT,
    safety=Safety.SHOW,
    skip=[Place.NAME, Place.QUOTATION],
    bad={
        "⟦不但提高了效率，反而⟧增加了成本。": None,
        "⟦尽管困难多么大，我们都⟧要完成任务。": None,
    },
    good=[
        "不但没有提高效率，反而增加了成本。",
        "不管困难多么大，我们都要完成任务。",
        "既提高了效率，又降低了成本。",
        "尽管困难不少，我们也要完成任务。",
    ],
)
