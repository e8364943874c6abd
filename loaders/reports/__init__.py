"""A report (PDF or text) -> a draft record: every value with its place, and how sure the reader is."""

from .corrections import corrected
from .draft import Draft, draft, draft_file
from .essence import essence
from .found import Found
from .intake import read_bytes, read_file
from .record import as_draft_yaml, record_id

__all__ = [
    "Draft",
    "Found",
    "as_draft_yaml",
    "corrected",
    "draft",
    "draft_file",
    "essence",
    "read_bytes",
    "read_file",
    "record_id",
]
