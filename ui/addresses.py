"""Links that never show another authority than they name: a redirect to the words shown, before Streamlit starts."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from analysis.selection import canonical
from loaders import current

from .navigation import FRONT, MORE


class CanonicalAddress:
    """ASGI middleware: a page's address with ids, other case or repeats redirects to its canonical form.

    What the data does not know is kept under ``unknown``, so that the page can name it.
    """

    def __init__(self, app: ASGIApp):
        self.app = app
        self.paths = {entry.path for entry in (*FRONT, *MORE)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Redirect, or pass the request on."""
        target = self._target(scope) if scope["type"] == "http" and scope["method"] in ("GET", "HEAD") else None
        if target is None:
            await self.app(scope, receive, send)
        else:
            await RedirectResponse(target)(scope, receive, send)

    def _target(self, scope: Scope) -> str | None:
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        if not query or scope["path"].rstrip("/").rpartition("/")[2] not in self.paths:
            return None
        better = canonical(query, current())
        return f"{scope['path']}?{urlencode(better)}" if better != query else None
