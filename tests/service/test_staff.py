"""The staff session: how it opens, and all the ways it does not."""

from __future__ import annotations

import pytest

from support.addresses import LESSON
from support.running import PASSCODE, RunningServer, cookie_of

CORNER = "/voila/render/giao_vien.ipynb"


def test_right_passcode_opens_the_corner(server: RunningServer) -> None:
    reply = server.log_in(target=CORNER)
    assert (reply.status, reply.headers["Location"]) == (303, CORNER)
    page = server.get(CORNER, cookie=cookie_of(reply))
    assert page.status == 200
    assert "<h1>Góc giáo viên</h1>" in page.text
    assert 'href="ra_de.ipynb"' in page.text


def test_spaces_do_not_matter(server: RunningServer) -> None:
    assert server.log_in(PASSCODE.replace(" ", "")).status == 303


def test_session_cookie_is_guarded(server: RunningServer) -> None:
    cookies = server.log_in().cookies
    assert len(cookies) == 2
    for cookie in cookies:
        attributes = {part.strip().lower() for part in cookie.split(";")[1:]}
        assert {"httponly", "samesite=strict", "path=/"} <= attributes
        assert PASSCODE.replace(" ", "") not in cookie
    # The session ends with the browser; that the device was in before is remembered.
    kept = ["expires=" in cookie.lower() for cookie in sorted(cookies, reverse=True)]
    assert kept == [False, True]


@pytest.mark.parametrize("typed", ["", "00000000", "2468135", "24681357x"])
def test_wrong_passcode_opens_nothing(server: RunningServer, typed: str) -> None:
    # Each from an address of its own, so that no other test has to wait.
    reply = server.log_in(typed, source=f"127.0.1.{len(typed) + 1}")
    assert reply.status == 403
    assert "Mã chưa đúng" in reply.text
    assert not any(each.startswith("lachan-staff") for each in reply.cookies)


def test_sixth_wrong_try_must_wait_even_if_right(server: RunningServer) -> None:
    statuses = [server.log_in("99999999", source="127.0.2.1").status for _ in range(5)]
    assert statuses == [403] * 5
    reply = server.log_in(source="127.0.2.1")
    assert reply.status == 429
    assert 0 < int(reply.headers["Retry-After"]) <= 30
    assert "Hãy chờ" in reply.text
    assert server.log_in(source="127.0.2.2").status == 303


@pytest.mark.parametrize(
    "target",
    [
        "https://example.com/",
        "//example.com/",
        "/\\example.com/",
        "\\\\example.com",
        "javascript:alert(1)",
        "voila/render/ra_de.ipynb",
        "/\t/example.com",
        "http:///example.com",
    ],
)
def test_login_leads_nowhere_else(server: RunningServer, target: str) -> None:
    assert server.log_in(target=target).headers["Location"] == CORNER


def test_login_without_token_is_refused(server: RunningServer) -> None:
    reply = server.ask("POST", "/lachan/dang-nhap", form={"passcode": PASSCODE})
    assert reply.status == 403
    assert not reply.cookies


@pytest.mark.parametrize("place", ["value", "signature", "none"])
def test_forged_cookie_is_no_session(server: RunningServer, place: str) -> None:
    session, _ = sorted(server.staff_cookie().split("; "), reverse=True)
    name, _, value = session.partition("=")
    value = value.strip('"')
    *head, held, signature = value.split("|")
    forged = {
        "value": "|".join([*head, held[:-4] + "AAA=", signature]),
        "signature": value[:-1] + ("0" if value[-1] != "0" else "1"),
        "none": "ban-to-chuc",
    }[place]
    assert server.get(CORNER, cookie=f'{name}="{forged}"').status == 302


def test_logout_takes_the_session_back(server: RunningServer) -> None:
    cookie = cookie_of(server.log_in())
    reply = server.ask("POST", "/lachan/dang-xuat", form={}, cookie=cookie)
    assert (reply.status, reply.headers["Location"]) == (303, "/")
    assert any("lachan-staff" in each and "expires=" in each.lower() for each in reply.cookies)
    assert server.get("/lachan/dang-xuat", cookie=cookie).status == 405


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://example.com"}, {"Origin": "null", "Sec-Fetch-Site": "cross-site"}],
)
def test_other_sites_cannot_log_out(server: RunningServer, headers: dict[str, str]) -> None:
    assert server.ask("POST", "/lachan/dang-xuat", form={}, headers=headers).status == 403


def test_pupil_handout_is_open_and_kept(server: RunningServer) -> None:
    path = f"/lachan/tai/{LESSON}/phieu-hoc-tap.pdf"
    reply = server.get(path)
    assert (reply.status, reply.headers["Content-Type"]) == (200, "application/pdf")
    assert reply.body.startswith(b"%PDF-")
    again = server.get(path, headers={"If-None-Match": reply.headers["Etag"]})
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize(
    ("name", "start", "media_type"),
    [
        ("phieu-giao-vien.pdf", b"%PDF-", "application/pdf"),
        (f"{LESSON}.ipynb", b"{", "application/x-ipynb+json"),
        ("trang-khong-can-mang.html", b"<!DOCTYPE html>", "text/html; charset=utf-8"),
    ],
)
def test_teacher_files_need_the_session(
    server: RunningServer, name: str, start: bytes, media_type: str
) -> None:
    path = f"/lachan/tai/{LESSON}/{name}"
    refused = server.get(path)
    assert refused.status == 302
    assert refused.headers["Location"].startswith("/lachan/dang-nhap?next=")
    given = server.get(path, cookie=server.staff_cookie())
    assert (given.status, given.headers["Content-Type"]) == (200, media_type)
    assert given.body[: len(start)].lower() == start.lower()


def test_passcode_is_in_no_log(server: RunningServer) -> None:
    server.log_in()
    text = server.log.read_text()
    assert "24681357" not in text
    assert PASSCODE not in text
