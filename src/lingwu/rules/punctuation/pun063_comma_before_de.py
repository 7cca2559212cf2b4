"""定语和“的”之间不用逗号。"""

from lingwu.rule import Basis, Rule, Severity, Strength, pattern

rule = Rule(
    code="PUN063",
    title="“的”前的逗号",
    basis=Basis("GB/T 15834—2011", "4.4", Strength.CUSTOM),
    message="“的”前面不应有逗号。",
    find=pattern(r"(?<=[\u4e00-\u9fff])(?P<x>，)(?=的(?![确士话哥黎卢姐款当里]))", ""),
    severity=Severity.DOUBT,
    bad={
        "这是关系全局，的重点工作。": "这是关系全局的重点工作。",
        "要落实上级，的部署要求。": "要落实上级的部署要求。",
    },
    good=["这是关系全局的重点工作。", "情况紧急，的确需要帮助。", "这时，的士司机赶来了。"],
)
