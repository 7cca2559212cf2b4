"""范文网站的印记。

从网上下载、粘贴的材料常夹带网站名、公众号名和“点击查看”之类的网页文字，定稿前必须清除。

词表见 lexicons/site_marks.tsv。
"""

from lingwu.lexicon import Lexicon
from lingwu.rule import Basis, Rule, Safety, Severity, Strength, swap

rule = Rule(
    code="WRD020",
    title="范文网站的印记",
    basis=Basis("公文校对惯例", "", Strength.CUSTOM),
    message="“{old}”像是范文网站或者公众号的印记，应删去。",
    find=swap(Lexicon.load("site_marks")),
    severity=Severity.ERROR,
    safety=Safety.CONFIRM,
    bad={
        "起草哒哒君要字斟句酌": "起草公文要字斟句酌",
        "⟦更多内容请关注⟧公众号": None,
        "⟦侵权必删⟧，请与我们联系": None,
    },
    good=["更多信息请登录官方网站", "引导群众扫码关注政务微博", "侵权必究"],
)
