"""A report (PDF or text) -> a draft record: every value with its place, and how sure the reader is."""

from .draft import Draft, draft, draft_file
from .essence import essence
from .intake import read_bytes, read_file
