"""What the server writes down: errors with a number that the visitor saw too and, where asked for, a line of JSON for each event.

``INSPECTIONS_LOG=json`` writes lines that name no visitor: no network address, no session, nothing that anyone searched for or
chose. So they hold no query of an address, of an error its kind and place without its words, and of what libraries say the
sentence without what they filled in.
"""

from __future__ import annotations

import json
import logging
import os
import secrets
import sys
import time
import traceback
from datetime import UTC, datetime
from pathlib import Path

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .navigation import HEALTH, base_path
from .open_data import FOLDER
from .redirects import page_of

ROOT = Path(__file__).resolve().parent.parent
LOG = logging.getLogger("inspections")
OURS = ("reference", "method", "path", "status", "milliseconds")
"""What a line of ours may say beside its words."""
NOISE = ("streamlit.error_util", "uvicorn.access")
"""Loggers that repeat what ours say, with the visitor's own words or address."""


def set_up() -> None:
    """Write JSON lines from here on where ``INSPECTIONS_LOG`` is ``json``; else leave all as Python and Streamlit have it."""
    if os.environ.get("INSPECTIONS_LOG") != "json":
        return
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines())
    known = [one for one in logging.root.manager.loggerDict.values() if isinstance(one, logging.Logger)]
    for logger in (logging.root, *known):
        if logger.handlers:
            logger.handlers = [handler]
    for name in NOISE:
        logging.getLogger(name).disabled = True
    LOG.handlers, LOG.propagate = [handler], False
    LOG.setLevel(logging.INFO)


def fault(error: BaseException, what: str) -> str:
    """Write down an error and return the number that it can be found by."""
    reference = secrets.token_hex(4)
    LOG.error("%s (number %s)", what, reference, exc_info=error, extra={"reference": reference})
    return reference


class Lines(logging.Formatter):
    """One JSON object a line: time, level, logger, message, and what a record of ours says beside it."""

    def format(self, record: logging.LogRecord) -> str:
        """Write one record. The words of an error are left out, as they may hold what a visitor typed."""
        ours = record.name.startswith(LOG.name)
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage() if ours else str(record.msg).strip(),
        }
        line |= {name: vars(record)[name] for name in OURS if name in vars(record)}
        if record.exc_info and record.exc_info[1] is not None:
            line |= {"error": type(record.exc_info[1]).__name__, "at": _places(record.exc_info[1])}
        return json.dumps(line, ensure_ascii=False)


def _places(error: BaseException) -> list[str]:
    """Files, lines and functions that an error came through, without what they held; ours by their path in this project."""
    frames = traceback.extract_tb(error.__traceback__)
    return [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]


def _short(file: str) -> str:
    path = Path(file)
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else "/".join(path.parts[-2:])


class Answers:
    """ASGI middleware: writes down each answer, and answers with a sentence and a number where an error would have."""

    def __init__(self, app: ASGIApp, base: str = ""):
        self.app = app
        self.base = base_path(base)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, status = time.perf_counter(), 0

        async def sent(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, sent)
        except Exception as error:
            reference = fault(error, "A request could not be answered")
            if status:
                raise
            sentence = f"This could not be answered. Tell whoever runs this dashboard the number {reference}.\n"
            await PlainTextResponse(sentence, 500, {"Cache-Control": "no-store"})(scope, receive, sent)
        took = round((time.perf_counter() - began) * 1000)
        about = {"method": scope["method"], "path": self._kind(scope), "status": status, "milliseconds": took}
        LOG.info("answered", extra=about)

    def _kind(self, scope: Scope) -> str:
        """The path as far as it is one of ours: a page, a table, a kind of file."""
        root = f"{scope.get('root_path', '')}{self.base}"
        page = page_of(scope["path"], root)
        if page is not None:
            return f"/{page}"
        first, _, rest = scope["path"].removeprefix(root).strip("/").partition("/")
        if first == FOLDER:
            from exports.open_data import ADDRESSES  # late, as the start needs none of the files' writers

            return f"/{FOLDER}/{rest if rest in ADDRESSES else '…'}"
        if first == HEALTH:
            return f"/{HEALTH}"
        return f"/{first}/…" if first in ("_stcore", "static", "media", "component") else "/…"
