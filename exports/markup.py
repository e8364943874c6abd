"""Markup that pages, papers and open data share. All of it is made by templates, which escape whatever is put in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from exhibits.style import Look

SHARED = Path(__file__).with_name("templates")


def filler(*folders: Path) -> Callable[..., Markup]:
    """Make the function that fills a template by its name, looked for in these folders, then among the shared ones.

    It escapes all that it is given but what another template made, and raises ``jinja2.UndefinedError`` where a
    template asks for something that it was not given.
    """
    environment = Environment(
        loader=FileSystemLoader([*folders, SHARED]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )

    def fill(template: str, **values: object) -> Markup:
        return Markup(environment.get_template(f"{template}.html").render(values).strip())

    return fill


_fill = filler()


@cache
def tile(look: Look, words: str = "") -> Markup:
    """Make a lettered tile, with its words for those who do not see it where they do not stand beside it."""
    return _fill("tile", look=look, words=words)


def table(
    caption: str, heads: Iterable[str], rows: Iterable[Sequence[str | Markup]], region: str = "table-region"
) -> Markup:
    """Make an accessible table: caption, headers with scope, a region (of this class) that scrolls and takes the focus.

    The first cell of each row heads it. A column without a name has no header.
    """
    return _fill("table", caption=caption, heads=heads, rows=rows, region=region)
