"""Which kind of document a text is: the 15 文种 of 条例 第八条, and the papers that are written beside them.

The kind is told by the last words of the title, by the 发文机关标志 (简报, 纪要, 令), or by the salutation (讲话稿).
Where none of them is plain there is no kind, and the rules of kinds stay silent.
"""

from __future__ import annotations

import re
from enum import StrEnum

from lingwu.document import Document, Role
from lingwu.structure.elements import line_of, main_blocks, title
from lingwu.structure.routing import addressee
from lingwu.text.regexes import compiled


class DocumentKind(StrEnum):
    """文种, and the other kinds of papers of an office."""

    RESOLUTION = "决议"
    DECISION = "决定"
    ORDER = "命令"
    COMMUNIQUE = "公报"
    ANNOUNCEMENT = "公告"
    PUBLIC_NOTICE = "通告"
    OPINION = "意见"
    NOTICE = "通知"
    CIRCULAR = "通报"
    REPORT = "报告"
    REQUEST = "请示"
    REPLY = "批复"
    BILL = "议案"
    LETTER = "函"
    MINUTES = "纪要"
    SPEECH = "讲话稿"
    WORK_REPORT = "工作报告"
    DUTY_REPORT = "述职报告"
    STUDY = "调研报告"
    SUMMARY = "总结"
    PLAN = "计划"
    SCHEME = "方案"
    BRIEF = "简报"
    REGULATION = "制度"
    PUBLIC_DISPLAY = "公示"
    APPEAL = "倡议书"

    @property
    def statutory(self) -> bool:
        """Whether this is one of the 15 文种."""
        return self in STATUTORY


class Direction(StrEnum):
    """行文方向."""

    UP = "上行"
    LEVEL = "平行"
    DOWN = "下行"
    PUBLIC = "公布"


class Purpose(StrEnum):
    """What a document of its kind is for, where the title tells it."""

    FORWARDING = "转发"
    APPROVED_FORWARDING = "批转"
    PRINTING = "印发"
    APPOINTMENT = "任免"
    MEETING = "会议通知"
    COMMENDATION = "表彰"
    ANSWER = "复函"


STATUTORY = frozenset(list(DocumentKind)[:15])
UPWARD = frozenset({DocumentKind.REQUEST, DocumentKind.REPORT})
PUBLIC = frozenset({DocumentKind.COMMUNIQUE, DocumentKind.ANNOUNCEMENT, DocumentKind.PUBLIC_NOTICE})
DOWNWARD = frozenset(
    {DocumentKind.RESOLUTION, DocumentKind.DECISION, DocumentKind.ORDER, DocumentKind.NOTICE, DocumentKind.CIRCULAR,
     DocumentKind.REPLY}
)  # fmt: skip

ENDINGS = (
    (r"(?:决议)", DocumentKind.RESOLUTION),
    (r"(?<!处罚|复议|仲裁|许可|裁定|强制|赔偿)决定", DocumentKind.DECISION),
    (r"命令|(?:政府|国务院|部|委员会|委|局|厅|署|主席|总局|嘉奖|通缉|动员|禁火|禁渔)令", DocumentKind.ORDER),
    (r"公报", DocumentKind.COMMUNIQUE),
    (r"公告", DocumentKind.ANNOUNCEMENT),
    (r"通告", DocumentKind.PUBLIC_NOTICE),
    (r"(?:的|指导|实施|若干|工作|处理|补充|具体|贯彻)意见", DocumentKind.OPINION),
    (r"通知", DocumentKind.NOTICE),
    (r"通报", DocumentKind.CIRCULAR),
    (r"述(?:职|责|学|廉|法|德)+报告", DocumentKind.DUTY_REPORT),
    (r"(?:调研|调查|考察|研究|分析)(?:情况)?报告", DocumentKind.STUDY),
    (r"工作报告|[会议]上的报告", DocumentKind.WORK_REPORT),
    (
        r"关于.{2,200}(?<!审计|评估|检测|检验|鉴定|评价|考核|验收|监测|检查|督查|核查|请示)报告|(?:情况|自查|整改|专题)报告",
        DocumentKind.REPORT,
    ),
    (r"(?<!报告)请示", DocumentKind.REQUEST),
    (r"批复", DocumentKind.REPLY),
    (r"议案", DocumentKind.BILL),
    (r"(?:的|复|公|商请|征求意见|征询|协查|告知)函", DocumentKind.LETTER),
    (r"纪要", DocumentKind.MINUTES),
    (r"讲话(?:稿|提纲)?|发言(?:稿|提纲)?|致[辞词]|演讲(?:稿)?|主持词|讲稿", DocumentKind.SPEECH),
    (r"总结", DocumentKind.SUMMARY),
    (r"计划|规划|要点|安排", DocumentKind.PLAN),
    (r"方案|预案", DocumentKind.SCHEME),
    (r"简报", DocumentKind.BRIEF),
    (r"条例|规定|办法|细则|规则|制度|守则|章程|准则|规程|公约|民约", DocumentKind.REGULATION),
    (r"公示", DocumentKind.PUBLIC_DISPLAY),
    (r"倡议书?", DocumentKind.APPEAL),
)
"""How the titles of each kind end; the first that fits tells."""

SALUTED = r"(?:同志们|朋友们|战友们|同学们|各位|尊敬的各位|女士们|全体)"
MEETING = r"(?:召开|举行|举办).*?(?:会议?|论坛|讲座|培训班?)(?:的|会议|预|补充|紧急)*通知$|^会议通知$"
TAIL = r"(?:[（(〔\[][^（）()〔〕\[\]]{1,30}[）)〕\]]|[。》])$"


def kind_of(doc: Document) -> DocumentKind | None:
    """The kind of ``doc``, worked out once for it; None where it is not plain."""
    return doc.derive(_kind)


def purpose_of(doc: Document) -> Purpose | None:
    """What ``doc`` is for within its kind, as its title tells; None where it does not."""
    return doc.derive(_purpose)


def direction_of(doc: Document) -> Direction | None:
    """Whether ``doc`` goes up, down, across or to everybody; None for kinds that may go either way."""
    kind = kind_of(doc)
    if kind in UPWARD:
        return Direction.UP
    if kind in DOWNWARD:
        return Direction.DOWN
    if kind in PUBLIC:
        return Direction.PUBLIC
    if kind in (DocumentKind.LETTER, DocumentKind.BILL):
        return Direction.LEVEL
    return None


def name_of(doc: Document) -> str:
    """The title without what follows its last word: （试行）, 》, a full stop, a subtitle after a dash."""
    return doc.derive(_name)


def _name(doc: Document) -> str:
    """Of a title over several lines, the longest beginning that ends in a kind: what follows may be 第×期, a date."""
    line = title(doc)
    broken = [i for i, at in enumerate(line.at[1:], 1) if at > line.at[i - 1] + 1]
    ends = [len(line.text), *(i for i in reversed(broken) if "\n" in doc.text[line.at[i - 1] : line.at[i]])]
    names = [_bare(line.text[:end]) for end in ends]
    return next((name for name in names if _by_ending(name)), names[0])


def _bare(name: str) -> str:
    for dash in ("——", "--"):
        head = name.partition(dash)[0]
        name = head if len(head) > 2 and not _by_ending(name) else name
    tail = compiled(TAIL)
    while len(name) > 2 and (match := tail.search(name)):
        name = name[: match.start()]
    return name


def _kind(doc: Document) -> DocumentKind | None:
    kind = _by_mark(doc) if _is_attached(doc) else _by_ending(name_of(doc)) or _by_mark(doc)
    if _is_saluted(doc) and kind in (None, DocumentKind.REPORT, DocumentKind.WORK_REPORT):
        told = kind or "工作报告" in title(doc).text or title(doc).text.endswith("的报告")
        return DocumentKind.WORK_REPORT if told else DocumentKind.SPEECH
    return kind


def _is_attached(doc: Document) -> bool:
    """Whether the first title is that of what an order issues (公布令): the order itself has only its mark."""
    main, line = main_blocks(doc), title(doc)
    return bool(line.at and main) and line.at[0] > main[-1].span.end and _by_mark(doc) is not None


def _by_ending(name: str) -> DocumentKind | None:
    return next((kind for ending, kind in ENDINGS if compiled(f"(?:{ending})$").search(name)), None)


def _by_mark(doc: Document) -> DocumentKind | None:
    """简报, 纪要 and 令 bear their kind in the 发文机关标志."""
    for block in doc.blocks[:8]:
        if block.role is Role.ISSUER_MARK:
            kind = _by_ending(line_of(doc, block).text)
            return kind if kind in (DocumentKind.BRIEF, DocumentKind.MINUTES, DocumentKind.ORDER) else None
    return None


def _is_saluted(doc: Document) -> bool:
    line = addressee(doc)
    return line is not None and re.match(SALUTED, line.text) is not None


def _purpose(doc: Document) -> Purpose | None:
    kind, name = kind_of(doc), name_of(doc)
    if kind is DocumentKind.LETTER:
        return Purpose.ANSWER if name.endswith("复函") or "关于同意" in name else None
    if kind is DocumentKind.NOTICE:
        return _of_notice(name)
    if kind in (DocumentKind.DECISION, DocumentKind.CIRCULAR):
        return Purpose.COMMENDATION if "表彰" in name or "表扬" in name else None
    return None


def _of_notice(name: str) -> Purpose | None:
    for word in (Purpose.APPROVED_FORWARDING, Purpose.FORWARDING, Purpose.PRINTING):
        if word in name[: name.find("《") if "《" in name else len(name)]:
            return word
    if compiled(r"任免|任职|免职|任命").search(name):
        return Purpose.APPOINTMENT
    if compiled(MEETING).search(name) and not compiled(r"延期|推迟|取消|改期").search(name):
        return Purpose.MEETING
    return None
