"""A server of its own, and a visitor without a browser: Streamlit's protocol over a real websocket."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.util import calc_hash
from websockets.sync.client import ClientConnection, connect

ROOT = Path(__file__).resolve().parents[1]
SETTLED = 0.05
"""Seconds without work after which a server counts as done: it collects garbage after it has answered."""


class Server:
    """A running server. Linux only: its processor time is read from the clock that the kernel keeps for each process."""

    def __init__(self, process: subprocess.Popen, port: int) -> None:
        self.process, self.port = process, port
        self._clock = (~process.pid << 3) | 2  # as clock_getcpuclockid(3) has it

    def processor_time(self) -> float:
        """Seconds of processor time that the process and its threads have used."""
        return time.clock_gettime(self._clock)

    def settled(self) -> float:
        """Wait until the server does nothing more; return its processor time then."""
        used = self.processor_time()
        while True:
            time.sleep(SETTLED)
            if (now := self.processor_time()) - used < SETTLED / 50:
                return now
            used = now


@contextmanager
def serving(script: Path) -> Iterator[Server]:
    """Start a server for a script, wait until it answers, and stop it at the end."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    options = ["--server.address", "127.0.0.1", "--server.headless", "true", "--server.fileWatcherType", "none"]
    process = subprocess.Popen(
        [*command, *options],
        cwd=script.parent,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait(f"http://127.0.0.1:{port}/_stcore/health", process)
        yield Server(process, port)
    finally:
        process.terminate()
        process.wait(timeout=20)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def wait(address: str, process: subprocess.Popen) -> None:
    """Wait until a server answers at an address.

    Raises RuntimeError if it stops before, or does not within a minute.
    """
    for _ in range(300):
        if process.poll() is not None:
            raise RuntimeError("The server stopped before it answered.")
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("The server did not answer within a minute.")


class Run(NamedTuple):
    """One run of a page: the seconds of processor time that it cost the server, and the bytes that it sent."""

    seconds: float
    sent: int


@contextmanager
def visiting(server: Server) -> Iterator[Visitor]:
    """Open a tab of a server that nobody else visits, and close it at the end."""
    with opened(f"127.0.0.1:{server.port}") as tab:
        yield Visitor(server, tab)


@contextmanager
def opened(host: str, **options: Any) -> Iterator[Tab]:
    """Open a tab at a host, such as ``127.0.0.1:8501``, and close it at the end. ``options``: of the websocket."""
    with connect(f"ws://{host}/_stcore/stream", subprotocols=["streamlit"], max_size=None, **options) as websocket:
        yield Tab(host, websocket)


class Tab:
    """One browser tab: asks for pages, and keeps large messages as a browser does."""

    def __init__(self, host: str, websocket: ClientConnection) -> None:
        self.host, self._socket = host, websocket
        self._kept: set[str] = set()

    def ask(self, path: str = "", query: list[tuple[str, str]] | None = None) -> list[bytes]:
        """Ask for a run of a page and return its messages, to the last.

        Raises ``RuntimeError`` where the page shows an error.
        """
        message = BackMsg()
        message.rerun_script.query_string = urlencode(query or [])
        message.rerun_script.page_script_hash = calc_hash(path) if path else ""
        message.rerun_script.cached_message_hashes.extend(self._kept)
        message.rerun_script.context_info.url = f"http://{self.host}/{path}"
        self._socket.send(message.SerializeToString())
        return list(self._messages(path))

    def _messages(self, path: str) -> Iterator[bytes]:
        """The messages of one run, to its end."""
        kind = None
        while kind != "script_finished":
            data = self._socket.recv(timeout=120)
            message = ForwardMsg.FromString(data)
            if message.metadata.cacheable and message.hash:
                self._kept.add(message.hash)
            kind = message.WhichOneof("type")
            if kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
                raise RuntimeError(f"/{path}: {message.delta.new_element.exception.message}")
            yield data


class Visitor:
    """The only visitor of a server: runs pages, and says what each run cost."""

    def __init__(self, server: Server, tab: Tab) -> None:
        self.server, self._tab = server, tab

    def run(self, path: str = "", query: list[tuple[str, str]] | None = None) -> Run:
        """Run a page once, to the end of all that the server does for it.

        Raises ``RuntimeError`` where the page shows an error.
        """
        before = self.server.settled()
        sent = sum(map(len, self._tab.ask(path, query)))
        return Run(self.server.settled() - before, sent)
