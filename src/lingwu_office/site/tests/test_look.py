"""What every page has: headers, landmarks, words for what went wrong, colours that can be read."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client, RequestFactory

from lingwu_office.foundation.errors import Conflict, Invalid, Refused
from lingwu_office.site.context import navigation
from lingwu_office.site.middleware import OfficeMiddleware

SITE = Path(__file__).parents[1]
CSS = (SITE / "static" / "office.css").read_text(encoding="utf-8")
COLOURS = dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-f]{6});", CSS))
TEXT = [
    *((ink, ground) for ink in ("ink", "muted", "red", "blue", "error") for ground in ("paper", "ground", "band")),
    *((name, f"{name}-ground") for name in ("error", "doubt", "advice", "ok")),
    ("on-colour", "blue"), ("on-colour", "blue-deep"), ("on-colour", "red"), ("on-colour", "red-deep"),
    ("ink", "plain-ground"), ("muted", "plain-ground"), ("ink", "mark-ground"), ("blue", "plain-ground"),
]  # fmt: skip
EDGES = [("edge", "paper"), ("edge", "ground"), ("blue", "paper"), ("blue", "ground")]


def luminance(colour: str) -> float:
    """WCAG 2.2 relative luminance of ``#rrggbb``."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(COLOURS[one]), luminance(COLOURS[other])), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_reckoned_right() -> None:
    assert luminance("#ffffff") == pytest.approx(1)
    assert luminance("#000000") == 0
    assert luminance("#777777") == pytest.approx(0.1845, abs=1e-3)


@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_has_contrast_aa(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_of_fields_and_focus_have_contrast_aa(edge: str, ground: str) -> None:
    assert contrast(edge, ground) >= 3


def test_colours_stand_at_the_top_and_nowhere_else() -> None:
    rest = CSS[CSS.index("}") :]
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", rest)
    assert not {*re.findall(r"var\(--([a-z-]+)", CSS)} - {*re.findall(r"--([a-z-]+):", CSS)}


def test_nothing_comes_from_elsewhere() -> None:
    for path in [*SITE.rglob("*.html"), *SITE.parent.rglob("templates/**/*.html"), *SITE.rglob("static/*.css")]:
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"(?:src|href|action)=[\"'](?:https?:)?//|url\(|@import", text), path


def test_templates_have_no_script_or_style_of_their_own() -> None:
    for path in SITE.parent.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)", text), path
        assert not re.search(r"\|\s*safe|autoescape off|mark_safe", text), path


@pytest.mark.parametrize("path", ["/", "/search/", "/accounts/login/", "/no-such-page/"])
def test_every_answer_tells_the_browser_what_it_may(client: Client, db: None, path: str) -> None:
    response = client.get(path)
    policy = response["Content-Security-Policy"]
    assert "default-src 'self'" in policy and "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy and "*" not in policy
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert "no-store" in response["Cache-Control"]


@pytest.fixture
def quiet_client(client: Client) -> Client:
    client.raise_request_exception = False
    return client


def test_no_such_page_is_said_in_chinese(office: SimpleNamespace, signed_in: Callable[[Any], Client]) -> None:
    response = signed_in(office.drafter).get("/no-such-page/")
    assert response.status_code == 404
    assert "没有找到" in response.content.decode()


def test_a_form_from_elsewhere_is_refused_in_chinese(office: SimpleNamespace) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(office.drafter, backend="lingwu_office.people.backends.OfficeBackend")
    response = client.post("/accounts/logout/")
    assert response.status_code == 403
    assert "页面已过期" in response.content.decode()


@pytest.mark.parametrize(
    ("error", "status", "title"),
    [
        (Refused("无权。"), 403, "不能办理"),
        (Conflict("已变。"), 409, "内容已有变化"),
        (Invalid("不对。"), 400, "未能办理"),
    ],
)
def test_errors_of_the_office_are_pages(office: SimpleNamespace, error: Exception, status: int, title: str) -> None:
    request = RequestFactory().get("/x/")
    request.user = office.drafter
    response = OfficeMiddleware(lambda _: None).process_exception(request, error)  # type: ignore[arg-type,return-value]
    assert response is not None and response.status_code == status
    assert title in response.content.decode() and str(error) in response.content.decode()
    assert OfficeMiddleware(lambda _: None).process_exception(request, ValueError()) is None  # type: ignore[arg-type,return-value]


def test_the_page_for_a_fault_needs_nothing(rf: RequestFactory) -> None:
    from django.views.defaults import server_error

    response = server_error(rf.get("/"))
    assert response.status_code == 500
    assert "系统出错" in response.content.decode()


def test_landmarks_and_who_one_is(office: SimpleNamespace, signed_in: Callable[[Any], Client]) -> None:
    page = signed_in(office.section_head).get("/search/").content.decode()
    assert '<html lang="zh-CN">' in page
    assert page.count("<main ") == page.count("<h1>") == 1
    name = office.section_head.name
    here = 'aria-current="page">查找'
    for wanted in ('href="#main"', 'id="main"', 'aria-label="主导航"', here, name, "综合科科长", "退出"):
        assert wanted in page, wanted


@pytest.mark.parametrize(
    ("who", "seen", "unseen"),
    [
        ("drafter", {"待办", "发文", "收文", "查找", "机构人员"}, {"权限", "留痕"}),
        ("security", {"机构人员", "权限"}, {"发文", "收文", "查找", "留痕"}),
        ("auditor", {"机构人员", "留痕"}, {"发文", "收文", "查找"}),
        ("system", {"机构人员"}, {"发文", "收文", "查找", "留痕"}),
    ],
)
def test_one_sees_where_one_may_go(office: SimpleNamespace, who: str, seen: set[str], unseen: set[str]) -> None:
    titles = {link.title for link in navigation(getattr(office, who), "/")}
    assert seen <= titles
    assert not unseen & titles
