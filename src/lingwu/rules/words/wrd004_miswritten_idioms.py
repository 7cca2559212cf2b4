"""写错的成语。

成语和固定短语的字形是固定的，写错一个字就是差错。

词表见 lexicons/idioms.tsv；词典承认的异写（如“故步自封”与“固步自封”）不在表内。
"""

from lingwu.lexicon import Lexicon
from lingwu.rule import Basis, Rule, Safety, Severity, Strength, swap

rule = Rule(
    code="WRD004",
    title="写错的成语",
    basis=Basis("《现代汉语词典》（第7版）", "用法", Strength.RECOMMENDED),
    message="成语“{old}”应写作“{new}”{note}。",
    find=swap(Lexicon.load("idioms")),
    severity=Severity.ERROR,
    safety=Safety.CONFIRM,
    bad={
        "一如继往支持改革": "一如既往支持改革",
        "再接再励，再创佳绩": "再接再厉，再创佳绩",
        "始终如履簿冰": "始终如履薄冰",
    },
    good=["故步自封，固步自封", "名副其实，名符其实", "加热枕头"],
)
