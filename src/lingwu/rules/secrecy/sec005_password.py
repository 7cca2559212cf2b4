"""文件中不应写明系统的密码、口令。

“密码：abc123”“初始口令为123456”会随文件流传。应当改为另行单独告知，并且及时更换。“密码：见短信”之类没有写出密码的不提示。
"""

from lingwu.rule import Basis, Rule, Severity, Strength, pattern

rule = Rule(
    code="SEC005",
    title="写明的密码",
    basis=Basis("中华人民共和国网络安全法", "", Strength.RECOMMENDED, "采取措施防止身份鉴别信息泄露"),
    message="文件中写明了密码“{old}”，宜另行告知。",
    find=pattern(
        r"(?:密码|口令|[Pp]assword)(?:均|都)?(?:[：:为是]|设为|统一为|默认为|[ 　]){1,2}[ 　]?[“\"]?(?P<x>(?=[!-~]*[0-9])[!-~]{4,32})"
    ),
    severity=Severity.ADVICE,
    bad={"登录系统，用户名：admin，密码：⟦abc123⟧": None, "初始口令为⟦123456⟧，请及时修改。": None},
    good=["密码：另行通知", "密码为8位以上", "密码应当由字母和数字组成", "忘记密码：拨打电话"],
)
