"""Zip packages and XML parts: bombs, entities, traversal, depth, and the faithful way back."""

from __future__ import annotations

import io
import struct
import time
import warnings
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import compound, refused, zipped

from lingwu.errors import DamagedFile, EncryptedFile, OversizedFile, ReadError, UnsafeFile
from lingwu.formats import _compound, _package

PLAIN = zipped({"a.xml": "<a>甲</a>", "目录/b.bin": b"\0" * 100})


def test_members_come_in_order_and_go_back() -> None:
    members = _package.unzip(PLAIN, "a.zip")
    assert list(members) == ["a.xml", "目录/b.bin"]
    again = _package.rezip(PLAIN, {**members, "a.xml": b"<a/>", "new.xml": b"<n/>"})
    assert list(_package.unzip(again, "a.zip").values()) == [b"<a/>", b"\0" * 100, b"<n/>"]
    assert _package.member_names(again) == ["a.xml", "目录/b.bin", "new.xml"]
    assert _package.member_names(b"PK\x03\x04nothing") == ()
    assert _package.member_names(b"text") == ()


def _false_size() -> bytes:
    """A zip whose one member unpacks to a thousand times what its headers claim."""
    data = bytearray(zipped({"a.xml": b"\0" * 10_000_000}))
    size = struct.pack("<I", 10_000_000)
    while size in data:
        at = data.index(size)
        data[at : at + 4] = struct.pack("<I", 10_000)
    return bytes(data)


def _flagged() -> bytes:
    data = bytearray(PLAIN)
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _doubled() -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as package:
        warnings.simplefilter("ignore")
        package.writestr("a.xml", "<a/>")
        package.writestr("a.xml", "<b/>")
    return out.getvalue()


def _with_wrong_sum() -> bytes:
    return PLAIN.replace(struct.pack("<I", zlib.crc32("<a>甲</a>".encode())), b"\1\2\3\4")


def _by_lzma() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as package:
        package.writestr("a.xml", "<a/>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (zipped({"a.xml": b"\0" * 30_000_000}), OversizedFile),
        (zipped({f"{at}.xml": b"\0" * 1_000_000 for at in range(40)}), OversizedFile),
        (zipped({f"{at}": b"" for at in range(20_001)}), OversizedFile),
        (_false_size(), DamagedFile),
        (_flagged(), EncryptedFile),
        (_doubled(), UnsafeFile),
        (zipped({"../../etc/passwd": "x"}), UnsafeFile),
        (zipped({"a/..\\b": "x"}), UnsafeFile),
        (zipped({"C:\\b": "x"}), UnsafeFile),
        (_with_wrong_sum(), DamagedFile),
        (_by_lzma(), DamagedFile),
        (PLAIN[:-30], DamagedFile),
        (b"PK\x03\x04", DamagedFile),
    ],
)
def test_hostile_packages_are_refused_quickly(data: bytes, error: type[Exception]) -> None:
    began = time.perf_counter()
    with pytest.raises(error) as caught:
        _package.unzip(data, "坏.docx")
    assert time.perf_counter() - began < 5
    assert isinstance(caught.value, ReadError)
    refused(caught.value, "坏.docx")


def test_a_zip_in_a_zip_is_not_opened() -> None:
    inner = zipped({"bomb.xml": b"\0" * 30_000_000})
    assert _package.unzip(zipped({"inner.zip": inner}), "a.zip") == {"inner.zip": inner}


LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>'
UNSAFE = [
    LAUGHS.encode(),
    b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    b'<!DOCTYPE a [<!ENTITY % p SYSTEM "http://a.example/x.dtd"> %p;]><a/>',
    b'<!DOCTYPE a SYSTEM "http://a.example/x.dtd"><a/>',
    ('<?xml version="1.0" encoding="UTF-16"?>' + LAUGHS).encode("utf-16"),
    ('<?xml version="1.0" encoding="UTF-16"?>' + LAUGHS).encode("utf-16-be"),
    LAUGHS.encode("utf-16-le"),
    b"<?xml version='1.0'?><!--" + b"-x" * 5000 + b"--> " + LAUGHS.encode(),
    b"\xef\xbb\xbf \n<?a b?>" + LAUGHS.encode(),
    b"<a>" * 2000 + b"</a>" * 2000,
    b"<a>" * 300 + b"</a>" * 300,
    b"<a>" * 100_000 + b"</a>" * 100_000,
]


@pytest.mark.parametrize("part", UNSAFE)
def test_entities_and_depth_are_refused(part: bytes) -> None:
    with pytest.raises(UnsafeFile) as caught:
        _package.parse(part, "坏.docx", "word/document.xml")
    refused(caught.value, "坏.docx")


@pytest.mark.parametrize(
    "part",
    [
        b"", b"text", b"<a>", b"<a><b></a>", b"<a>&undefined;</a>", b"<a b='1' b='2'/>", b"<a>\0</a>", b"\xff\xfe<\0a",
        b'<?xml version="1.0" encoding="UTF-7"?>+ADw-a/+AD4-',
        '<?xml version="1.0" encoding="cp037"?><a/>'.encode("cp037"),
        LAUGHS.encode("utf-32"), b"<a>\xff</a>",
    ],
)  # fmt: skip
def test_broken_parts_are_refused(part: bytes) -> None:
    with pytest.raises((DamagedFile, UnsafeFile)) as caught:
        _package.parse(part, "坏.docx", "word/document.xml")
    refused(caught.value, "坏.docx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_parts_in_common_encodings_are_read(encoding: str) -> None:
    declared = {"utf-8-sig": "UTF-8"}.get(encoding, encoding)
    part = f'<?xml version="1.0" encoding="{declared}"?><!-- 注 --><a b="1">甲&lt;!DOCTYPE 乙</a>'.encode(encoding)
    assert _package.parse(part, "a.docx").text == "甲<!DOCTYPE 乙"


def test_long_parts_are_read_or_refused_in_time() -> None:
    long = b'<a b="' + b"x" * 20_000_000 + b'"/>'
    assert len(_package.parse(long, "a.docx").get("b", "")) == 20_000_000
    assert _package.parse(b"<!--" + b"-x" * 1_000_000 + b"--><a/>", "a.docx").tag == "a"


def test_a_part_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_package, "MOST_XML", 1000)
    with pytest.raises(OversizedFile) as caught:
        _package.parse(b"<a>" + b"x" * 1000 + b"</a>", "大.docx", "word/document.xml")
    refused(caught.value, "大.docx")


def test_streams_of_a_compound_file() -> None:
    data = compound({"WordDocument": b"\xec\xa5" + b"x" * 5000, "1Table": b"y"})
    found = _compound.streams(data)
    assert found["WordDocument"].head[:4] == b"\xec\xa5xx"
    assert set(found) == {"WordDocument", "1Table"}
    assert not _package.is_locked(data)
    assert _package.is_locked(compound({"EncryptionInfo": b"", "EncryptedPackage": b""}))


SAMPLE = compound({"WordDocument": b"x"})


@given(st.integers(0, 1023), st.binary(min_size=1, max_size=4), st.integers(0, len(SAMPLE)))
def test_a_broken_compound_file_ends(at: int, new: bytes, end: int) -> None:
    assert isinstance(dict(_compound.streams(SAMPLE[:at] + new + SAMPLE[at + len(new) : end])), dict)


@given(st.binary(max_size=200))
def test_any_xml_ends_in_a_tree_or_an_error(part: bytes) -> None:
    try:
        root = _package.parse(part, "a.docx", "x.xml")
    except ReadError as error:
        refused(error, "a.docx")
    else:
        assert isinstance(root.tag, str)


@given(st.integers(0, len(PLAIN) - 1), st.integers(0, 255))
def test_a_mutated_zip_is_read_or_refused(at: int, byte: int) -> None:
    try:
        members = _package.unzip(PLAIN[:at] + bytes([byte]) + PLAIN[at + 1 :], "a.docx")
    except ReadError as error:
        refused(error, "a.docx")
    else:
        assert len(members) <= 2
