"""The routes of the open data: what ``exports.open_data`` answers, with the headers that let a client ask again cheaply."""

from __future__ import annotations

from email.utils import format_datetime

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from .navigation import base_path

FOLDER = "data"
"""The part of the address that the routes stand under."""


def routes(base: str = "") -> list[Route]:
    """Everything under ``/data/``, moved under the base path where the dashboard has one."""
    root = f"{base_path(base)}/{FOLDER}"
    return [
        Route(root, lambda request: RedirectResponse(f"{root}/"), methods=["GET"]),
        Route(f"{root}/{{path:path}}", serve, methods=["GET"]),
    ]


def serve(request: Request) -> Response:
    """One answer; 304 without a body where the client has it already. Imports late, so that a reload reaches it."""
    from exports.open_data import answer
    from loaders import current

    ds = current()
    found = answer(ds, request.path_params["path"], tuple(request.query_params.multi_items()))
    headers = {"Access-Control-Allow-Origin": "*"}
    if found.status == 200:
        # As a day of the data, never of the disk. Only the tag decides: two versions may stand at the same day.
        modified = format_datetime(ds.as_at.tz_localize("UTC").to_pydatetime(), usegmt=True)
        headers |= {"ETag": found.etag, "Last-Modified": modified, "Cache-Control": "no-cache"}
        if _has_it(request, found.etag):
            return Response(status_code=304, headers=headers)
    if found.file_name:
        headers["Content-Disposition"] = f'attachment; filename="{found.file_name}"'
    return Response(found.body, found.status, headers, media_type=found.media)


def _has_it(request: Request, etag: str) -> bool:
    tags = [tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")]
    return etag in tags or "*" in tags
