"""固定表述不能差一个字。

“全面建设社会主义现代化国家”“铸牢中华民族共同体意识”这类固定表述，文中只错、漏、多一个字，或者有两个字颠倒的，
多是录入之误。词表见 lexicons/standing_phrases.tsv；
本单位自己的提法写进 lingwu.toml 的 phrases，由 OWN002 检查。只差虚词、数字、标点的不报；开头的动词（推进、加强、坚持等）可以换，
也不报；同样正确的近似说法列在词表的第二列。
"""

from lingwu.phrases import STANDING, PhraseFinder
from lingwu.rule import Basis, Rule, Safety, Severity, Strength

rule = Rule(
    code="WRD003",
    title="固定表述差一字",
    basis=Basis("党和国家文件的固定表述", strength=Strength.CUSTOM),
    message="“{old}”处与固定表述“{phrase}”差一处，疑似录入之误。",
    find=PhraseFinder((STANDING,), yields=True),
    severity=Severity.DOUBT,
    safety=Safety.CONFIRM,
    bad={
        "在全年建设社会主义现代化国家的新征程上": "在全面建设社会主义现代化国家的新征程上",
        "坚持以人名为中心的发展思想": "坚持以人民为中心的发展思想",
        "深化供给侧结构改革": "深化供给侧结构性改革",
        "国家治理体系和治理力能现代化": "国家治理体系和治理能力现代化",
        "中华人民共共和国国务院令": "中华人民共和国国务院令",
    },
    good=[
        "全面建设小康社会的历史进程",
        "国民经济和社会发展第十三个五年规划",
        "推动生态文明建设取得新成效",
        "坚持走和平发展道路",
        "共建共治共享的社会治理新格局",
        "战略新兴产业",
    ],
)
