"""How pages reach the browser: Streamlit's own files compressed once, its first page with our words in it, no waiting to send."""

from __future__ import annotations

import gc
import gzip
import mimetypes
import socket
from functools import cache
from pathlib import Path

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.file_util import get_static_dir

from . import markup, screen
from .navigation import base_path
from .redirects import page_of

STATIC = Path(get_static_dir())
COMPRESSED = {".js", ".css", ".svg", ".wasm"}
"""Endings of files that become smaller: pictures and fonts are packed as they are."""
AHEAD = (
    "Html",
    "purify.es",
    "Multiselect",
    "Selectbox",
    "PlotlyChart",
    "arrowFormatUtils",
    "withFullScreenWrapper",
    "DownloadButton",
)
"""Streamlit's modules for what our pages hold. Without a word in the first page a browser asks for them one after another, each
only when the first element of its kind has come."""
YEAR = "public, immutable, max-age=31536000"
"""Each name holds a digest of the file's bytes."""


class Wire:
    """ASGI middleware: answers for Streamlit's own files and first page, where the browser takes gzip; passes on all else.

    ``base``: the path that the dashboard is served under.
    """

    def __init__(self, app: ASGIApp, base: str = ""):
        self.app = app
        self.base = base_path(base)
        # A request chooses from this list alone, so no path leads anywhere else.
        files = (path for path in STATIC.rglob("*") if path.suffix in COMPRESSED)
        self.files = {f"/{path.relative_to(STATIC).as_posix()}": path for path in files}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass the request on."""
        answer = None
        if scope["type"] == "http" and scope["method"] == "GET":
            headers = Headers(scope=scope)
            if "gzip" in headers.get("accept-encoding", "") and "range" not in headers:
                answer = await self._answer(scope)
        await (answer or self.app)(scope, receive, send)

    async def _answer(self, scope: Scope) -> Response | None:
        root = f"{scope.get('root_path', '')}{self.base}"
        file = self.files.get(scope["path"].removeprefix(root))
        if file is not None:
            body, kind, lasts = await run_in_threadpool(_file, file), mimetypes.guess_type(file.name)[0], YEAR
        elif page_of(scope["path"], root) is not None:
            body, kind, lasts = _first_page(), "text/html", "no-cache"
        else:
            return None
        headers = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding", "Cache-Control": lasts}
        return Response(body, headers=headers, media_type=kind)


@cache
def _file(path: Path) -> bytes:
    """A file, compressed when it is first asked for. Nine megabytes, if a browser asks for every one."""
    return gzip.compress(path.read_bytes(), 6, mtime=0)


@cache
def _first_page() -> bytes:
    """Streamlit's page, which then asks for the application's, with two words more: how wide the window is, and what will be needed."""
    page = (STATIC / "index.html").read_text(encoding="utf-8")
    ahead = [path.name for name in AHEAD for path in (STATIC / "static" / "js").glob(f"{name}.*.js")]
    words = markup.fill("first_words", script=Markup(screen.SCRIPT), files=ahead)
    return gzip.compress(page.replace("</head>", f"{words}</head>").encode(), mtime=0)


def send_at_once() -> None:
    """Let the system send each message when it is written.

    ``streamlit run`` binds its socket in a way that asyncio does not take for TCP, so messages that follow one another wait for
    the browser's word, up to 40 ms each. What is set on the listening socket holds for every connection that it takes.
    """
    sockets = [part for part in gc.get_objects() if issubclass(type(part), socket.socket) and part.fileno() >= 0]
    for bound in sockets:
        if bound.family != getattr(socket, "AF_UNIX", None) and bound.getsockopt(
            socket.SOL_SOCKET, socket.SO_ACCEPTCONN
        ):
            bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
