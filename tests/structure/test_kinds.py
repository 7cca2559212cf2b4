"""The kinds of documents: whole documents of each kind, their routing, and texts that are of no kind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import lingwu
from lingwu.document import Document, Role
from lingwu.structure.kinds import Direction, DocumentKind, Purpose, direction_of, kind_of, name_of, purpose_of
from lingwu.structure.routing import addressee, closing, copied, dated, head_has, opening, signed

FOLDER = Path(__file__).parent / "kinds"
RULES = tuple(f"STR0{number}" for number in range(50, 83))
REQUEST = """示范局文件
示发〔2024〕8号　签发人：张三
示范局关于追加防汛经费的请示
市人民政府：
今年汛期偏早。
拟追加经费50万元。
妥否，请批示。
附件：测算表
示范局
2024年3月8日
（联系人：李四，电话：12345678）
附件
测算表
编织袋5000条。
抄送：市财政局，市审计局。
示范局办公室　2024年3月9日印发
"""


def read(text: str) -> Document:
    return lingwu.read(text.encode(), "例.txt")


def documents() -> Iterator[tuple[str, str]]:
    """Each document of the folder with the name of its kind; the file of a kind holds several, parted by =====."""
    for path in sorted(FOLDER.glob("*.txt")):
        for text in path.read_text(encoding="utf-8").split("=====\n"):
            yield path.stem, text


@pytest.mark.parametrize(("kind", "text"), [*documents()])
def test_whole_documents(kind: str, text: str) -> None:
    doc = read(text)
    assert kind_of(doc) == kind, name_of(doc)
    report = lingwu.check(doc, lingwu.Config(select=RULES))
    assert not report.findings
    assert not report.notes


def test_every_kind_has_its_documents() -> None:
    assert {kind for kind, _ in documents()} == {*DocumentKind} - {DocumentKind.STUDY, DocumentKind.APPEAL}


def test_the_statutory_kinds_are_fifteen() -> None:
    assert [kind for kind in DocumentKind if kind.statutory] == list(DocumentKind)[:15]


@pytest.mark.parametrize(
    "title",
    [
        "关于进一步加强防汛工作",
        "行政处罚决定",
        "关于对示范公司财务收支的审计报告",
        "征求意见",
        "关于追加经费的请示报告",
        "联欢会邀请函",
        "中华人民共和国示范法",
        "会议议程",
        "某地口令",
    ],
)
def test_titles_that_tell_no_kind(title: str) -> None:
    assert kind_of(read(f"{title}\n为了做好工作，现将有关情况说明清楚。\n请大家了解。")) is None


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("关于防汛工作的通知（征求意见稿）", DocumentKind.NOTICE),
        ("《示范市公园管理办法》", DocumentKind.REGULATION),
        ("关于开展调查研究的调研报告", DocumentKind.STUDY),
        ("节约用水倡议书", DocumentKind.APPEAL),
        ("关于做好请示报告工作的意见", DocumentKind.OPINION),
        ("示范县人民政府办公室\n关于印发防汛预案的\n通知", DocumentKind.NOTICE),
        ("示范局办公会议纪要\n第5期", DocumentKind.MINUTES),
    ],
)
def test_titles_that_tell_a_kind(title: str, kind: DocumentKind) -> None:
    assert kind_of(read(f"{title}\n为了做好工作，现将有关情况说明清楚。\n请大家了解。")) is kind


@pytest.mark.parametrize(
    ("title", "purpose"),
    [
        ("关于转发《关于防汛的通知》的通知", Purpose.FORWARDING),
        ("市政府批转市水利局关于防汛意见的通知", Purpose.APPROVED_FORWARDING),
        ("关于印发《示范办法》的通知", Purpose.PRINTING),
        ("关于学习《关于印发示范办法的通知》的通知", None),
        ("关于张三等同志职务任免的通知", Purpose.APPOINTMENT),
        ("关于防汛责任落实的通知", None),
        ("关于召开年度工作会议的预通知", Purpose.MEETING),
        ("关于推迟召开年度工作会议的通知", None),
        ("关于表彰先进集体的决定", Purpose.COMMENDATION),
        ("关于同意设立学校的函", Purpose.ANSWER),
        ("关于商请协助的函", None),
        ("关于防汛工作的报告", None),
    ],
)
def test_purposes(title: str, purpose: Purpose | None) -> None:
    assert purpose_of(read(f"{title}\n各科室：\n请执行。")) is purpose


@pytest.mark.parametrize(
    ("title", "direction"),
    [
        ("关于追加经费的请示", Direction.UP),
        ("关于防汛工作的报告", Direction.UP),
        ("关于防汛工作的通知", Direction.DOWN),
        ("关于商请协助的函", Direction.LEVEL),
        ("关于停水的通告", Direction.PUBLIC),
        ("关于防汛工作的意见", None),
        ("关于防汛工作的方案", None),
    ],
)
def test_directions(title: str, direction: Direction | None) -> None:
    assert direction_of(read(f"{title}\n市人民政府：\n请审阅。")) is direction


def test_the_routing_of_a_request() -> None:
    doc = read(REQUEST)
    lines = addressee(doc), opening(doc), closing(doc)
    assert [line.text for line in lines if line] == ["市人民政府：", "今年汛期偏早。", "妥否，请批示。"]
    assert [line.text for line in signed(doc)] == ["示范局"]
    date = dated(doc)
    assert date is not None
    assert date.span.of(doc.text) == "2024年3月8日"
    assert [(organ.name, organ.span.of(doc.text)) for organ in copied(doc)] == [
        ("市财政局", "市财政局"),
        ("市审计局", "市审计局"),
    ]
    assert head_has(doc, Role.ISSUER_MARK)
    assert not head_has(doc, Role.SECRECY, Role.COPY_NUMBER)


def test_an_addressee_that_is_a_person_or_no_addressee() -> None:
    person = addressee(read("关于购置设备的请示\n刘县长：\n妥否，请批示。"))
    assert person is not None
    assert person.text == "刘县长："
    assert addressee(read("关于停水的通告\n现将有关事项通告如下：\n一、停水时间。")) is None
    assert addressee(read("关于停水的通告\n因检修停水。\n市水务公司：\n请执行。")) is None


def test_a_date_inside_the_text_is_not_the_date_of_the_document() -> None:
    doc = read("关于安排日程的通知\n各科室：\n日程如下。\n2024年3月8日\n上午开会。\n请执行。")
    assert dated(doc) is None


def test_what_follows_the_copies_does_not_hide_the_date() -> None:
    doc = read(REQUEST.replace("附件\n测算表\n编织袋5000条。\n", "").replace("9日印发", "9日"))
    date = dated(doc)
    assert date is not None
    assert date.span.of(doc.text) == "2024年3月8日"


def test_an_empty_document_has_nothing() -> None:
    doc = Document("")
    assert (kind_of(doc), addressee(doc), opening(doc), closing(doc), dated(doc)) == (None, None, None, None, None)
    assert not copied(doc)
    assert not signed(doc)
