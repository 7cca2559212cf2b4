"""意思相同的副词、能愿动词叠用：“应当必须”“能够可以”“一直始终”“逐步逐渐”。留一个即可。"""

from lingwu.rule import Basis, Place, Rule, Safety, Severity, Strength, pattern

LAST = frozenset({"应当必须", "应该必须", "应当务必", "应该务必", "可以能够"})
"""Pairs of which the second word is the one to keep."""

rule = Rule(
    code="GRM032",
    title="副词、能愿动词叠用",
    basis=Basis("报纸编校质量评比差错认定细则", "第35条", Strength.RECOMMENDED),
    message="“{old}”意思重复，可简作“{new}”。",
    find=pattern(
        r"应当(?:必须|务必|应该)|应该(?:必须|务必|应当)|必须应[当该]|务必应[当该]|能够(?<![职功智技动性]能够)(?:可以|能够)|可以(?<!不可以)能够"
        r"|一直(?:始终|从来)|历来(?:始终|从来)|一贯(?:始终|从来)|始终一直|一向始终|从来一直|皆都|都皆|都均(?<!首都均)(?![匀等衡])|逐步逐渐|逐渐逐步|渐渐逐步"
        r"|立即马上|立刻马上|马上立[即刻]|再度又|再次再度|常常经常|经常常常|往往常常",
        lambda match: match.group()[-2:] if match.group() in LAST else match.group()[: max(len(match.group()) // 2, 1)],
    ),
    severity=Severity.DOUBT,
    safety=Safety.CONFIRM,
    skip=[Place.NAME, Place.QUOTATION],
    bad={
        "各单位应当必须按时报送。": "各单位必须按时报送。",
        "我们一直始终坚持这一原则。": "我们一直坚持这一原则。",
        "逐步逐渐完善制度。": "逐步完善制度。",
    },
    good=[
        "各单位必须按时报送。",
        "他的职能够不够用，",
        "这件事应当由必须到场的人办。",
        "大家都均衡发展。",
    ],
)
