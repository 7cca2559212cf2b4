"""“防止”“避免”“杜绝”“严防”“以免”本身含否定，后面再说“不再发生”“不出现”，意思就反了。

紧挨着的“防止不发生”见 GRM006。
"""

from lingwu.rule import Basis, Place, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="GRM024",
    title="“防止……不再发生”意思相反",
    basis=Basis("报纸编校质量评比差错认定细则", "第35条", Strength.RECOMMENDED),
    message="前面的“防止”“避免”已含否定，“{old}”应删去，否则意思相反。",
    find=pattern(
        r"(?:防止|避免|杜绝|以免|谨防|以防|制止|严防|预防|免得)[^，。；：、不没\n]{1,14}(?P<x>不再次?|不要|不会|没有|不)"
        r"(?=(?:发生|出现|重演|上演|蔓延|反弹|受到|产生|再犯|重犯))",
        "",
    ),
    severity=Severity.DOUBT,
    safety=Safety.CONFIRM,
    skip=[Place.NAME, Place.QUOTATION],
    bad={
        "加强管理，防止类似事故不再发生。": "加强管理，防止类似事故发生。",
        "要做好预案，避免损失不会产生。": "要做好预案，避免损失产生。",
    },
    good=[
        "加强管理，防止类似事故再次发生。",
        "采取措施预防，事故不再发生。",
        "防止不良现象发生。",
        "避免了损失，没有发生事故。",
    ],
)
