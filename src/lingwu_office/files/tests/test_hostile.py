"""Files that mean harm are refused in words, and nothing of them stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from lingwu_office.audit.models import Entry, EntryKind
from lingwu_office.files import storing
from lingwu_office.files.actions import store
from lingwu_office.files.models import StoredFile
from lingwu_office.files.secrecy import mark_in, refuse_marked
from lingwu_office.files.tests.samples import HOSTILE, SECRET, TEXT, good_docx, odt, pdf, png, scanned_pdf
from lingwu_office.foundation.errors import Invalid, Refused


@pytest.fixture(autouse=True)
def home(settings: SimpleNamespace, tmp_path: Path) -> Path:
    settings.HOME = tmp_path
    return tmp_path


def left(home: Path) -> list[Path]:
    return [path for path in home.rglob("*") if path.is_file()]


@pytest.mark.parametrize("what", HOSTILE)
def test_refused_in_words(what: str, office: SimpleNamespace, home: Path) -> None:
    name, content, said = HOSTILE[what]
    with pytest.raises(Invalid, match=said) as caught:
        store(office.drafter, office.top, name=name, content=content())
    assert str(caught.value).endswith("。") and "<" not in str(caught.value).replace("“<”", "")
    assert not StoredFile.objects.exists() and left(home) == []
    assert Entry.objects.get(kind=EntryKind.REFUSAL).reason == str(caught.value)


@pytest.mark.parametrize("what", SECRET)
def test_marks_of_secrecy_are_refused(what: str, office: SimpleNamespace, home: Path) -> None:
    name, content = SECRET[what]
    with pytest.raises(Refused, match="国家秘密标志"):
        store(office.drafter, office.top, name=name, content=content())
    assert not StoredFile.objects.exists() and left(home) == []
    assert "通知" not in str(Entry.objects.filter(kind=EntryKind.REFUSAL).values("thing_title", "reason", "after"))


@pytest.mark.parametrize("what", SECRET)
def test_a_deployment_made_for_secrets_takes_them(
    what: str, office: SimpleNamespace, settings: SimpleNamespace
) -> None:
    settings.CLASSIFIED = True
    name, content = SECRET[what]
    data = content()
    assert storing.open_file(store(office.drafter, office.top, name=name, content=data)) == data


def test_more_than_the_limit_is_not_even_read(office: SimpleNamespace, settings: SimpleNamespace, home: Path) -> None:
    settings.UPLOAD_LIMIT = 3 * 2**20
    taken = 0

    def pieces() -> Iterator[bytes]:
        nonlocal taken
        for _ in range(200):
            taken += 2**20
            yield bytes(2**20)

    with pytest.raises(Invalid, match="超过3MB"):
        store(office.drafter, office.top, name="大.pdf", content=pieces())
    assert taken == 4 * 2**20 and left(home) == []


GOOD = {
    "通知.docx": good_docx(), "通知.txt": TEXT.encode(), "扫描.pdf": pdf(title="通知"), "照片.png": png(),
    "大图.pdf": scanned_pdf(), "图表.odt": odt(chart=True), "手机照片.jpg": b"\xff\xd8\xff\xe0x\xff\xd9" + bytes(9000),
    "市场.md": "MZ市场管理办法".encode(), "术语.docx": good_docx("DDE“动态数据交换”&说明", TEXT),
}  # fmt: skip


@pytest.mark.parametrize("name", GOOD)
def test_kept_once_under_its_digest(name: str, office: SimpleNamespace, home: Path) -> None:
    first = store(office.drafter, office.top, name=name, content=GOOD[name])
    again = store(office.colleague, office.top, name=name, content=[GOOD[name][:7], GOOD[name][7:]])
    assert first == again and storing.open_file(again) == GOOD[name]
    assert [path.name for path in left(home)] == [f"{first.digest}{first.suffix}"]
    assert first.size == len(GOOD[name]) and first.stored_by == office.drafter


def test_a_changed_file_is_noticed(office: SimpleNamespace) -> None:
    stored = store(office.drafter, office.top, name="通知.txt", content=TEXT.encode())
    storing.path_of(stored.digest, stored.suffix).write_bytes(b"other")
    with pytest.raises(Invalid, match="摘要不符"):
        storing.open_file(stored)
    storing.path_of(stored.digest, stored.suffix).unlink()
    with pytest.raises(Invalid, match="找不到"):
        storing.open_file(stored)


@pytest.mark.parametrize("who", ["system", "security", "auditor", "outsider"])
def test_who_may_not(who: str, office: SimpleNamespace, home: Path) -> None:
    with pytest.raises(Refused, match="不能上传"):
        store(getattr(office, who), office.top, name="通知.txt", content=TEXT.encode())
    assert left(home) == [] and not StoredFile.objects.exists()


MARKS = {
    "机密★1年": "机密★1年", "绝 密 ★ 长期\n标题": "绝密★长期", "000001\n秘密\n标题": "秘密", "密级：机密级": "机密级",
    "关于会议的通知（秘密）": "秘密", "绝密★启用前": "绝密★", "特急\n机密 10年": "机密10年",
    "正文\n" * 40 + "机密★1年": "机密★1年",    "| 密级 | 秘密 |": "秘密",
}  # fmt: skip
PLAIN = [
    "请在首页左上角标注“机密★1年”。", "做好机密级、秘密级文件管理", "关于加强机密文件管理的通知",
    "保守国家秘密人人有责",     "正文\n" * 40 + "秘密", "密级", "商业秘密", "绝密、机密、秘密三级",
]  # fmt: skip


def test_marks_and_what_only_speaks_of_them() -> None:
    assert {text: mark_in(text) for text in MARKS} == MARKS
    assert {text: mark_in(text) for text in PLAIN} == dict.fromkeys(PLAIN, "")
    with pytest.raises(Refused, match="这段文字没有存入"):
        refuse_marked("", "通知", "机密★1年")
