"""What is written down of a request: of its address only what is ours."""

import pytest
from starlette.types import Receive, Scope, Send

from ui.log import Answers


async def nothing(scope: Scope, receive: Receive, send: Send) -> None:
    """An application that answers nothing."""


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("/data/grades.csv", "/data/grades.csv"),
        ("/data/dataset.xlsx", "/data/dataset.xlsx"),
        ("/data/mrs jones of 12 high street", "/data/…"),
        ("/data/grades.csv/mrs_jones", "/data/…"),
        ("/data/jones.csv", "/data/…"),
        ("/themes", "/themes"),
        ("/healthz", "/healthz"),
        ("/_stcore/stream", "/_stcore/…"),
        ("/mrs-jones", "/…"),
    ],
)
def test_what_somebody_typed_is_not_written_down(path, written):
    assert Answers(nothing)._kind({"type": "http", "path": path}) == written
