"""问号和叹号连用时，问号在前、叹号在后，写作“？！”。"""

from lingwu.rule import Basis, Rule, pattern

rule = Rule(
    code="PUN016",
    title="问号和叹号的先后",
    basis=Basis("GB/T 15834—2011", "4.3"),
    message="问号和叹号连用应写作“？！”。",
    find=pattern("！？", "？！"),
    bad={
        "怎么能这样办事！？": "怎么能这样办事？！",
        "这难道不是失职吗！？必须追责。": "这难道不是失职吗？！必须追责。",
    },
    good=["怎么能这样办事？！", "怎么办？", "“快办！”？"],
)
