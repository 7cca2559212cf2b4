"""引用党内法规应当写准名称：《党政领导干部选拔任用工作条例》《中国共产党发展党员工作细则》。

漏掉“工作”“管理”、差一个字的名称，与现有的一部党内法规相近而不相同，多是写错。名称见 lexicons/party_rules.tsv；带“暂行”“试行”的
旧名、各地的实施办法不在对照之列。
"""

import re
from collections.abc import Iterator
from functools import cache

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, whole
from lingwu.structure.citations import laws
from lingwu.structure.facts import column, words
from lingwu.text.near_names import one_apart
from lingwu.text.regexes import compiled

CITED = r"《(?P<name>(?:中国共产党|党|干部|领导|关于新形势|推进领导|信访|地方党政|公务员|事业单位|社会主义学院|整治)[^《》〈〉“”\s]{2,36}(?:条[例列]|准则|规定|规则|细则|办法))(?P<trial>[（(]试行[）)])?》"
REPEALED = r"[^。；\n]{0,50}废止"
FILLERS = r"工作|管理|若干|有关"


def _find(doc: Document) -> Iterator[Hit]:
    if "《" not in doc.text:
        return
    for match in compiled(CITED).finditer(doc.text):
        if compiled(REPEALED).match(doc.text, match.end()):
            continue
        near = _near(match["name"])
        if near and (match["trial"] is None or near in column("party_rules", "name", "trial")):
            yield Hit(Span(*match.span("name")), near)


@cache
def _near(name: str) -> str:
    """The one name next to ``name``; nothing where it is right as it is, or where there are several."""
    known = words("party_rules", "name")
    if name in known or name in laws() or "暂行" in name or "试行" in name:
        return ""
    bare = re.sub(FILLERS, "", name)
    found = {right for right in known if one_apart(name, right) or re.sub(FILLERS, "", right) == bare}
    return found.pop() if len(found) == 1 else ""


rule = Rule(
    code="LAW006",
    title="党内法规的名称",
    basis=Basis("党政机关公文处理工作条例", "第二十条（四）", note="引文应当准确"),
    message="没有查到《{old}》，是否为《{new}》？",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "按照《党政领导干部选拔任用条例》办理。": "按照《党政领导干部选拔任用工作条例》办理。",
        "依据《中国共产党纪律处份条例》给予处分。": "依据《中国共产党纪律处分条例》给予处分。",
        "严格执行《中国共产党支部条例（试行）》": "严格执行《中国共产党支部工作条例（试行）》",
    },
    good=[
        "按照《党政领导干部选拔任用工作条例》办理。",
        "《党政领导干部选拔任用工作暂行条例》废止。",
        "《干部教育培训工作条例》《信访工作条例》",
        "2015年印发的《推进领导干部能上能下若干规定（试行）》",
    ],
)
