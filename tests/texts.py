"""All fixed texts of the product, found by reading its modules and its words in ``data/``, so that a new one is measured at once."""

import ast
import html
import re
from collections.abc import Iterator

from loaders import DATA, load

ROOT = DATA.parent
FOLDERS = ("analysis", "exhibits", "exports", "ui", "pages")
FEWEST_WORDS = 8
"""Below this a text is a label, and a measure of its words says nothing."""

BLANK = "two"
"""What stands for a value that is filled in."""

_NO_PROSE = re.compile(
    r"[=@]=|\w==|[{};]\s*$|https?://\S+$|function|=>|let |\w+\(\w*\)|:focus|\\b|\?P<|<w:|^\s*<style|<script", re.M
)


def fixed_texts() -> dict[str, str]:
    """Every text by the place where it stands: ``analysis/method.py:18`` or ``data/glossary.yaml: Advocacy``."""
    return {place: text for place, text in (*_in_modules(), *_in_data()) if len(text.split()) >= FEWEST_WORDS}


def _in_modules() -> Iterator[tuple[str, str]]:
    for path in sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        parts = {
            id(part)
            for node in ast.walk(tree)
            if isinstance(node, ast.JoinedStr)
            for part in ast.walk(node)
            if part is not node
        }
        for node in ast.walk(tree):
            if id(node) in docstrings | parts or not isinstance(node, ast.Constant | ast.JoinedStr):
                continue
            text = _words_of(node)
            if not _NO_PROSE.search(text):
                yield f"{path.relative_to(ROOT).as_posix()}:{node.lineno}", _plain(text)


def _words_of(node: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    return "".join(part.value if isinstance(part, ast.Constant) else BLANK for part in node.values)


def _plain(text: str) -> str:
    """Without tags and markdown."""
    text = html.unescape(re.sub(r"<[^>]+>", " ", text))
    text = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", text).replace("*", "").replace("`", "")
    return text.strip()


def _in_data() -> Iterator[tuple[str, str]]:
    """Not the codebook (themes, verdicts, rules): lists of key words for coders, whose every word decided how reports were coded."""
    ds = load()
    columns = {
        "glossary": ("term", "meaning"),
        "question_rules": ("rule", "words"),
        "no_grade": ("no_grade", "meaning"),
        "fits": ("fit", "meaning"),
        "judgements": ("judgement", "why"),
    }
    for row in ds.barriers.itertuples():
        yield f"barriers: {row.what[:60]}", f"{row.what}\n\n{row.why}"
    for frame, (name, column) in columns.items():
        for row in getattr(ds, frame).dropna(subset=column).to_dict("records"):
            yield f"{frame}: {row[name][:60]}", re.sub(r"\{\w+\}", BLANK, row[column])
