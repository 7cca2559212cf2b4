"""成语、固定词语和政策用语里的汉字数字不能换成阿拉伯数字：一心一意、三农、“四个全面”、第一书记、星期五。"""

import re

from lingwu.rule import Basis, Rule, pattern

WORDS = [
    "一心一意", "一帆风顺", "一丝不苟", "一视同仁", "一如既往", "一马当先", "一律", "一旦",
    "一直", "一贯", "一些", "一切", "一致", "一般", "一体化", "一带一路", "三农”", "三农工作",
    "三农问题", "三农领域", "四个全面”", "四个意识", "四个自信", "两个维护", "两个确立",
    "五位一体", "三严三实", "两学一做", "三会一课", "四风”", "四风问题", "三重一大", "五四运动",
    "三心二意", "四面八方", "五湖四海", "七上八下", "九牛一毛", "三令五申", "四通八达",
    "五花八门", "一国两制",
]  # fmt: skip
DIGITS = {"一": "1", "二": "2", "两": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8", "九": "9"}
HAN = str.maketrans("123456", "一二三四五六")


def _spoilt(word: str) -> str:
    """The word with its first numeral in an Arabic digit, later ones in either script, as a regex."""
    rest = "".join(f"[{char}{DIGITS[char]}]" if char in DIGITS else char for char in word[1:])
    return DIGITS[word[0]] + rest


def _mended(match: re.Match[str]) -> str:
    old = match["x"]
    if old[0] in "星第":
        return old.translate(HAN) if re.fullmatch("星期[1-6]|第1", old) else old
    return next((word for word in WORDS if re.fullmatch(_spoilt(word), old)), old)


rule = Rule(
    code="NUM008",
    title="固定词语里用了阿拉伯数字",
    basis=Basis("GB/T 15835—2011", "4.2.3"),
    message="“{old}”属固定词语，其中的数字应用汉字，写作“{new}”。",
    find=pattern(
        r"(?P<x>[1-9星第](?<![\d.A-Za-z:：—～~图表第件例注-].)(?:"
        + "|".join(sorted((_spoilt(word)[1:] for word in WORDS), key=len, reverse=True))
        + r"|(?<![一两每个]星)期[1-6](?![\d、—～至个天-])|1(?=书记))(?![小组队]|观|片))",
        _mended,
    ),
    bad={
        "1心1意谋发展。": "一心一意谋发展。",
        "做好“3农”工作。": "做好“三农”工作。",
        "协调推进“4个全面”战略布局。": "协调推进“四个全面”战略布局。",
        "定于星期5召开。": "定于星期五召开。",
        "选派驻村第1书记。": "选派驻村第一书记。",
    },
    good=[
        "做好“三农”工作。",
        "见图1直观可知",
        "抽取样品1件。",
        "共建有4个全面质量小组。",
        "第1，直接办理。",
        "星期1—5营业",
        "一星期6个工作日",
    ],
)
