"""The house: who may import whom, and where each fact lives."""

import ast
import re
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from exhibits import style
from loaders import DATA, load

ROOT = DATA.parent
SHELL = ROOT / "ui" / "shell.py"
"""The script that Streamlit runs. Beside ``pages/`` it would break deep links; it alone hands the view to the pages."""

ASKS = re.compile(r"(?<!def )\bcurrent\(\)")
LAYERS = ["loaders", "analysis", "exhibits", "exports", "ui", "pages", "app"]
MODULES = sorted(
    path for layer in LAYERS for path in ([ROOT / "app.py"] if layer == "app" else (ROOT / layer).rglob("*.py"))
)


def layer_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """First part of every absolute import of a module."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names.add(node.module.partition(".")[0])
    return names


def name_of(path: Path) -> str:
    """Dotted name of a module; a package goes by the name of its folder."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


NAMES = {name_of(path): path for path in MODULES}


def modules_imported(path: Path) -> set[str]:
    """Dotted names of this project's modules that a module imports, absolutely or relatively, anywhere in its text."""
    own = name_of(path)
    package = own if path.name == "__init__.py" else own.rpartition(".")[0]
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *filter(None, [node.module])])
            inside = {f"{base}.{alias.name}" for alias in node.names}
            found |= (inside & set(NAMES)) | ({base} if inside - set(NAMES) else set())
    return (found & set(NAMES)) - {own}


def circle(imports: dict[str, set[str]]) -> list[str]:
    """One circle among these imports, from its first name back to it; empty where there is none."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        return error.args[1]
    return []


@pytest.mark.parametrize("layer", LAYERS)
def test_no_module_imports_itself_by_way_of_others(layer):
    imports = {name: modules_imported(path) for name, path in NAMES.items() if layer_of(path) == layer}
    assert circle(imports) == []


def test_the_rooms_of_the_loaders_have_an_order():
    def room(name: str) -> str:
        return ".".join(name.split(".")[:2])

    imports: dict[str, set[str]] = {}
    for name, path in NAMES.items():
        if layer_of(path) == "loaders":
            imports.setdefault(room(name), set()).update(
                {room(other) for other in modules_imported(path)} - {room(name)}
            )
    assert circle(imports) == []


def test_loading_data_reads_no_report_and_no_spreadsheet():
    heavy = {"pypdfium2", "python_calamine", "loaders.reports", "loaders.documents"}
    code = f"import sys, loaders; loaders.load(); print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_run_downwards_only(path):
    above = set(LAYERS[LAYERS.index(layer_of(path)) + 1 :])
    if path == SHELL:
        above -= {"pages"}
    assert not imported(path) & above


def test_nobody_imports_the_shell():
    """So that no circle can run through it."""
    assert [name for name, path in NAMES.items() if name_of(SHELL) in modules_imported(path)] == []


def test_the_data_are_asked_for_at_the_top_alone():
    """By the shell, for a whole run, and by what answers a request of its own."""
    others = [path for path in MODULES if layer_of(path) != "loaders"]
    asking = {path.relative_to(ROOT).as_posix() for path in others if ASKS.search(path.read_text(encoding="utf-8"))}
    assert asking == {
        "app.py",
        "ui/shell.py",
        "ui/redirects.py",
        "ui/health.py",
        "ui/open_data.py",
        "exports/__main__.py",
    }


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_only_the_surface_imports_streamlit(path):
    if layer_of(path) not in ("app", "pages", "ui"):
        assert "streamlit" not in imported(path)


def test_only_the_loaders_read_yaml():
    assert [path.name for path in MODULES if "yaml" in imported(path) and layer_of(path) != "loaders"] == []


def test_one_module_binds_widgets_to_the_address():
    """So that the rule for a choice that is no longer offered holds on every page."""
    assert [path.name for path in MODULES if "query-params" in path.read_text(encoding="utf-8")] == ["controls.py"]


def test_pages_only_lay_out():
    for path in (ROOT / "pages").glob("*.py"):
        assert not imported(path) & {"pandas", "plotly", "yaml"}, path.name
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 100, path.name


def test_no_python_file_is_long():
    """Neither a module nor a test: a file of one subject is found by its name."""
    others = [path for folder in ("benchmarks", "deploy", "tests") for path in (ROOT / folder).rglob("*.py")]
    long = {
        path.relative_to(ROOT).as_posix(): lines
        for path in [*MODULES, *others]
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert long == {}


def test_the_palette_has_a_look_for_each_grade_verdict_and_kind_of_no_grade():
    ds = load()
    assert list(style.GRADES) == list(ds.grade_scale["grade"])
    assert list(style.VERDICTS) == list(ds.verdicts["verdict"])
    assert set(style.NO_GRADE) == set(ds.no_grade["no_grade"])
    looks = [look.letter for look in (*style.GRADES.values(), *style.NO_GRADE.values())]
    assert len(looks) == len(set(looks)), "no two may look the same without colour"


def test_no_other_place_spells_a_grade_or_a_colour():
    words = re.compile(r"[\"'](Requires improvement|Outstanding|Inadequate)\b")
    colours = re.compile(r"[\"']#[0-9A-Fa-f]{6}\b")
    for path in MODULES:
        text = re.sub(r'""".*?"""', "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not words.search(text), path
        if path.name != "style.py":
            assert not colours.search(text), path


MARKUP = re.compile(
    r"</?(a|article|b|blockquote|button|d[dlt]|details|div|h[1-6]|li|nav|ol|p|section|span|table|t[bdhr]|ul)\b[^<]*>"
)
PLOTLY = {"exports/picture.py"}
"""Files whose texts plotly draws, which has bold letters of its own."""


@pytest.mark.parametrize(
    "path", [path for path in MODULES if layer_of(path) in ("exports", "ui", "pages")], ids=name_of
)
def test_html_stands_in_templates_which_escape_all_text(path):
    if path.relative_to(ROOT).as_posix() in PLOTLY:
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    assert [text for text in texts if MARKUP.search(text)] == []
    assert "escape" not in {
        alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names
    }


def test_no_file_beside_the_shell_hides_a_module_of_python():
    assert {path.stem for path in SHELL.parent.iterdir()} & set(sys.stdlib_module_names) == set()


SHARED_TESTS = {
    "sentences": "tests/analysis/test_sentences.py",
    "exhibit": "tests/exhibits/test_exhibits.py",
    "rows": "tests/exhibits/test_intervals.py",
    "style": "tests/exhibits/test_palette.py",
    "events": "tests/exhibits/test_timeline.py",
    "spans": "tests/exhibits/test_history.py",
    "spell_sentences": "tests/analysis/grades/test_spells.py",
    "asked_sentences": "tests/analysis/recommendations/test_asked.py",
    "by_year_sentences": "tests/analysis/england/test_by_year.py",
    "swatches": "tests/exhibits/test_history.py",
    "time_sheet": "tests/exhibits/test_history.py",
    "own_records": "tests/pages/test_own_records.py",
    "plan_progress": "tests/pages/test_plan_progress.py",
}
"""Modules that are tested with others: the words of all questions in one table of cases, the parts of drawings in exhibits."""


@pytest.mark.parametrize("path", [path for path in MODULES if layer_of(path) in ("analysis", "exhibits")], ids=name_of)
def test_an_answer_and_an_exhibit_have_a_test_file_of_their_own(path):
    if path.name != "__init__.py":
        own = (Path("tests") / path.relative_to(ROOT)).with_name(f"test_{path.name}")
        assert (ROOT / SHARED_TESTS.get(path.stem, own)).is_file(), own
