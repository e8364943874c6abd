"""A small OpenID Connect provider on this machine: discovery, authorisation code with PKCE, signed tokens, log-out."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "dashboard", "s3cret-of-the-dashboard"
KEY = RSAKey.generate_key(2048, {"kid": "first", "use": "sig"})


class Provider:
    """The provider, at ``address``. ``person``: the claims of whoever logs in next; ``asked``: paths that were asked for."""

    def __init__(self) -> None:
        self.person: dict = {}
        self.asked: list[str] = []
        self.codes: dict[str, dict[str, str]] = {}
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_: object) -> None: ...

            def do_GET(self) -> None:
                provider.get(self)

            def do_POST(self) -> None:
                provider.post(self)

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def get(self, request: BaseHTTPRequestHandler) -> None:
        """Discovery, keys, and the two visits of a browser: to log in, and to log out."""
        address = urlsplit(request.path)
        self.asked.append(address.path)
        query = {name: values[0] for name, values in parse_qs(address.query).items()}
        if address.path == "/.well-known/openid-configuration":
            self._say(request, self._about())
        elif address.path == "/keys":
            self._say(request, {"keys": [KEY.as_dict(private=False)]})
        elif address.path == "/authorise":
            assert query["client_id"] == CLIENT
            assert query["response_type"] == "code"
            assert query["code_challenge_method"] == "S256"
            code = secrets.token_urlsafe()
            self.codes[code] = query
            self._send(request, f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}")
        else:
            self._send(request, query["post_logout_redirect_uri"])

    def post(self, request: BaseHTTPRequestHandler) -> None:
        """Give the tokens for a code, once, to the client that proves to be the one who asked."""
        form = parse_qs(request.rfile.read(int(request.headers["Content-Length"])).decode())
        user = base64.b64decode(request.headers["Authorization"].removeprefix("Basic ")).decode()
        asked = self.codes.pop(form["code"][0])
        proof = base64.urlsafe_b64encode(hashlib.sha256(form["code_verifier"][0].encode()).digest()).rstrip(b"=")
        if user != f"{CLIENT}:{SECRET}" or proof.decode() != asked["code_challenge"]:
            request.send_error(401)
            return
        now = int(time.time())
        claims = {"iss": self.address, "aud": CLIENT, "sub": "1", "iat": now, "exp": now + 600, "nonce": asked["nonce"]}
        token = jwt.encode({"alg": "RS256", "kid": "first"}, claims | self.person, KEY)
        self._say(
            request,
            {"access_token": secrets.token_urlsafe(), "token_type": "Bearer", "expires_in": 600, "id_token": token},
        )

    def _about(self) -> dict:
        return {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/authorise",
            "token_endpoint": f"{self.address}/token",
            "jwks_uri": f"{self.address}/keys",
            "end_session_endpoint": f"{self.address}/end",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        }

    def _say(self, request: BaseHTTPRequestHandler, said: dict) -> None:
        body = json.dumps(said).encode()
        request.send_response(200)
        request.send_header("Content-Type", "application/json")
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    def _send(self, request: BaseHTTPRequestHandler, location: str) -> None:
        request.send_response(302)
        request.send_header("Location", location)
        request.send_header("Content-Length", "0")
        request.end_headers()

    def secrets(self) -> str:
        """What ``secrets.toml`` of the dashboard says."""
        return f"""[auth]
redirect_uri = "http://127.0.0.1:{{port}}/oauth2callback"
cookie_secret = "{secrets.token_hex(32)}"
client_id = "{CLIENT}"
client_secret = "{SECRET}"
server_metadata_url = "{self.address}/.well-known/openid-configuration"
"""
