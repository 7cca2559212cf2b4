"""“既……又……”“既……也……”是一个句子，两半之间用逗号，不用句号。"""

from lingwu.rule import Basis, Rule, Severity, Strength, pattern

rule = Rule(
    code="PUN058",
    title="“既……又……”中间的句号",
    basis=Basis("GB/T 15834—2011", "4.4", Strength.RECOMMENDED),
    message="“既……又……”是一个句子，中间的句号应改为逗号。",
    find=pattern(r"(?<!继)(?<!即)既[要能是可有][^。！？\n“”又也更还]{3,90}(?P<x>。)(?=[又也更][要能是可有])", "，"),
    severity=Severity.DOUBT,
    bad={
        "既要盯住大事要事，做到心中有数。又要抓好日常小事。": "既要盯住大事要事，做到心中有数，又要抓好日常小事。",
        "既能摸清底数。也能发现问题。": "既能摸清底数，也能发现问题。",
    },
    good=["既要抓大事，又要抓小事。", "既要抓大事，又要抓小事。也要注意方法。", "事情既是如此。他也没有办法。"],
)
