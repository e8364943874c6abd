"""Nothing that our code did not write reaches Streamlit's markdown unescaped."""

import ast
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import DATA
from loaders.records.hidden import HIDDEN
from ui.plain import JOINER, plain

ROOT = DATA.parent
READ_AS_MARKDOWN = {
    "markdown", "caption", "info", "warning", "error", "success", "title", "header", "subheader", "write", "expander", "status", "popover",
    "tabs", "metric", "badge", "toast", "spinner", "dialog", "radio", "selectbox", "multiselect", "text_input", "text_area", "number_input",
    "slider", "select_slider", "date_input", "time_input", "toggle", "checkbox", "pills", "segmented_control", "button", "download_button",
    "link_button", "page_link", "file_uploader", "form_submit_button",
}  # fmt: skip
"""Elements whose text or label Streamlit reads as markdown. Options are, too, in radio buttons and their like."""
WITH_OPTIONS = {"radio", "pills", "segmented_control", "tabs"}
OURS = {("about.py", "text")}
"""Files, and names in them that hold markdown which our own code wrote: the method, and the accessibility statement."""


def is_ours(text: ast.expr) -> bool:
    """Whether an argument is a text of the code itself, apart from what went through ``plain``."""
    match text:
        case ast.Constant():
            return True
        case ast.JoinedStr():
            return all(is_ours(value) for value in text.values)
        case ast.FormattedValue():
            return is_ours(text.value)
        case ast.IfExp():
            return is_ours(text.body) and is_ours(text.orelse)
        case ast.BinOp():
            return is_ours(text.left) and is_ours(text.right)
        case ast.List() | ast.Tuple():
            return all(is_ours(value) for value in text.elts)
        case ast.Name():
            return text.id.isupper()
        case ast.Call(func=ast.Name(id="plain")):
            return True
        case ast.Call(
            func=ast.Attribute(value=ast.Constant(), attr="join"),
            args=[ast.Call(func=ast.Name(id="map"), args=[first, *_])],
        ):
            return isinstance(first, ast.Name) and first.id == "plain"
        case ast.Call(func=ast.Attribute(value=ast.Constant(), attr="join"), args=[ast.GeneratorExp(elt=text)]):
            return is_ours(text)
    return False


def test_every_text_that_streamlit_reads_as_markdown_is_ours_or_made_plain():
    found, planted = 0, []
    for path in sorted([*(ROOT / "ui").glob("*.py"), *(ROOT / "pages").glob("*.py"), ROOT / "app.py"]):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (
                isinstance(call, ast.Call)
                and isinstance(call.func, ast.Attribute)
                and call.func.attr in READ_AS_MARKDOWN
                and call.args
            ):
                continue
            found += 1
            more = [word.value for word in call.keywords if word.arg in ("help", "label", "caption", "captions")]
            escaped = any(word.arg == "format_func" and ast.unparse(word.value) == "plain" for word in call.keywords)
            for text in [*call.args[: 2 if call.func.attr in WITH_OPTIONS and not escaped else 1], *more]:
                ours = isinstance(text, ast.Name) and (path.name, text.id) in OURS
                if not ours and not is_ours(text):
                    planted.append(f"{path.name}, line {text.lineno}: {ast.unparse(text)}")
    assert planted == []
    assert found > 80


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("York was judged Good (see 3.2); 50% – half.", "York was judged Good (see 3.2); 50% – half."),
        ("[a](https://b.example)", f"\\[a\\](https:{JOINER}//b.example)"),
        ("two\n\n  lines\tand  blanks", "two lines and blanks"),
        ("1. one", "1\\. one"),
        ("a_b", "a\\_b"),
        (12, "12"),
    ],
)
def test_only_what_markdown_would_read_is_changed(text, expected):
    assert plain(text) == expected


@given(st.text())
def test_no_letter_is_lost(text):
    """But for those that nobody sees."""
    shown = re.sub(r"\\(.)", r"\1", plain(text).replace(JOINER, ""))
    seen = HIDDEN.sub("", text.replace(JOINER, ""))
    assert "".join(shown.split()) == "".join(seen.split())
