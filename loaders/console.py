"""What a command prints: UTF-8 on every console, whatever code page it has."""

from __future__ import annotations

import io
import sys


def write_utf8() -> None:
    """Print UTF-8 from here on: a console of another code page has no bullet, and would end the command with a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
