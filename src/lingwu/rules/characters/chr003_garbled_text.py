"""乱码：文件用错了编码打开或保存，字变成了“�”“锟斤拷”或者一串带附加符号的西文字母。"""

from lingwu.rule import Basis, Rule, Severity, Strength, pattern

rule = Rule(
    code="CHR003",
    title="乱码",
    basis=Basis("公文用字习惯", "", Strength.CUSTOM),
    message="这里像是乱码，请对照原稿改正。",
    find=pattern(
        "\ufffd+|(?:锟斤拷)+|锟叫+|烫烫烫+|屯屯屯+|(?:[ÃÂâåæçè][\u0080-\u00bf€™œžŸ‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜š›]{1,2}){2,}"
    ),
    severity=Severity.ERROR,
    bad={
        "加强⟦\ufffd\ufffd⟧领导。": None,
        "请按⟦锟斤拷⟧要求办理。": None,
    },
    good=["加强领导。", "水烫烫的", "café的菜单", "屯屯通公路"],
)
