"""异体字已经淘汰，公文用选定的规范字。姓名用字以户籍登记为准，引文、书名里的不提示。"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span, whole
from lingwu.text.regexes import compiled
from lingwu.text.scripts import STANDARD, VARIANTS

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾"
    "夏韦傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤颜"
)
BEFORE_NAME = rf"(?:^|[\s\u3000，、。；：（“和与有对向给员长任记席事理师手])[{SURNAMES}][\u4e00-\u9fff]?$"
"""What stands before a variant that belongs to a person's name: 杨闇公, 梁靖崑."""
SELECTED = str.maketrans(VARIANTS, STANDARD)


def find(doc: Document) -> Iterator[Hit]:
    for match in re.finditer(f"[{VARIANTS}]", doc.text):
        if not compiled(BEFORE_NAME).search(doc.text[max(0, match.start() - 3) : match.start()]):
            yield Hit(Span(*match.span()), match[0].translate(SELECTED))


rule = Rule(
    code="CHR009",
    title="异体字",
    basis=Basis("第一批异体字整理表", "", note="1955年发布，后经调整；并见通用规范汉字表（2013年）"),
    message="“{old}”是异体字，应写作“{new}”。",
    find=whole(find),
    severity=Severity.DOUBT,
    skip=[Place.QUOTATION, Place.NAME],
    bad={
        "掌握重点车辆行蹤。": "掌握重点车辆行踪。",
        "修建蓄水的隄防。": "修建蓄水的堤防。",
    },
    good=["修建蓄水的堤防。", "“行蹤”一词", "蹚出一条新路", "王喆同志", "参加会议的有李文樑、王崑。"],
)
