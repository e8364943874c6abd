"""Windows has no way to say how much memory a process had, which these tests measure."""

import sys

collect_ignore = ["test_fuzz.py"] if sys.platform == "win32" else []
