"""What every answer tells the browser not to do: load, frame or send anything that is not the dashboard's own."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.file_util import get_static_dir

FORBIDDEN = (
    "accelerometer", "ambient-light-sensor", "autoplay", "bluetooth", "browsing-topics", "camera", "display-capture", "encrypted-media", "gamepad",
    "geolocation", "gyroscope", "hid", "identity-credentials-get", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi",
    "payment", "publickey-credentials-get", "screen-wake-lock", "serial", "usb", "web-share", "xr-spatial-tracking",
)  # fmt: skip
"""What no page may ask of a browser or its machine. Copying a link and the whole screen remain."""
PERMISSIONS = ", ".join([*(f"{name}=()" for name in FORBIDDEN), "clipboard-write=(self)", "fullscreen=(self)"])
HOST = re.compile(r"[A-Za-z0-9.\-]+(?::\d+)?|\[[0-9A-Fa-f:.]+\](?::\d+)?")


class SecurityHeaders:
    """ASGI middleware: a content security policy, and the headers that older browsers know, on every answer.

    ``scripts``: the texts of the scripts that the dashboard puts into its pages. They, and the one in Streamlit's own
    page, may run; no other script in a page may.
    """

    def __init__(self, app: ASGIApp, scripts: Iterable[str] = ()):
        self.app = app
        self.policy = policy([*_streamlit_scripts(), *scripts])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and put the headers on the answer."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = self.policy.replace(
                    "SOCKETS", _sockets(Headers(scope=scope).get("host", ""))
                )
                headers["X-Content-Type-Options"] = "nosniff"
                headers["X-Frame-Options"] = "SAMEORIGIN"
                headers["Referrer-Policy"] = "same-origin"
                headers["Permissions-Policy"] = PERMISSIONS
                headers["Cross-Origin-Opener-Policy"] = "same-origin"
                # Open data are for every site; all else is not.
                open_to_all = headers.get("Access-Control-Allow-Origin") == "*"
                headers["Cross-Origin-Resource-Policy"] = "cross-origin" if open_to_all else "same-origin"
            await send(message)

        return await self.app(scope, receive, send_with_headers)


class SameOrigin:
    """ASGI middleware: refuses a web socket that a page of another host opens, and what tells how the server fares.

    Streamlit itself lets pages of this machine's own addresses in, and asks another host in the internet for the outer one of them
    to find out. ``server.corsAllowedOrigins`` names origins that may come in all the same.
    """

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] == "websocket" and not _is_of_ours(Headers(scope=scope)):
            await receive()
            return await send({"type": "websocket.close", "code": 1008})
        if scope["type"] == "http" and scope["path"].rstrip("/").endswith("/_stcore/metrics"):
            return await PlainTextResponse("Not found\n", 404)(scope, receive, send)
        return await self.app(scope, receive, send)


def _is_of_ours(headers: Headers) -> bool:
    """Whether a request comes from a page of the same host, from a program that is no browser, or from an origin that is allowed."""
    origin = headers.get("origin")
    if origin is None or urlsplit(origin).netloc == headers.get("host"):
        return True
    return origin in (st.get_option("server.corsAllowedOrigins") or ())


def policy(scripts: Iterable[str]) -> str:
    """The content security policy. ``SOCKETS`` in it stands for the addresses of the dashboard's own web socket."""
    hashes = " ".join(f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts)
    return "; ".join(
        [
            "default-src 'none'",
            # Streamlit's own parser of messages holds a few lines of WebAssembly.
            f"script-src 'self' 'wasm-unsafe-eval' {hashes}",
            # Streamlit, plotly and our own tiles write styles into elements; no list of hashes could name them.
            "style-src 'self' 'unsafe-inline'",
            # The mark of the browser's tab is a data address; plotly draws a PNG from a blob of the SVG.
            "img-src 'self' data: blob:",
            # One font of Streamlit's is a data address.
            "font-src 'self' data:",
            "connect-src 'self' SOCKETS",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            # Not 'none': some hosts of Streamlit show the dashboard in a frame of their own, under the same address.
            "frame-ancestors 'self'",
        ]
    )


def _sockets(host: str) -> str:
    """The host again with the schemes of web sockets: not every browser takes 'self' to mean them."""
    return f"ws://{host} wss://{host}" if HOST.fullmatch(host) else ""


def _streamlit_scripts() -> list[str]:
    page = Path(get_static_dir(), "index.html").read_text(encoding="utf-8")
    return re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
