"""疑漏字或多字：添上一个字、删去一个字就很通顺。

与“疑为错字”同用一个模型，要求更严：漏字、多字改动字数，判断错了更碍事，所以只在把握很大时提出。只提示，从不直接改。
"""

from lingwu.rule import Basis, Rule, Severity, Strength
from lingwu.spelling.finder import Spelled

rule = Rule(
    code="SPL002",
    title="疑漏字或多字",
    basis=Basis("零误拼写模型", strength=Strength.CUSTOM, note="按官方文本的用字统计推断，请人工判断"),
    message="“{was}”读来不通，疑为“{reads}”（把握{chance}）。",
    find=Spelled(("missing", "extra")),
    severity=Severity.DOUBT,
    gives_way=True,
    status="preview",
    bad={
        "县级以上地方人民府应当加强对消防工作的领导。": "县级以上地方人民政府应当加强对消防工作的领导。",
        "要加强对安全生产工作的的领导。": "要加强对安全生产工作的领导。",
    },
    good=[
        "好的的士司机很多。",
        "要做到件件有着落、事事有回音。",
        "各级人大、政协要加强监督。",
    ],
)
