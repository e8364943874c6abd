"""A reader of strange files in a process of its own, with little memory, little time and nothing of ours to find.

``read_apart`` starts ``python -I apart.py reader.py``: this file, as a script, sets the limits and then runs the reader, which takes
the file's bytes from its standard input and prints JSON. Neither imports anything of this project.
"""

from __future__ import annotations

import json
import os
import runpy
import subprocess
import sys
import threading
import time
from typing import Any

SECONDS = 2
"""Of processor time; the longest report takes half a second."""
MEMORY = 500_000_000
"""Bytes, of all that the process maps; the longest report needs 120 million."""
PATIENCE = 60.0
"""Seconds by the clock, for a machine that is busy with other things."""
AT_ONCE = threading.BoundedSemaphore(2)
"""How many files are read at the same time, so that many visitors together need no more memory than two."""
NEEDED = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "SYSTEMDRIVE")
"""Variables of the environment that a process needs to start: the reader of a strange file is told no others."""
OUT_OF_TIME = 3
"""What the process returns where it took more than it may."""


class GaveUp(Exception):
    """A file was not read. Says why, for the person who gave it."""


def read_apart(reader: str, data: bytes, seconds: int = SECONDS) -> Any:
    """Return what a reader (the path of its script) prints of a file, as plain data, within so many seconds of the processor. Raises ``GaveUp`` where a limit is reached."""
    busy = f"could not be read within {PATIENCE:.0f} seconds: this machine is too busy. Try again later."
    if not AT_ONCE.acquire(timeout=PATIENCE):
        raise GaveUp(busy)
    try:
        command = [sys.executable, "-I", __file__, reader, str(seconds)]
        told = {variable: os.environ[variable] for variable in NEEDED if variable in os.environ}
        done = subprocess.run(command, input=data, capture_output=True, timeout=PATIENCE, check=False, env=told)
    except subprocess.TimeoutExpired:
        raise GaveUp(busy) from None
    finally:
        AT_ONCE.release()
    if done.returncode == OUT_OF_TIME:
        raise GaveUp(
            f"takes more than {seconds} seconds of work, several times what such a file does. Save it again from the program that shows it."
        )
    if done.returncode:
        raise GaveUp(
            "asks for far more memory or time than such a file needs. Save it again from the program that shows it."
        )
    return json.loads(done.stdout)


def limit_memory() -> None:
    """Hold this process to ``MEMORY``, to no file written and no core left behind, where the system can (not on Windows)."""
    try:
        import resource
    except ImportError:  # Windows: the limits of time and of what a file may hold must do
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_time(seconds: float) -> None:
    """End this process with ``OUT_OF_TIME`` once it took so many seconds of the processor: a busy machine costs it nothing.

    A thread looks at the time taken, on every system: the readers let other threads run while they work. Where the system can
    limit the time itself (not on Windows), it does so a little later, in case the thread does not get its turn.
    """

    def watch() -> None:
        while time.process_time() < seconds:
            time.sleep(0.1)
        os._exit(OUT_OF_TIME)

    threading.Thread(target=watch, daemon=True).start()
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 2, int(seconds) + 3))


if __name__ == "__main__":
    limit_memory()
    limit_time(float(sys.argv[2]))
    runpy.run_path(sys.argv[1], run_name="__main__")
