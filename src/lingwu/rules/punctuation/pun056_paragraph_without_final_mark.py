"""一段话说完了，末尾要有句号、问号或叹号。

标题、表格、署名、日期、名单和后面接着列举的段落不在此列，只看已经用了句号、末尾却是汉字的长段落。
"""

import re
from collections.abc import Iterator

from lingwu.document import Block
from lingwu.rule import Basis, Document, Hit, Kind, Role, Rule, Severity, Span, Strength, whole

ENDS_OPEN = re.compile("[\u4e00-\u9fff]$")
NOT_PROSE = re.compile(
    r"[\t|]|  |\u3000(?!第)|报道|摄$|编辑|记者|来源|供稿|电话|地址|网址|签发|附件|抄送|主送|[年月日号和与及或的据在对将把为而是以向]$|[（(]?完$"
)
PERSON_OR_UNIT = re.compile(r"(?:同志|主任|书记|局长|市长|省长|委员会|办公室|政府|小组|公司|总理|主席|先生|女士)$")
SHORTEST = 40
"""Paragraphs shorter than this may be anything: a caption, a name, an item."""


def find(doc: Document) -> Iterator[Hit]:
    long = [block.span for block in doc.blocks if len(block.span) >= SHORTEST and _prose(block)]
    hits = [hit for span in long if (hit := _hit(doc, span))]
    if len(hits) <= max(2, len(long) // 8):  # more: the lines are not paragraphs but lines of a page
        yield from hits


def _prose(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and block.role is Role.BODY


def _hit(doc: Document, span: Span) -> Hit | None:
    text = span.of(doc.text).rstrip(" \u3000\t")
    if not ENDS_OPEN.search(text[-1:]):
        return None
    last = re.split("[。！？]", text)[-1]
    if (
        len(last) < 8
        or len(last) == len(text)
        or last[:1] == "“"
        or NOT_PROSE.search(last)
        or PERSON_OR_UNIT.search(last)
    ):
        return None
    at = span.start + len(text)
    return Hit(Span(at - 1, at), text[-1] + "。")


rule = Rule(
    code="PUN056",
    title="段末缺句号",
    basis=Basis("GB/T 15834—2011", "4.1", Strength.RECOMMENDED),
    message="这一段末尾缺句末标点，疑应加“。”。",
    find=whole(find),
    severity=Severity.DOUBT,
    where=[Role.BODY],
    bad={
        "各级各部门要高度重视安全生产工作，层层压实责任。要加强督促检查，及时消除隐患，确保全年不发生重大事故": "各级各部门要高度重视安全生产工作，层层压实责任。要加强督促检查，及时消除隐患，确保全年不发生重大事故。",
        "今年以来，全市上下真抓实干，各项工作取得了新的成效。下一步，要继续巩固成果，推动高质量发展迈上新的台阶": "今年以来，全市上下真抓实干，各项工作取得了新的成效。下一步，要继续巩固成果，推动高质量发展迈上新的台阶。",
    },
    good=[
        "关于切实做好今年冬季森林草原防灭火工作的通知",
        "各级各部门要高度重视安全生产工作，层层压实责任。要加强督促检查，及时消除隐患，确保不发生重大事故。",
        "参加会议的有市直各部门主要负责同志。会议由市政府秘书长主持，地点在市政府三楼会议室，时间为3月8日",
    ],
)
