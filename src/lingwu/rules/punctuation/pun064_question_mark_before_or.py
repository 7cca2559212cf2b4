"""选择问句一般只在末尾用问号，“还是”前面用逗号。几个选项都较长时，也可以各用一个问号。"""

from lingwu.rule import Basis, Rule, Severity, Strength, pattern

rule = Rule(
    code="PUN064",
    title="选择问句中间的问号",
    basis=Basis("GB/T 15834—2011", "4.2.3.2", Strength.RECOMMENDED),
    message="选择问句一般只在末尾用问号，这里宜用逗号。",
    find=pattern(r"(?:^|[。，；：！])[^。，；：！？\n]{2,14}(?P<x>？)(?=还是[^。；：！？\n]{1,12}？)", "，"),
    severity=Severity.ADVICE,
    bad={
        "是今年办？还是明年办？": "是今年办，还是明年办？",
        "同志们想一想，是进？还是退？": "同志们想一想，是进，还是退？",
    },
    good=["是今年办，还是明年办？", "为什么还没有办？还是没有放在心上。", "怎么办？还有办法吗？"],
)
