"""Links that never show another authority than they name: a redirect to the words shown, before Streamlit starts."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from analysis.selection import canonical
from loaders import current

from .navigation import FRONT, MORE
from .open_data import FOLDER

PAGES = {entry.path.casefold(): entry.path for entry in (*FRONT, *MORE)}


class CanonicalAddress:
    """ASGI middleware: a page's address with other letter case, ids or repeats redirects to its canonical form.

    The location is built from the list of pages and from ``base``, the path that the dashboard is served under; of the
    request it takes the parameters alone.
    """

    def __init__(self, app: ASGIApp, base: str = ""):
        self.app = app
        self.base = f"/{base.strip('/')}" if base.strip("/") else ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Redirect, or pass the request on."""
        target = self._target(scope) if scope["type"] == "http" and scope["method"] in ("GET", "HEAD") else None
        if target is None:
            await self.app(scope, receive, send)
        else:
            await RedirectResponse(target)(scope, receive, send)

    def _target(self, scope: Scope) -> str | None:
        root = f"{scope.get('root_path', '')}{self.base}"
        page = page_of(scope["path"], root)
        if page is None:
            return None
        address = f"{root}/{page}"
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        better = canonical(query, current()) if query else query
        if better == query and scope["path"] == address:
            return None
        return f"{address}?{urlencode(better)}" if better else address


def page_of(path: str, root: str = "") -> str | None:
    """Address of the page, out of our list, that a request's path names in its last part; None where it names none.

    What stands before that part, and how its letters are written, does not matter. ``root``: the path that all pages
    stand under.
    """
    rest = path.removeprefix(root)
    if root and (rest == path or rest[:1] not in ("", "/")):
        return None
    parts = [part for part in re.split(r"[/\\]+", rest) if part]
    if not parts:
        return ""
    return None if parts[0] == FOLDER else PAGES.get(parts[-1].casefold())
