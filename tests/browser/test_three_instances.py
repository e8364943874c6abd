"""Three real instances behind the nginx of ``deploy/``: one is killed while they are in use, and nobody loses their view."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from playwright.sync_api import expect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from benchmarks.session import ROOT, opened
from tests.browser.test_dashboard import settle, unfold_take_away, visit

NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}{os.pathsep}/usr/sbin")
AUTHORITIES = ("York", "Leeds", "Norfolk", "Kent", "Essex", "Devon")


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


class Instances:
    """Three instances of the dashboard, each with its port, and nginx before them at ``host``."""

    def __init__(self, folder):
        self.folder, self.host = folder, f"127.0.0.1:{free_port()}"
        self.processes = {}
        for _ in range(3):
            self.start(free_port())
        self.nginx = subprocess.Popen(
            [NGINX, "-c", str(self._configured()), "-p", str(folder), "-g", self._directives()]
        )

    def start(self, port: int) -> None:
        """Start an instance at a port."""
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.address", "127.0.0.1", "--server.port"]
        environment = os.environ | {"STREAMLIT_SERVER_COOKIE_SECRET": "the same for all", "INSPECTIONS_CACHE": str(self.folder / "compiled")}  # fmt: skip
        self.processes[port] = subprocess.Popen(
            [*command, str(port)], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def kill(self, port: int) -> None:
        """End an instance at once, as when its machine fails."""
        self.processes[port].send_signal(signal.SIGKILL)
        self.processes[port].wait()

    def wait(self, port: int) -> None:
        """Wait until an instance answers."""
        for _ in range(300):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1):
                    return
            except OSError:
                time.sleep(0.2)
        raise AssertionError(f"the instance at {port} did not answer within a minute")

    def stop(self) -> None:
        for process in (self.nginx, *self.processes.values()):
            process.terminate()
        for process in (self.nginx, *self.processes.values()):
            process.wait(timeout=20)

    def routed(self, part: str, visitor: str = "") -> list[int]:
        """Ports that answered the requests whose address has this part, of a visitor or of all; the last one that was tried."""
        lines = [line.split(" ", 2) for line in (self.folder / "routes.log").read_text(encoding="utf-8").splitlines()]
        asked = [tried for who, address, tried in lines if part in address and visitor in ("", who)]
        # Where none of the three had an answer, nginx writes the name of the group after their addresses.
        ports = [re.findall(r":(\d+)", tried) for tried in asked]
        return [int(found[-1]) for found in ports if found]

    def _configured(self):
        """The configuration of ``deploy/``, but for addresses, folders, and a log of who answered."""
        text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
        for number, port in enumerate(self.processes):
            text = text.replace(f"dashboard-{number}:8501", f"127.0.0.1:{port}")
        text = text.replace("listen 8080", f"listen {self.host}").replace("/tmp/", f"{self.folder}/")
        log = f"log_format routes '$visitor $request_uri $upstream_addr'; access_log {self.folder}/routes.log routes;"
        text, logs = re.subn("access_log off;", log, text)
        assert logs == 1
        path = self.folder / "nginx.conf"
        path.write_text(text, encoding="utf-8")
        return path

    def _directives(self) -> str:
        return "daemon off;" + (" user root;" if os.geteuid() == 0 else "")


@pytest.fixture(scope="module")
def instances(tmp_path_factory):
    if NGINX is None:
        reason = "nginx is not installed, so no instance was killed behind it (Debian: apt-get install nginx-light)"
        if os.environ.get("REQUIRE_NGINX"):
            pytest.fail(reason)
        pytest.skip(reason)
    running = Instances(tmp_path_factory.mktemp("three"))
    try:
        for port in running.processes:
            running.wait(port)
        yield running
    finally:
        running.stop()


def arrive(host: str) -> str:
    """Open the first page as a new visitor; return the cookie that nginx gives out."""
    with urllib.request.urlopen(f"http://{host}/", timeout=30) as answer:
        return answer.headers["Set-Cookie"].partition(";")[0]


def stay(host: str, authority: str, done: Event) -> tuple[int, int]:
    """Click through a page until told to stop, and connect again whenever the connection breaks.

    Returns how often the page was shown, each time the right one, and how often a connection broke.
    """
    cookie, shown, broken = arrive(host), 0, 0
    while not done.is_set():
        try:
            with opened(host, additional_headers={"Cookie": cookie}, open_timeout=30) as tab:
                page = b"".join(tab.ask("timeline", [("authority", authority)]))
                assert authority.encode() in page
                while not done.wait(0.5):
                    tab.ask("timeline", [("authority", authority)])
                    shown += 1
        except (ConnectionClosed, InvalidHandshake, OSError):
            broken += 1
            assert broken < 20
            time.sleep(0.5)
    return shown, broken


def downloaded(page) -> bytes:
    """The first table, as a visitor gets it: one who clicks before the page was made again elsewhere clicks once more."""
    for attempt in range(4):
        page.wait_for_timeout(3_000 * attempt)
        unfold_take_away(page)
        with page.expect_download(timeout=30_000) as given:
            page.get_by_role("button", name="Table (CSV)").first.click()
        if given.value.failure() is None:
            return given.value.path().read_bytes()
    raise AssertionError(f"four downloads failed, the last one for {given.value.failure()!r}")


def test_one_is_killed_under_load_and_its_visitors_go_on_elsewhere(instances, page):
    visit(page, f"http://{instances.host}/grades?authority=North+Yorkshire&view=As+published")
    visitor = next(cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "instance")
    home = instances.routed("host-config", visitor)[-1]
    done = Event()
    with ThreadPoolExecutor(len(AUTHORITIES)) as crowd:
        visits = [crowd.submit(stay, instances.host, authority, done) for authority in AUTHORITIES]
        try:
            time.sleep(4)
            instances.kill(home)
            # The tab connects elsewhere by itself: the view is the same, and all of it works.
            expect(page.locator("h1").last).to_have_text("Grades")
            page.get_by_text("Common strands", exact=True).first.click()
            expect(page).to_have_url(re.compile(r"authority=North\+Yorkshire(?!.*view=)"), timeout=30_000)
            page.wait_for_timeout(2_000)
            settle(page)
            assert b"Good" in downloaded(page)
            time.sleep(2)
        finally:
            done.set()
        results = [visit.result(timeout=60) for visit in visits]
    assert all(shown >= 2 for shown, _ in results), results
    assert home not in instances.routed("/media/", visitor)[-1:]

    # The one that was killed comes back. Requests of its visitors go there again, but what another has made is found.
    instances.start(home)
    instances.wait(home)
    time.sleep(11)
    assert b"Good" in downloaded(page)
    # A link that someone sends is the same everywhere.
    for port in instances.processes:
        with opened(f"127.0.0.1:{port}") as tab:
            assert b"North Yorkshire" in b"".join(tab.ask("grades", [("authority", "North Yorkshire")]))


def test_visitors_are_spread_and_stay(instances):
    for port, process in instances.processes.items():
        if process.poll() is not None:
            instances.start(port)
            instances.wait(port)
    cookies = [arrive(instances.host).partition("=")[2] for _ in range(24)]
    for cookie in cookies:
        for _ in range(2):
            asked = urllib.request.Request(
                f"http://{instances.host}/_stcore/health", headers={"Cookie": f"instance={cookie}"}
            )
            urllib.request.urlopen(asked, timeout=10).close()
    time.sleep(0.5)
    homes = {cookie: set(instances.routed("health", cookie)) for cookie in cookies}
    assert all(len(ports) == 1 for ports in homes.values())
    assert len(set.union(*homes.values())) == 3
