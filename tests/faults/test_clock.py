"""A clock that is wrong, or elsewhere: no answer changes, as all days come from the data."""

import ast
import hashlib
import os
import subprocess
import sys

from loaders import DATA
from tests.builders import SAMPLE

ROOT = DATA.parent
SHOWN = ("app.py", "analysis", "exhibits", "exports", "pages", "ui")
CLOCKS = {"today", "now", "utcnow", "localtime", "gmtime"}
NO_CLOCKS = {"sheet", "self"}
"""What a chart is drawn on: its ``now`` is the last day of the data."""
ASKS = f"""
import datetime, hashlib, time
later = {{late}} * 86_400
real = time.time
time.time = lambda: real() + later
class Day(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())
datetime.date = Day
import loaders
from analysis.selection import Selection
from exports.briefing import FORMATS, briefing
from exports.open_data import answer
ds = loaders.load({str(SAMPLE)!r})
made = answer(ds, "grades.csv").body + answer(ds, "feed.atom").body + FORMATS["html"][2](briefing(ds, Selection(("york",), None)))
print(hashlib.sha256(made).hexdigest())
"""


def said(zone: str, late: int) -> str:
    settings = {"TZ": zone, "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-c", ASKS.format(late=late)],
        cwd=ROOT,
        env=os.environ | settings,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def test_data_and_papers_are_the_same_in_auckland_and_in_2031():
    here = said("Europe/London", 0)
    assert len(here) == len(hashlib.sha256().hexdigest()) + 1
    assert said("Pacific/Auckland", 5 * 365) == here


def test_nothing_that_is_shown_asks_the_clock():
    files = [
        path for part in SHOWN for path in ([ROOT / part] if part.endswith(".py") else (ROOT / part).rglob("*.py"))
    ]
    asked = [
        f"{path.name}:{node.lineno}"
        for path in files
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in CLOCKS and ast.unparse(node.value) not in NO_CLOCKS
    ]
    assert asked == []
