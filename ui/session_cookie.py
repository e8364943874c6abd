"""Who asks: the cookie that Streamlit sets at login, read outside a script.

Streamlit 1.67 tells who is logged in by ``st.user``, in a script alone; a route of ours has no public way. So this file, and no
other, calls the functions that Streamlit's own web socket reads the cookie with: signed with the ``cookie_secret`` of
``secrets.toml``, perhaps cut into pieces, and bound to the site of ``redirect_uri``. They are no public interface: whoever takes a
new Streamlit looks here. The test with a real provider (``tests/login/``) fails where they have changed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from streamlit.auth_util import get_cookie_with_chunks, get_origin_from_redirect_uri
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME


def claims_of(cookies: Mapping[str, str]) -> dict[str, Any]:
    """Return what the provider said of the person whose cookies these are; empty where nobody is logged in."""
    secret = get_cookie_secret()

    def signed(name: str) -> bytes | None:
        value = cookies.get(name)
        return decode_signed_value(secret, name, value) if value and secret else None

    cookie = get_cookie_with_chunks(signed, USER_COOKIE_NAME)
    if cookie is None:
        return {}
    claims: dict[str, Any] = json.loads(cookie)
    return claims if claims.get("origin") == get_origin_from_redirect_uri() else {}
