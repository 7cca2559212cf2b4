"""私用区的字符没有统一含义，换一台电脑就显示成空框或别的字，应换成正式编码的字，或者用图片表示。"""

from lingwu.rule import Basis, Rule, Severity, Strength, pattern

rule = Rule(
    code="CHR002",
    title="私用区字符",
    basis=Basis("公文用字习惯", "", Strength.CUSTOM, "私用区字符在别的电脑上可能显示不出来"),
    message="这个字符在私用区，换一台电脑可能显示不出来，请换成正式编码的字。",
    find=pattern("[\ue000-\uefff\uf100-\uf8ff\U000f0000-\U0010fffd]+"),
    severity=Severity.ERROR,
    bad={
        "联系人：王⟦\ue863⟧": None,
        "⟦\ue5e5⟧加强领导。": None,
    },
    good=["联系人：王㛃", "\uf0b7 要点一", "联系人：王喆"],
)
