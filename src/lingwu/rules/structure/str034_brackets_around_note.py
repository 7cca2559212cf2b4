"""附注加圆括号标注在成文日期下一行，如“（此件公开发布）”。

不加括号、用方括号的，改为圆括号。
"""

from lingwu.rule import Basis, Rule, Safety, Severity, pattern

rule = Rule(
    code="STR034",
    title="附注的圆括号",
    basis=Basis("GB/T 9704—2012", "7.3.6"),
    message="附注应加圆括号，“{old}”应写作“{new}”。",
    find=pattern(
        r"^[ 　\t]*(?P<x>[\[【〔［]?(?P<words>此件(?:主动|依申请|不予)?公开(?:发布)?|此件发至[^。，；（）\r\n]{1,12}级)[\]】〕］]?)[ 　\t。]*$",
        lambda match: f"（{match['words']}）",
    ),
    severity=Severity.DOUBT,
    safety=Safety.CONFIRM,
    bad={
        "示范局\n2024年3月8日\n此件公开发布": "示范局\n2024年3月8日\n（此件公开发布）",
        "示范局\n2024年3月8日\n【此件发至县级】": "示范局\n2024年3月8日\n（此件发至县级）",
    },
    good=["示范局\n2024年3月8日\n（此件公开发布）", "经研究，此件公开发布，请知悉。", "此件公开发布前应当审核。"],
)
