"""Links that never show another authority than they name: a redirect to the words shown, before Streamlit starts."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from analysis.selection import canonical
from loaders import current

from .navigation import FRONT, HEALTH, MORE, PAGE, base_path
from .open_data import FOLDER

PAGES = {
    name.casefold().replace(" ", "-"): entry.path for entry in (*FRONT, *MORE) for name in (entry.title, entry.path)
}
"""Address of each page, by its own last part and by its title."""
NO_PAGES = (FOLDER, "static", "media", "component", HEALTH, "auth", "oauth2callback")
"""What stands under these paths is asked for by programs, or is a step of Streamlit's login."""


class CanonicalAddress:
    """ASGI middleware: a page's address with other letter case, ids or repeats redirects to its canonical form.

    A browser that asks for a page that is none of ours is sent to the first page, which names it and offers the nearest.

    The location is built from the list of pages and from ``base``, the path that the dashboard is served under; of the
    request it takes the parameters alone.
    """

    def __init__(self, app: ASGIApp, base: str = ""):
        self.app = app
        self.base = base_path(base)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Redirect, or pass the request on."""
        target = self._target(scope) if scope["type"] == "http" and scope["method"] in ("GET", "HEAD") else None
        if target is None:
            await self.app(scope, receive, send)
        else:
            await RedirectResponse(target)(scope, receive, send)

    def _target(self, scope: Scope) -> str | None:
        root = f"{scope.get('root_path', '')}{self.base}"
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        page = page_of(scope["path"], root)
        if page is None:
            unknown = unknown_page(scope["path"], root)
            if unknown is None or "text/html" not in Headers(scope=scope).get("accept", ""):
                return None
            page, query = "", [*query, (PAGE, unknown)]
        address = f"{root}/{page}"
        better = canonical(query, current()) if query else query
        if better == query and scope["path"] == address:
            return None
        return f"{address}?{urlencode(better)}" if better else address


def page_of(path: str, root: str = "") -> str | None:
    """Address of the page, out of our list, that a request's path names in its last part; None where it names none.

    What stands before that part, and how its letters are written, does not matter. ``root``: the path that all pages
    stand under.
    """
    parts = _parts(path, root)
    if not parts:
        return None if parts is None else ""
    return None if parts[0] == FOLDER else PAGES.get(parts[-1].casefold())


def unknown_page(path: str, root: str = "") -> str | None:
    """Name of the page that a path asks for and that is none of ours; None where it asks for a file, or a program asks."""
    parts = _parts(path, root)
    if not parts or parts[0] in NO_PAGES or any(part[0] == "_" or "." in part for part in parts):
        return None
    return parts[-1]


def _parts(path: str, root: str) -> list[str] | None:
    """The parts of a path below the root; None where it does not stand below it."""
    rest = path.removeprefix(root)
    if root and (rest == path or rest[:1] not in ("", "/")):
        return None
    return [part for part in re.split(r"[/\\]+", rest) if part]
