"""Who may see the dashboard: all the world, or those who log in with the council's own accounts (``INSPECTIONS_LOGIN``).

The login itself is Streamlit's, set up in ``[auth]`` of its ``secrets.toml``. What is here decides who is let in, and refuses
everybody else whatever is not needed to log in. ``docs/login.md`` says how to set it up.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.auth_util import validate_auth_credentials

from .navigation import HEALTH, base_path
from .plain import plain
from .redirects import page_of, unknown_page
from .session_cookie import claims_of
from .wire import STATIC

LASTS = 12 * 3600
"""Seconds for which a login counts, so that who has left a group, or the council, is out by the next day."""
REFUSED = {
    401: "This dashboard is for people who have logged in. Open it in a browser and log in first.",
    403: "Your account is not in a group that may see this dashboard. Ask whoever runs it.",
}
"""What those hear who are not let in: strangers, and people who have logged in and are in none of the groups."""
NEEDED = (HEALTH, "_stcore/health", "_stcore/host-config", "auth/login", "auth/logout", "oauth2callback")
"""What everybody may ask for, as nobody could log in without it, or see whether the server is well."""


@dataclass(frozen=True)
class Rule:
    """Who is let in: whoever logs in or, with a ``claim``, whom the provider says to be in one of ``groups``."""

    claim: str = ""
    groups: frozenset[str] = frozenset()

    def status_for(self, claims: Mapping[str, Any]) -> int:
        """Return 200 for those who are let in, else the key of what they hear in ``REFUSED``."""
        issued = claims.get("iat")
        if (
            claims.get("is_logged_in") is not True
            or not isinstance(issued, int | float)
            or time.time() - issued > LASTS
        ):
            return 401
        said = claims.get(self.claim)
        groups = {said} if isinstance(said, str) else set(map(str, said)) if isinstance(said, list) else set()
        return 200 if not self.claim or groups & self.groups else 403


def rule() -> Rule | None:
    """Return who is let in; None for everybody. Raises ``ValueError`` where ``INSPECTIONS_LOGIN`` cannot be understood."""
    said = os.environ.get("INSPECTIONS_LOGIN", "").strip()
    if said in ("", "required"):
        return Rule() if said else None
    claim, _, names = said.rpartition("=")
    groups = frozenset(name.strip() for name in names.split(",") if name.strip())
    if not claim.strip() or not groups:
        raise ValueError(
            "INSPECTIONS_LOGIN is neither “required” nor a claim and its groups, such as roles=Reader,Editor."
        )
    return Rule(claim.strip(), groups)


def check_settings() -> None:
    """Look at the settings when the server starts.

    Raises ``ValueError``, or ``StreamlitAuthError`` where a login is required and ``secrets.toml`` does not say with whom.
    """
    if rule() is not None:
        validate_auth_credentials("default")


class Gate:
    """ASGI middleware: where a login is required, refuses strangers whatever is not needed to log in.

    Pages are let through, as their script asks for itself (``admitted``); what their address asks for is not.
    """

    def __init__(self, app: ASGIApp, base: str = ""):
        self.app = app
        self.base = base_path(base)
        files = (path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*") if path.is_file())
        self.open = {f"/{path}" for path in (*NEEDED, *files)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        let_in = rule() if scope["type"] == "http" else None
        if let_in is None or self._is_open(scope):
            return await self.app(scope, receive, send)
        status = let_in.status_for(claims_of(Request(scope).cookies))
        if status != 200 and self._is_page(scope):
            return await self.app({**scope, "query_string": b""}, receive, send)
        if status != 200:
            answer = PlainTextResponse(f"{REFUSED[status]}\n", status, {"Cache-Control": "no-store"})
            return await answer(scope, receive, send)

        async def send_as_private(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Cache-Control"] = "private, no-cache"
                del headers["Access-Control-Allow-Origin"]
            await send(message)

        return await self.app(scope, receive, send_as_private)

    def _is_open(self, scope: Scope) -> bool:
        root = f"{scope.get('root_path', '')}{self.base}"
        return scope["path"] == "/healthz" or scope["path"].removeprefix(root) in self.open

    def _is_page(self, scope: Scope) -> bool:
        root = f"{scope.get('root_path', '')}{self.base}"
        named = page_of(scope["path"], root) is not None or unknown_page(scope["path"], root) is not None
        return named and scope["method"] in ("GET", "HEAD")


def admitted() -> bool:
    """Whether the visitor of this run is let in. Others are asked to log in, or told why not."""
    let_in = rule()
    status = 200 if let_in is None else let_in.status_for(st.user.to_dict())
    if status == 401:
        st.title("Log in", anchor=False)
        st.write("This dashboard is for people who have logged in with their account.")
        st.button("Log in", on_click=st.login, type="primary")
    elif status == 403:
        st.title("Not for this account", anchor=False)
        st.write(plain(REFUSED[403]))
        st.button("Log out", on_click=st.logout)
    return status == 200


def way_out() -> None:
    """Offer those who have logged in to log out."""
    if rule() is not None:
        st.button("Log out", on_click=st.logout)
