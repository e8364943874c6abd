"""The contributor's door: every file, name, word and package that it speaks of is there."""

import ast
import importlib.util
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from exports.open_data import answer
from loaders import DATA
from loaders.__main__ import COMMANDS

ROOT = DATA.parent
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")] + sorted((ROOT / "docs").glob("*.md"))
TEXTS = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in PAGES}
LINK = re.compile(r"\]\(([^)\s]+)\)")
NAME = re.compile(r"`([A-Za-z_]\w*)`")
RUN_TIME = ("app.py", "pages", "ui", "exports", "exhibits", "analysis", "loaders")
CHANGES = [
    "a framework",
    "a colour",
    "a theme",
    "a column of the grades table",
    "a page",
    "the recurrence rule",
    "a new status",
    "an edition of the statistics",
    "an export format",
    "a wrong sentence on Compare",
    "a field of the record",
]


def rows() -> dict[str, tuple[list[Path], list[str]]]:
    """Each change of the table, with the files to open and the names that should stand in them."""
    found = {}
    for line in TEXTS["docs/where-to-change.md"].splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if line.startswith("| ") and len(cells) == 3 and LINK.search(cells[1]):
            found[cells[0]] = (
                [(ROOT / "docs" / target).resolve() for target in LINK.findall(cells[1])],
                NAME.findall(cells[2]),
            )
    return found


def names_in(path: Path) -> set[str]:
    """What a Python file defines at its top, or the words of another file."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        return set(re.findall(r"\w+", text))
    names = set()
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        names |= {target.id for target in targets if isinstance(target, ast.Name)}
    return names


def anchors(text: str) -> set[str]:
    """Anchors of the headings of a page, as websites for code make them."""
    headings = re.findall(r"^#+ (.+)$", text, re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_page_names_the_eleven_changes():
    assert list(rows()) == CHANGES


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_needs_one_file_or_two_and_they_hold_what_the_page_says(change):
    files, names = rows()[change]
    assert len(files) in (1, 2)
    assert all(path.is_file() for path in files), files
    assert set(names) <= set.union(*map(names_in, files))


@pytest.mark.parametrize("page", TEXTS)
def test_links_of_a_page_lead_somewhere(page):
    for target in LINK.findall(TEXTS[page].replace(r"\_", "_")):
        name, _, anchor = target.partition("#")
        if name.startswith("http"):
            continue
        path = ((ROOT / page).parent / name).resolve() if name else ROOT / page
        assert path.exists(), target
        assert not anchor or anchor in anchors(path.read_text(encoding="utf-8")), target


@pytest.mark.parametrize("page", TEXTS)
def test_files_that_a_page_names_exist(page):
    named = re.findall(
        r"`((?:app|analysis|exhibits|exports|loaders|pages|ui|tests|data|docs|\.ci|\.github)[/.][\w./\-]*)`",
        TEXTS[page],
    )
    assert [name for name in named if not (ROOT / name).exists() and name not in MADE_BY_COMMANDS] == []


MADE_BY_COMMANDS = {"data/inspections/barnet/2030-ilacs.yaml"}
"""Examples of what a reader is about to make."""


@pytest.mark.parametrize("page", TEXTS)
def test_commands_that_a_page_names_exist(page):
    text = TEXTS[page]
    for module, word in re.findall(r"python -m ([\w.]+)(?: (\w+))?", text):
        assert importlib.util.find_spec(module), module
        assert module != "loaders" or word in COMMANDS, word
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    assert set(re.findall(r"`make ([a-z]+)", text)) <= targets


def test_ci_uses_the_words_of_the_makefile():
    for place in (".ci/run", ".github/workflows/ci.yml"):
        said = (ROOT / place).read_text(encoding="utf-8")
        words = re.findall(r"^(?:      - run: )?make .*?\b(setup|check|test)$", said, re.M)
        assert words == ["setup", "check", "test"], place


def test_addresses_of_the_open_data_page_are_answered(ds):
    addresses = set(
        re.findall(r"/data/([a-z_]*(?:\.(?:csv|json|xlsx))?(?:\?[\w=&-]+)?)[`\"]", TEXTS["docs/open-data.md"])
    )
    assert {
        "",
        "dataset.xlsx",
        "schema.json",
        "datapackage.json",
        "grades.csv?authority=York&as_at=2023-12-31",
    } <= addresses
    for address in addresses:
        path, _, query = address.partition("?")
        assert answer(ds, path, tuple(parse_qsl(query))).status == 200, address


def declared(name: str) -> dict[str, str]:
    """Packages that a file of requirements names, with their versions."""
    pins = re.findall(r"^([A-Za-z][\w.\-]*)==([\w.]+)", (ROOT / name).read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[-_.]+", "-", package).lower(): version for package, version in pins}


def imported(places: tuple[str, ...]) -> set[str]:
    """Packages, by the name under which they are installed, that the modules of some places import."""
    ours = {path.stem for path in ROOT.iterdir() if path.is_dir() or path.suffix == ".py"}
    files = [
        path for place in places for path in ([ROOT / place] if place.endswith(".py") else (ROOT / place).rglob("*.py"))
    ]
    names = set()
    for node in (node for path in files for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names.add(node.module.partition(".")[0])
    installed = packages_distributions()
    outside = {name for name in names - set(sys.stdlib_module_names) - ours if name in installed}
    return {re.sub(r"[-_.]+", "-", package).lower() for name in outside for package in installed[name]}


def test_what_the_dashboard_imports_is_declared_and_nothing_else():
    # pandas is told the name of the first, and imports it; Streamlit imports the others where a login is required
    by_name = {"python-calamine", "authlib", "httpx"}
    assert imported(RUN_TIME) | by_name == set(declared("requirements.txt"))


def test_what_the_tests_import_is_declared():
    assert imported(("tests", "benchmarks")) <= set(declared("requirements.txt")) | set(
        declared("requirements-dev.txt")
    )


def test_the_lock_holds_what_is_declared_with_hashes_and_no_place():
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = declared("requirements.lock")
    assert declared("requirements.txt").items() <= locked.items()
    entries = re.split(r"^(?=[a-z])", text, flags=re.M)[1:]
    assert len(entries) >= len(locked)
    assert all("--hash=sha256:" in entry for entry in entries)
    assert not re.search(r"://|index-url|find-links|@ |^/", text, re.M)
