"""Whether the dashboard can serve: ``/healthz`` answers 200 while data are shown, else 503, and says why."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from loaders import DataFolderError, current

from . import log
from .navigation import HEALTH, base_path


def routes(base: str = "") -> list[Route]:
    """``/healthz``, and the same under the base path where the dashboard has one."""
    return [Route(path, answer, methods=["GET"]) for path in {f"/{HEALTH}", f"{base_path(base)}/{HEALTH}"}]


def answer(request: Request) -> Response:
    """Say how the data stand. No path of the server and nothing of a visitor is said."""
    status, said = state()
    return JSONResponse(said, status, {"Cache-Control": "no-store"})


def state() -> tuple[int, dict[str, Any]]:
    """The status, and what is said: whether data are shown, of which day and version, with how many errors."""
    try:
        ds = current()
    except DataFolderError:
        return 503, {
            "status": "no data",
            "why": "There is no data folder, or more than one whole one. INSPECTIONS_DATA names it.",
        }
    except Exception as error:  # whatever it is, the answer must come
        reference = log.fault(error, "The data could not be loaded")
        return 503, {"status": "no data", "why": f"The data could not be loaded. The log says why under {reference}."}
    wrong = ds.problems[ds.problems["severity"] == "error"]
    if ds.inspections.empty:
        why = [
            f"{file}:{line}: {message}"
            for file, line, message in zip(wrong["file"], wrong["line"], wrong["message"], strict=True)
        ]
        return 503, {"status": "no data", "why": why[0] if why else "The data folder holds no record."}
    said = {"as_at": f"{ds.as_at:%Y-%m-%d}", "version": ds.fingerprint, "inspections": len(ds.inspections)}
    if not len(wrong):
        return 200, {"status": "ok", **said}
    what = "the data as they were before a change" if ds.outdated else "all records but those with errors"
    return 200, {"status": "errors in the data", **said, "errors": len(wrong), "shown": what}
