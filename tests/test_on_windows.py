"""What would break on Windows, as far as it can be seen on another system: encodings, names of files, ends of lines, calls that only Unix has."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LEFT_OUT = {".git", ".venv", ".lock", ".audit", "__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis"}  # fmt: skip
LONGEST = 120
"""Letters of a path within the repository: Windows may refuse one of more than 260 with all before it."""
REFUSED = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)', re.I)
UNIX_MODULES = {"fcntl", "grp", "pwd", "resource", "termios", "pty", "syslog"}
UNIX_CALLS = {"getuid", "geteuid", "getgid", "fork", "killpg", "setsid", "getpgid", "mkfifo", "uname", "O_NOFOLLOW", "O_DIRECTORY", "nice", "chown", "SIGKILL", "SIGHUP", "SIGUSR1", "SIGXFSZ", "preexec_fn"}  # fmt: skip


def files() -> Iterator[Path]:
    """Every file of the repository."""
    for place, inner, names in ROOT.walk() if hasattr(ROOT, "walk") else _walk():
        inner[:] = [name for name in inner if name not in LEFT_OUT]
        yield from (Path(place) / name for name in names if name != ".git")


def _walk():
    import os

    return os.walk(ROOT)


FILES = sorted(files())
MODULES = [path for path in FILES if path.suffix == ".py"]
PRODUCT = [path for path in MODULES if path.relative_to(ROOT).parts[0] not in ("tests", "benchmarks")]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def unnamed(text: str) -> list[int]:
    """Lines that open a file as text, or run a program and read its text, without saying in which encoding."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        given = {word.arg: word.value for word in node.keywords}
        if "timeout" in given and name == "open":  # of an address
            continue
        if name == "open" and isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") in ("os", "Image", "pdfium"):  # fmt: skip
            continue
        mode = given.get("mode") or next((one for one in node.args if isinstance(one, ast.Constant) and re.fullmatch("[rwxabt+]+", str(one.value))), None)  # fmt: skip
        binary = isinstance(mode, ast.Constant) and "b" in str(mode.value)
        reads = name in ("read_text", "write_text", "fdopen", "NamedTemporaryFile", "TemporaryFile") or name == "open"
        temporary = name.endswith("TemporaryFile") and mode is None
        runs = name in ("run", "Popen", "check_output") and isinstance(given.get("text"), ast.Constant)
        if ((reads and not binary and not temporary) or runs) and "encoding" not in given:
            found.append(node.lineno)
    return found


def test_every_text_is_read_and_written_in_a_named_encoding():
    """Windows takes its code page where none is named."""
    assert {named(path): lines for path in MODULES if (lines := unnamed(path.read_text(encoding="utf-8")))} == {}


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("path.read_text()", [1]),
        ("path.open()", [1]),
        ("open(path, 'w')", [1]),
        ("subprocess.run(command, text=True)", [1]),
        ("path.read_text(encoding='utf-8'); open(path, 'rb'); path.open('ab'); subprocess.run(command)", []),
    ],
)
def test_what_names_no_encoding_is_found(code, lines):
    assert unnamed(code) == lines


def test_no_name_of_a_file_is_refused():
    assert [named(path) for path in FILES if any(REFUSED.search(part) for part in path.relative_to(ROOT).parts)] == []
    assert [named(path) for path in FILES if len(named(path)) > LONGEST] == []
    assert REFUSED.search("aux.yaml")
    assert REFUSED.search("10:30.txt")


def test_no_two_names_differ_by_capitals_alone():
    counts = Counter(named(path).lower() for path in FILES)
    assert [name for name, count in counts.items() if count > 1] == []


def test_lines_end_alike_on_every_system():
    """Digests are of bytes, so git hands out each text with the same ends of lines everywhere."""
    assert "* text=auto eol=lf" in (ROOT / ".gitattributes").read_text(encoding="utf-8").splitlines()
    texts = [path for path in FILES if path.suffix in (".py", ".yaml", ".csv", ".md", ".html", ".css", ".js", ".toml", ".txt", ".lock")]  # fmt: skip
    assert [named(path) for path in texts if b"\r" in path.read_bytes()] == []
    binary = {path.suffix for path in FILES if b"\0" in path.read_bytes()}
    said = dict(line.rsplit(" ", 1) for line in (ROOT / ".gitattributes").read_text(encoding="utf-8").splitlines())
    assert {f"*{suffix}" for suffix in binary} <= {name for name, kind in said.items() if kind == "binary"}


def test_days_are_written_by_codes_that_every_system_has():
    """``%-d`` is of Unix. That plotly writes days in the browser with it is no matter."""
    for path in MODULES:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            assert not re.search(r"(?:strftime\(|\{[^{}]*:)[^)}]*%[-_#]", line) or path == Path(__file__), f"{named(path)}:{number}"  # fmt: skip


def guarded(tree: ast.Module) -> set[int]:
    """Lines under a ``try``, or in a module that asks first whether the system has the call."""
    return {
        line
        for node in ast.walk(tree)
        if isinstance(node, ast.Try)
        for line in range(node.lineno, (node.end_lineno or 0) + 1)
    }


def test_what_only_unix_has_is_asked_for_before_it_is_used():
    """By ``hasattr`` or ``try``, in all that runs a server or a command."""
    for path in PRODUCT:
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text)
        for node in ast.walk(tree):
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = {alias.name for alias in node.names} | {getattr(node, "module", None)}
                assert not names & UNIX_MODULES or node.lineno in guarded(tree), f"{named(path)}:{node.lineno}"
            if isinstance(node, ast.Attribute) and node.attr in UNIX_CALLS:
                asked = f'hasattr(os, "{node.attr}")' in text or f"hasattr(os, '{node.attr}')" in text
                assert asked or node.lineno in guarded(tree), f"{named(path)}:{node.lineno}: {node.attr}"


def test_no_path_of_unix_is_typed():
    """Nor a folder for what lasts a while, nor a separator of folders in a list of them."""
    typed = re.compile(r"""["'](?:/tmp|/dev|/var|/proc|/etc|~/\.cache)\b""")
    allowed = {"loaders/dataset/compiled.py"}  # beside the folders of Windows and of macOS
    assert {named(path) for path in PRODUCT if typed.search(path.read_text(encoding="utf-8"))} <= allowed
