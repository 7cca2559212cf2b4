"""检察院的长官是“检察长”，不是“检察院院长”；审计署的长官是“审计长”，不是“署长”。

“法院院长、检察院检察长”是正确的说法；国家检察官学院院长不在此列。
"""

from lingwu.rule import Basis, Place, Rule, pattern

rule = Rule(
    code="NAM004",
    title="检察长、审计长",
    basis=Basis("中华人民共和国宪法", "第六十二条、第一百零一条"),
    message="职务名称是“检察长”“审计长”，“{old}”应写作“{new}”。",
    find=pattern(
        r"(?P<x>检察院(?:副)?院长|审计署(?:副)?署长)",
        lambda match: (
            match["x"][:3] + ("副" if "副" in match["x"] else "") + ("检察长" if match["x"][0] == "检" else "审计长")
        ),
    ),
    skip=[Place.QUOTATION, Place.NAME],
    bad={
        "县人民检察院院长张三到会。": "县人民检察院检察长张三到会。",
        "审计署署长张三到会。": "审计署审计长张三到会。",
    },
    good=["县人民检察院检察长张三到会。", "法院、检察院院领导", "审计署驻外特派员", "海关总署署长张三到会。"],
)
