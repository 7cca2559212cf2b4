"""“亲自”“亲临”“隆重”等词，公文和新闻中要慎用：一般的会议只说“召开”，领导本来就该做的事不说“亲自”。"""

from lingwu.rule import Basis, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="STY002",
    title="慎用“亲自”“隆重”",
    basis=Basis("新华社新闻信息报道用语规范", "", Strength.RECOMMENDED, "公开报道中对“亲自”“隆重召开”等词的提醒"),
    message="“{old}”宜慎用，可改为“{new}”。",
    find=pattern(
        r"亲自(?=主持|出席|参加|到场|莅临|指导|部署召开)|(?:亲临|莅临)(?=现场|会场|会议|我[市县区局]|指导|检查|视察)|隆重(?=召开(?!大会庆))",
        lambda match: "到" if match.group() in ("亲临", "莅临") else "",
        unless=r"(?:邀请?|恭请|敬请|请您|欢迎|光临)[^。；]{0,20}莅临",
    ),
    severity=Severity.ADVICE,
    safety=Safety.CONFIRM,
    bad={"书记亲自主持会议": "书记主持会议", "大会隆重召开": "大会召开"},
    good=["书记主持会议", "大会召开", "隆重庆祝建党百年", "诚挚邀请您莅临会议"],
)
