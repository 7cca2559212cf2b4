"""对外发的文件不宜写明内部网络的地址。

10.*、172.16—172.31.*、192.168.* 是内部网络的地址，外人用不上，却泄露了网络结构。版本号、章节号（如10.1.2.3节）不提示。
"""

from lingwu.rule import Basis, Rule, Severity, Strength, pattern

OCTET = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"

rule = Rule(
    code="SEC006",
    title="内部网络的地址",
    basis=Basis("网络安全管理习惯", "", Strength.CUSTOM),
    message="“{old}”是内部网络的地址，对外发的文件不宜写明。",
    find=pattern(
        r"(?<![\d.])(?P<x>(?:192\.168|172\.(?:1[6-9]|2\d|3[01])|10\."
        + OCTET
        + r")\."
        + OCTET
        + r"\."
        + OCTET
        + r")(?![\d.]*\d|[节条款章])"
    ),
    severity=Severity.ADVICE,
    bad={"请登录http://⟦192.168.1.20⟧:8080/填报。": None, "服务器地址：⟦10.20.3.8⟧": None},
    good=["版本10.1.2", "见10.1.2.3节", "网站地址：202.0.0.1", "增长10.5%"],
)
