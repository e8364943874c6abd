"""What the dashboard is made of: every package of the lock has a licence that goes with ours, and stands in the bill."""

import re

from deploy import components
from deploy.components import Component, bill
from loaders import DATA

ROOT = DATA.parent
PARTS = components.components()


def test_every_package_of_the_lock_is_listed_with_its_files():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert len(PARTS) == len(re.findall(r"^\S+==", lock, re.MULTILINE))
    assert sum(len(part.hashes) for part in PARTS) == lock.count("--hash=sha256:")
    wanted = re.findall(r"^([\w.-]+)==", (ROOT / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE)
    assert {name.lower() for name in wanted} <= {part.name for part in PARTS}


def test_every_licence_goes_with_ours():
    assert [part[:3] for part in PARTS if not part.compatible] == []


def test_a_licence_that_does_not_is_seen():
    for licence, goes in (
        ("GPL-3.0-only", False),
        ("", False),
        ("MIT AND GPL-3.0-only", False),
        ("GPL-2.0-only OR MIT", True),
        ("(MIT OR Apache-2.0)", True),
    ):
        assert Component("x", "1", licence, ()).compatible == goes, licence


def test_the_bill_names_each_package_once():
    made = bill(PARTS)
    assert (made["bomFormat"], made["specVersion"]) == ("CycloneDX", "1.6")
    names = [part["purl"] for part in made["components"]]
    assert len(set(names)) == len(names) == len(PARTS)
    assert all(part["licenses"] for part in made["components"])
