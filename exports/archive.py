"""Office files are archives: written again without the time of day, the same content is the same bytes."""

from __future__ import annotations

import zipfile
from io import BytesIO

_BEGINNING = (1980, 1, 1, 0, 0, 0)


def settled(data: bytes) -> bytes:
    """The same archive, each part dated the beginning of the format's time."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            entry = zipfile.ZipInfo(part.filename, _BEGINNING)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, part.external_attr
            new.writestr(entry, old.read(part.filename))
    return stream.getvalue()
