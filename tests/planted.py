"""Texts that somebody might plant in a record or an address, and data folders in which somebody did."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from tests.builders import SAMPLE

TEXTS = [
    "[Sign in again](https://evil.example/login)",
    "![t](http://evil.example/track.png)",
    "https://evil.example/a_b_c?d=e&f=g#h",
    "See http://evil.example, or (www.evil.example) or WWW.evil.example/x.",
    "HTTPS://evil.example ftp://evil.example xmpp:a@evil.example",
    "<https://evil.example> <a@evil.example> mailto:a@evil.example a.b+c@evil.example",
    "[ref][1] [ref] [^1]",
    "[1]: https://evil.example",
    "<a href='https://evil.example'>a</a> <img src=x onerror=alert(1)> <script>alert(1)</script> <!-- c -->",
    "**bold** __bold__ *italic* _italic_ ~~gone~~ `code` ``co`de``",
    ":smile: :+1: :100: :material/star: :streamlit: 10:30:45 12:100:5",
    ":red[red] :blue-background[blue] :small[small] :red-badge[badge] :color[x]{foreground='red'} :help[h] :shimmer[s]",
    "$x^2$ $$y$$ costs $5 and $6 \\(z\\)",
    "a -> b <- c <-> d -- e >= f <= g ~= h",
    "-> at the start and at the end --",
    "# heading #",
    "- item",
    "+ item",
    "1. item",
    "12) item",
    "> quote",
    "---",
    "===",
    "```code```",
    "~~~code~~~",
    "| a | b |",
    "&lt;b&gt; &amp; &#58; &copy; R&D",
    "a\\b \\* \\\\ ends with \\",
    "[ ] to do [x] done",
    "line one\n\nline two\n    code\n- item\n[1]: https://evil.example",
    "O’Brien’s “café”, 50 % – half… (see 3.2) It’s a+b=c; e-mail: yes!",
    ":",
    "a:b http: //x @ www. www",
    "{braces} ^up^ \"quotes\" 'single' (c) (tm) +-",
    "javascript:alert(1) [x](javascript:alert(1)) data:text/html,x",
]

PLANT = (
    "[Sign in](https://evil.example/a) ![p](https://evil.example/p.png) <a href='https://evil.example/h'>b</a> "
    "<img src='https://evil.example/i.png'> https://evil.example/c www.evil.example me@evil.example :material/home: :smile: "
    ":red[r] $x^2$ **b**"
)
"""A text that markdown, HTML and Streamlit make something of wherever they may: short enough for a quote."""

NO_TEXT = {
    "framework", "depth", "variant", "start", "end", "published", "file", "pdf", "url", "checked", "id", "kind", "inspection", "recommendation",
    "basis", "extent", "says", "set", "paragraph", "paragraphs", "themes", "codes", "grades", "supports", "focus", "status", "deadline",
    "deadline_as_published", "version", "date", "responds_to",
}  # fmt: skip
"""Fields of records that hold ids, days, numbers and words of the vocabulary, so that no text can be planted in them."""

LABELS = {
    "label", "short_label", "definition", "meaning", "term", "note", "why", "covers", "ask", "words", "what", "criterion", "title", "as_at_note",
    "neighbours_source", "rules", "basis",
}  # fmt: skip
"""Fields of the vocabulary that hold texts for readers."""


def planted_records(data: Path, before: str = "") -> Path:
    """Copy the sample, with ``PLANT`` in every text of every record of one authority; ``before``: what each begins with."""
    shutil.copytree(SAMPLE, data)
    for path in [*(data / "inspections" / "york").glob("*.yaml"), *(data / "action_plans" / "york").glob("*.yaml")]:
        _rewrite(path, lambda key: True, NO_TEXT.__contains__, before)
    return data


def planted_vocabulary(data: Path) -> Path:
    """Copy the sample, with ``PLANT`` in every text of its vocabulary, and in the names of two authorities."""
    shutil.copytree(SAMPLE, data)
    return _with_planted_vocabulary(data)


def planted_everywhere(data: Path) -> Path:
    """Copy the sample, with ``PLANT`` in every text of the records of one authority and of the vocabulary."""
    return _with_planted_vocabulary(planted_records(data))


def _with_planted_vocabulary(data: Path) -> Path:
    for path in [*data.glob("*.yaml"), *(data / "frameworks").glob("*.yaml")]:
        if not path.name.endswith("template.yaml"):
            _rewrite(path, LABELS.__contains__, lambda key: False)
    with (data / "authorities.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        if row["authority"] in ("york", "leeds"):
            row["name"] += f" {PLANT}"
    with (data / "authorities.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return data


def _rewrite(
    path: Path, is_text: Callable[[str], bool], left_as_it_is: Callable[[str], bool], before: str = ""
) -> None:
    """Plant in a file, in the fields that hold texts, but for those that stay as they are with all that is in them."""
    changed = _planted(yaml.safe_load(path.read_text(encoding="utf-8")), is_text, left_as_it_is, before=before)
    path.write_text(yaml.safe_dump(changed, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _planted(
    value: Any, is_text: Callable[[str], bool], left_as_it_is: Callable[[str], bool], key: str = "", before: str = ""
) -> Any:
    if isinstance(value, dict):
        return {
            name: part if left_as_it_is(name) else _planted(part, is_text, left_as_it_is, name, before)
            for name, part in value.items()
        }
    if isinstance(value, list):
        return [_planted(part, is_text, left_as_it_is, key, before) for part in value]
    if not isinstance(value, str) or not is_text(key):
        return value
    value = f"{before}{value}"
    return f"{' '.join(value.split()[:4])} {PLANT}" if key.endswith("quote") else f"{value} {PLANT}"
