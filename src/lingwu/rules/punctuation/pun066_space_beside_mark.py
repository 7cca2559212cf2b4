"""汉字和标点之间、标点后面不留半角空格。序号后面的空格另有规则。"""

from lingwu.rule import Basis, Rule, Safety, Strength, pattern

rule = Rule(
    code="PUN066",
    title="标点旁的空格",
    basis=Basis("公文标点习惯", "", Strength.CUSTOM, "汉字与标点之间不空格"),
    message="标点旁边多了空格。",
    find=pattern(
        r" (?:(?<=[^\s][^\s][^\s][，、；。！？] ) ?(?=[\u4e00-\u9fff“《])|(?<=[\u4e00-\u9fff”》] ) ?(?=[，、；。！？]))",
        "",
    ),
    safety=Safety.SAFE,
    bad={
        "要加强领导， 落实责任。": "要加强领导，落实责任。",
        "会议到此结束。 请各单位抓好落实。": "会议到此结束。请各单位抓好落实。",
    },
    good=["一、 总体要求", "姓名： 张三", "  要加强领导。", "GDP 增长5%"],
)
