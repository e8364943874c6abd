"""Office files are archives: written again without the time of day, the same content is the same bytes."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

_BEGINNING = (1980, 1, 1, 0, 0, 0)
_MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def settled(data: bytes) -> bytes:
    """The same archive, each part dated the beginning of the format's time; workbooks inside it too."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            entry = zipfile.ZipInfo(part.filename, _BEGINNING)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, part.external_attr
            content = old.read(part.filename)
            new.writestr(entry, _settled_inside(content) if part.filename.endswith(".xlsx") else content)
    return stream.getvalue()


def _settled_inside(data: bytes) -> bytes:
    """The workbook behind a chart, without the moment at which the chart was made."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part.filename)
            new.writestr(
                part, _MOMENT.sub(b"1980-01-01T00:00:00Z", content) if part.filename == "docProps/core.xml" else content
            )
    return settled(stream.getvalue())
