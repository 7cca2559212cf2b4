"""文件中不应留下某台电脑上的路径。

“C:\\Users\\张三\\桌面\\终稿.docx”多是复制粘贴带进来的，会暴露用户名和内部目录。
"""

from lingwu.rule import Basis, Rule, Severity, Strength, pattern

rule = Rule(
    code="SEC008",
    title="电脑上的文件路径",
    basis=Basis("公文制作习惯", "", Strength.CUSTOM),
    message="“{old}”是电脑上的文件路径，请删去。",
    find=pattern(
        r"(?P<x>(?<![A-Za-z])[A-Za-z]:\\[^\s，。；：）”、<>|\"]{1,120}|file:///[^\s，。；）”]{1,120}|\\\\[A-Za-z0-9.\-]{2,40}\\[^\s，。；）”]{1,120})"
    ),
    severity=Severity.DOUBT,
    bad={"附件见⟦C:\\Users\\zhang\\Desktop\\a.docx⟧": None, "从⟦\\\\fileserver\\share\\b.xls⟧。": None},
    good=["比例为A:B", "网址：http://example.org/a", "时间：8:30，地点：三楼"],
)
