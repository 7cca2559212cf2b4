"""文字处理软件的域更新失败后留下的提示，如“错误！未找到引用源。”“错误！未定义书签。”，印出来就是差错。"""

from lingwu.rule import Basis, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="WRD019",
    title="域更新失败的提示",
    basis=Basis("公文校对惯例", "", Strength.CUSTOM),
    message="“{old}”是域更新失败留下的提示，请更新域或者改为正确的内容。",
    find=pattern(
        r"(?:错误[!！]\s{0,2}(?:未找到引用源|未定义书签|文档中没有指定样式的文字|未指定书签|书签自引用|链接无效|超级链接引用无效|找不到|不能[^。\n]{2,16}))[。.]?|Error! (?:Reference source not found|Bookmark not defined|No text of specified style in document)\.?|#(?:REF|VALUE|DIV/0|NAME\?|N/A)!?",
    ),
    severity=Severity.ERROR,
    safety=Safety.SHOW,
    bad={"见⟦错误!未找到引用源。⟧所列": None, "第三章⟦错误！未定义书签。⟧": None, "合计⟦#REF!⟧万元": None},
    good=["这是一个错误！请改正。", "未找到引用的来源", "错误地认为"],
)
