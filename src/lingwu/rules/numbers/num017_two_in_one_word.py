"""“俩”是两个，“仨”是三个，后面不再接“个”等量词：兄弟俩、两个人，不写“俩个人”。"""

from lingwu.rule import Basis, Rule, pattern

rule = Rule(
    code="NUM017",
    title="“俩”“仨”后面不接量词",
    basis=Basis("《现代汉语词典》", "俩、仨"),
    message="“俩”即两个、“仨”即三个，“{old}”应写作“{new}”。",
    find=pattern(
        r"(?P<w>[俩仨])(?P<c>[个位名项次种条件])(?!顶个|性|别)",
        lambda match: ("两" if match["w"] == "俩" else "三") + match["c"],
    ),
    bad={"我们俩个单位共同承办。": "我们两个单位共同承办。", "抽调仨名同志。": "抽调三名同志。"},
    good=["他们俩共同承办。", "兄弟俩个性不同。", "两个单位共同承办。"],
)
