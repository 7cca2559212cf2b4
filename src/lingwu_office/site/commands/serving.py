"""``lingwu office serve``: the office in a browser, by waitress."""

from __future__ import annotations

import errno
import logging
import signal
import socket
from pathlib import Path
from types import FrameType

import click

from lingwu_office.site.commands.opening import OfficeCommandError, home_option, office_at, require_migrated

HOST, PORT, THREADS = "127.0.0.1", 8000, 8
BODY_LIMIT = 300 * 1024 * 1024
"""Bytes of a request; larger than any upload that the office takes in, so that its own sentence is what is read."""


@click.command("serve")
@home_option
@click.option("--host", metavar="地址", default=HOST, help=f"在哪个地址上监听（默认 {HOST}，只限本机）。")
@click.option("--port", type=click.IntRange(0, 65535), metavar="端口", default=PORT, help=f"端口（默认 {PORT}）。")
@click.option("--threads", type=click.IntRange(1), metavar="数目", default=THREADS, help="同时办几件事（默认 8）。")
@click.option("--proxy", metavar="地址", default="", help="反向代理的地址，如 127.0.0.1；只信它转来的来访地址和协议。")
def serve(*, home: Path, host: str, port: int, threads: int, proxy: str) -> int:
    """启动办公系统，按 Ctrl-C 停止。"""
    with office_at(home):
        require_migrated()
        listening = listen(host, port)
        click.echo(f"零误办公已启动：{address_of(listening)}（按 Ctrl-C 停止）")
        run(listening, threads, proxy)
    return 0


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there; any free port where ``port`` is 0.

    Raises:
        OfficeCommandError: the port is taken, or the address is not one of this machine.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        made = socket.socket(family, socket.SOCK_STREAM)
    except OSError as error:
        raise OfficeCommandError(f"{host} 不是地址，请检查 --host。") from error
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
        made.listen()
    except OSError as error:
        made.close()
        raise OfficeCommandError(_why_not(error, host, port)) from error
    return made


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"端口 {port} 已被占用，请用 --port 换一个，如 --port {port + 1}。"
    if error.errno == errno.EACCES:
        return f"没有权限使用端口 {port}，请用 1024 以上的端口。"
    return f"不能在 {host} 上监听，请检查 --host 是不是本机的地址。"


def address_of(listening: socket.socket) -> str:
    """The address to type into a browser."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _ended(number: int, frame: FrameType | None) -> None:
    """Told to stop: what is under way is answered, then the process ends."""
    raise SystemExit(0)


def run(listening: socket.socket, threads: int, proxy: str = "") -> None:
    """Answer requests until the process is told to stop."""
    import waitress
    from django.conf import settings

    from lingwu_office.site.wsgi import application

    signal.signal(signal.SIGTERM, _ended)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # that somebody waits a moment is no news

    trusted = proxy or ("127.0.0.1" if settings.HTTPS else "")
    behind = {"trusted_proxy": trusted, "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"}}
    waitress.serve(
        application, sockets=[listening], threads=threads, ident=None, max_request_body_size=BODY_LIMIT,
        clear_untrusted_proxy_headers=True, **(behind if trusted else {}),
    )  # fmt: skip
