"""“读原著、学原文、悟原理”是三个并列的短语，中间都用顿号，不能有的有、有的没有。"""

from lingwu.rule import Basis, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="WRD023",
    title="“读原著、学原文、悟原理”中间的顿号",
    basis=Basis("公文校对惯例", "", Strength.CUSTOM),
    message="“{old}”并列短语之间的顿号应当一致。",
    find=pattern(
        r"读原著、?学原文、?悟原理(?:、?知原义)?",
        lambda match: "、".join(
            part
            for part in (match.group()[i : i + 3] for i in range(len(match.group())))
            if part[0] in "读学悟知" and part[1:2] == "原"
        ),
    ),
    severity=Severity.ADVICE,
    safety=Safety.CONFIRM,
    bad={
        "要读原著学原文、悟原理": "要读原著、学原文、悟原理",
        "坚持读原著学原文、悟原理知原义": "坚持读原著、学原文、悟原理、知原义",
    },
    good=["读原著、学原文、悟原理", "读原著、学原文、悟原理、知原义", "认真读原著"],
)
