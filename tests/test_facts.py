"""Facts of frameworks stand in `data/frameworks/` and `data/scale.yaml`, and in no Python file."""

import ast
from functools import cache
from pathlib import Path

import pytest

from loaders import DATA, load

ROOT = DATA.parent
READER = ROOT / "loaders" / "reports"
"""The reader of reports knows the printed forms of each framework."""

STILL_TYPED = {"exhibits/style.py": {"outstanding", "good", "requires_improvement", "adequate", "inadequate"}}
"""The palette has a colour for each grade. No other file may type a fact: never add one."""

ELSEWHERE = {"other"}
"""The strand of this name is a word that code needs for other things."""


@cache
def words() -> set[str]:
    """Ids and kinds of frameworks, grade words and grades, sets and their names, strands."""
    ds = load()
    columns = (
        ds.frameworks["framework"],
        ds.frameworks["kind"],
        ds.grade_words["grade_as_published"],
        ds.grade_scale["grade"],
        ds.grade_scale["label"],
        ds.sets["set"],
        ds.sets["label"],
        ds.strands["strand"],
    )
    return set().union(*columns) - ELSEWHERE


FILES = sorted(
    path
    for folder in ("loaders", "analysis", "exhibits", "exports", "ui", "pages", "benchmarks")
    for path in (ROOT / folder).rglob("*.py")
    if READER not in path.parents
)


def typed(path: Path) -> set[str]:
    """Every text that a file's code holds, docstrings aside."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_file_types_a_fact_of_a_framework(path):
    assert typed(path) & words() <= STILL_TYPED.get(path.relative_to(ROOT).as_posix(), set())


def test_what_is_still_typed_are_words_of_the_data():
    assert set().union(*STILL_TYPED.values()) <= words()
