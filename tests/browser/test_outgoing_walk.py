"""The whole of 发文 in browsers: drafted with a slip, checked, countersigned twice, signed, sealed, archived."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import pypdfium2  # type: ignore[import-untyped]
import pytest
from desks import Desk, Room, chromium, served
from docx import Document
from selenium.webdriver.common.keys import Keys

from office_process import lingwu

TITLE = "滨河区人民政府办公室关于做好今冬明春森林防火工作的通知"
TEXT = """为做好今冬明春森林防火工作，经区政府同意，现将有关事项通知如下：
一、落实防火责任
各单位要认真布署防火工作，主要负责同志亲自检查值班和巡护情况。
二、严格火源管理
继续办好“按装用火”宣传栏，劝阻野外用火。
三、报送有关情况
各单位每周五将巡护情况报送区政府办公室。"""
DRAFTER, HEAD, CHECKER, FINANCE, SCHOOLS, LEADER, REGISTRAR, AUDITOR = (
    "hexiaoyu", "chensiqi", "zhaowenbo", "qinlixin", "fangmin", "zhoumingyuan", "sunlihua", "shenji",
)  # fmt: skip


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    with chromium() as browser, served(tmp_path_factory.mktemp("outgoing")) as office:
        yield Room(browser, office)


def text_of(desk: Desk) -> str:
    return str(desk.one("#editor-text").get_property("value"))


def marked(desk: Desk) -> list[str]:
    """What is underlined as wrong."""
    return [str(mark.get_property("textContent")) for mark in desk.all(".editor-error")]


def save(desk: Desk, number: int) -> None:
    desk.keys("s", Keys.CONTROL)
    desk.until(lambda: f"已存为第{number}稿" in desk.one("#editor-said").text, "it is saved")


def write(desk: Desk, text: str) -> None:
    """Put ``text`` in the place of what is there, as one who pastes it."""
    desk.one("#editor-text").click()
    desk.browser.execute_script(
        "document.execCommand('selectAll'); document.execCommand('insertText', false, arguments[0])", text
    )


def test_a_document_sent_goes_through_many_hands(room: Room) -> None:
    drafted(room[DRAFTER])
    mended_by_a_key(room[DRAFTER])
    stopped_by_an_open_fault(room[DRAFTER])
    two_windows_lose_nothing(room[HEAD])
    countersigners_chosen(room[CHECKER])
    agreed(room[SCHOOLS], "同意。")
    sent_back(room[FINANCE])
    mended_and_sent_again(room[CHECKER])
    signed_again_by_both(room)
    signed(room[LEADER])
    rechecked(room[CHECKER])
    numbered_and_sealed(room[REGISTRAR])
    distributed(room[REGISTRAR], room[FINANCE])
    archived(room[REGISTRAR])
    files_open(room[DRAFTER])
    everything_is_on_record(room)


def drafted(desk: Desk) -> None:
    desk.press("起草公文")
    desk.fill("文种", "通知")
    desk.fill("标题", "关于做好今冬明春森林防火工作的请示")
    desk.fill("主送机关", "区财政局、区教育局")
    desk.sees("差错")  # a 通知 whose title says 请示
    desk.fill("标题", TITLE)
    desk.field("抄送机关").click()
    desk.until(lambda: "请示" not in desk.one("#found-title").text, "the title is in order")
    desk.press("其他要素")
    desk.fill("机关代字", "滨政办发")
    desk.fill("份数", "20")
    desk.press("立稿并写正文")
    desk.sees("已经立稿，请写正文。")


def mended_by_a_key(desk: Desk) -> None:
    desk.one("#editor-text").send_keys(TEXT)
    desk.until(lambda: marked(desk) == ["布署", "按装"], "both slips are underlined")
    desk.browser.execute_script("arguments[0].setSelectionRange(0, 0)", desk.one("#editor-text"))
    desk.keys(Keys.DOWN, Keys.ALT)
    desk.sees("“布署”疑为“部署”之误")
    desk.keys(Keys.ENTER, Keys.ALT)
    desk.until(lambda: marked(desk) == ["按装"] and "认真部署" in text_of(desk), "a key mends it")
    save(desk, 1)


def stopped_by_an_open_fault(desk: Desk) -> None:
    desk.press("返回办理")
    desk.sees("轮到您：起草", "还有1处差错没有改正", "正文“按装”")
    assert not desk.named("送审").is_enabled()
    with zipfile.ZipFile(io.BytesIO(desk.fetched("下载修订稿 .docx"))) as tracked:
        marks = tracked.read("word/document.xml").decode()
    assert "<w:delText>按</w:delText>" in marks or "<w:delText>按装</w:delText>" in marks
    assert "何晓雨" in marks and "<w:ins " in marks
    desk.press("打开正文逐处改正或判定")
    desk.until(lambda: desk.all(".editor-error"), "it is underlined still")
    desk.one("#editor-text").click()
    desk.keys(Keys.DOWN, Keys.ALT)
    desk.keys("d", Keys.ALT)
    desk.browser.switch_to.active_element.send_keys("宣传栏原名如此", Keys.ENTER)
    desk.until(lambda: not desk.all(".editor-error"), "it is dismissed")
    desk.press("返回办理")
    desk.sees("轮到您：起草")
    desk.sees_not("没有改正")
    desk.press("送审")
    desk.sees("已送审。", "综合科科长")


def two_windows_lose_nothing(desk: Desk) -> None:
    """The head has the text open at two windows; what the second saves goes beside, and is taken in."""
    desk.opens(TITLE)
    desk.sees("轮到您：部门核稿", "本环节处理了")
    desk.press("改正文")
    first, path = desk.window, desk.browser.current_url
    second = desk.open_window()
    desk.browser.get(path)
    write(desk, text_of(desk).replace("每周五", "每周一"))
    save(desk, 2)
    desk.turn_to(first)
    write(desk, text_of(desk).replace("劝阻野外用火", "劝阻一切野外用火"))
    desk.press("存为新稿")
    desk.sees("两份都在，没有互相覆盖", "两边改的不是同一处，已并在一起")
    desk.press("并入并存稿")
    desk.sees("已并入，存为第4稿。")
    assert "每周一" in text_of(desk) and "劝阻一切野外用火" in text_of(desk)
    desk.turn_to(second)
    desk.browser.close()
    desk.turn_to(first)
    desk.press("各稿")
    desk.sees("陈思齐", "另存", "现行")
    desk.press("返回办理")
    desk.fill("意见", "责任写清楚了，请办公室核稿。")
    desk.press("送下一环节")
    desk.sees("已送下一环节。")


def countersigners_chosen(desk: Desk) -> None:
    desk.opens(TITLE)
    desk.sees("轮到您：办公室核稿", "责任写清楚了，请办公室核稿。")
    desk.press("选定会签人")
    desk.tick("秦立新")
    desk.tick("方敏")
    desk.fill("意见", "请两局会签。")
    desk.press("送下一环节")
    desk.sees("已送下一环节。", "会签", "待办")


def agreed(desk: Desk, opinion: str) -> None:
    desk.opens(TITLE)
    desk.sees("轮到您：会签")
    desk.fill("意见", opinion)
    desk.press("送下一环节")
    desk.sees("已送下一环节。")


def sent_back(desk: Desk) -> None:
    desk.opens(TITLE)
    desk.press("退回")
    desk.fill("退回原因", "宣传栏经费没有落实，请写明由各单位自行解决。")
    desk.fill("退到", "办公室核稿")
    desk.press("退回")
    desk.sees("已退回。")


def mended_and_sent_again(desk: Desk) -> None:
    desk.go("/")
    desk.sees("秦立新退回：宣传栏经费没有落实")
    desk.opens(TITLE)
    desk.press("改正文")
    write(desk, text_of(desk).replace("宣传栏，", "宣传栏，所需经费由各单位自行解决，"))
    save(desk, 5)
    desk.press("返回办理")
    desk.press("送下一环节")
    desk.sees("已送下一环节。", "第2次")


def signed_again_by_both(room: Room) -> None:
    """Also who agreed to the earlier text is asked again; the leader has nothing before both have agreed."""
    agreed(room[FINANCE], "同意修改后的文稿。")
    leader = room[LEADER]
    leader.go("/")
    leader.sees("等我办的")
    leader.sees_not(TITLE)
    agreed(room[SCHOOLS], "仍然同意。")


def signed(desk: Desk) -> None:
    desk.opens(TITLE)
    desk.sees("轮到您：签发", "同意修改后的文稿。", "仍然同意。", "第5稿", "所需经费由各单位自行解决")
    desk.press("签发")
    desk.sees("已签发。", "周明远")


def rechecked(desk: Desk) -> None:
    desk.opens(TITLE)
    desk.sees("轮到您：复核")
    desk.press("送下一环节")
    desk.sees("已送下一环节。")


def numbered_and_sealed(desk: Desk) -> None:
    desk.opens(TITLE)
    desk.sees("轮到您：登记编号")
    desk.press("登记编号")
    desk.sees("已编号。", "滨政办发〔")
    desk.press("用印登记")
    desk.sees("已办：用印登记。", "20份")


def distributed(desk: Desk, finance: Desk) -> None:
    desk.turn_to()
    desk.press("分发")
    names = [one.get_property("value") for one in desk.all("[name=recipients_recipient]")]
    assert names[:2] == ["区财政局", "区教育局"]
    desk.press("分发")
    desk.sees("已办：分发。", "未签收")
    finance.turn_to()
    finance.go("/")
    finance.sees("发给本单位，待签收")
    finance.follow(TITLE)
    finance.press("签收")
    finance.sees("已办：签收。", "已签收")


def archived(desk: Desk) -> None:
    desk.turn_to()
    desk.opens(TITLE)
    desk.sees("轮到您：归档")
    desk.fill("保管期限", "定期30年")
    desk.press("归档")
    desk.sees("已归档。", "归档号", "定期30年")
    desk.go("/documents/outgoing/?text=森林防火")
    desk.sees(TITLE, "滨政办发〔")


def files_open(desk: Desk) -> None:
    desk.go("/documents/outgoing/?text=森林防火")
    desk.follow(TITLE)
    typeset = Document(io.BytesIO(desk.fetched("下载成文 .docx")))
    said = "\n".join(paragraph.text for paragraph in typeset.paragraphs)
    assert TITLE in said.replace("\n", "") and "认真部署防火工作" in said and "布署" not in said
    with pypdfium2.PdfDocument(desk.fetched("下载成文 .pdf")) as pages:
        assert "滨政办发〔" in pages[0].get_textpage().get_text_range()


def everything_is_on_record(room: Room) -> None:
    desk = room[AUDITOR]
    desk.press("留痕")
    desk.sees("用印", "归档", "查阅")
    desk.press("验证")
    desk.sees("留痕完整")
    desk.go("/documents/outgoing/")
    desk.sees("还没有您可以查看的公文。")
    desk.sees_not(TITLE)
    done = lingwu("office", "verify-audit", "--home", room.office.home)
    assert done.returncode == 0, done.stdout
    assert not [one for one in desk.complaints() if "favicon" not in one]
