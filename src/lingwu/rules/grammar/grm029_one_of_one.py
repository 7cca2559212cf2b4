"""“之一”说的是几个里面的一个，前面不再说“一个”“一项”；“唯一”只有一个，也不能说“之一”。

“是衡量一个地区发展水平的标志之一”里的“一个”另有所属，不报。
"""

from lingwu.rule import Basis, Place, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="GRM029",
    title="“一个……之一”“唯一……之一”",
    basis=Basis("报纸编校质量评比差错认定细则", "第35条", Strength.RECOMMENDED),
    message="“{old}”中“之一”与前面的“一个”“唯一”重复或者矛盾，留一处即可。",
    find=pattern(
        r"(?:是|成为|作为|成了)(?:我国|我省|我市|我县|全国|全省|全市|当地)?(?:一个|一种|一项|一座|一家|一名|一位)(?!国家|地区|城市|单位|企业|人|家庭|民族|政党|社会|干部)[^，。；：、\n]{2,20}之一(?=[，。；])"
        r"|(?<!不是)唯一[^，。；：、\n]{0,14}之一(?=[，。；的])"
    ),
    severity=Severity.DOUBT,
    safety=Safety.SHOW,
    skip=[Place.NAME, Place.QUOTATION],
    bad={
        "这⟦是一项最重要的任务之一⟧。": None,
        "他是⟦唯一到场的专家之一⟧。": None,
    },
    good=[
        "这是最重要的任务之一。",
        "这是衡量一个地区发展水平的标志之一。",
        "他是唯一到场的专家。",
        "这是一项重要任务，也是目标之一。",
    ],
)
