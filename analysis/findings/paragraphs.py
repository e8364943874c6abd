"""What single paragraphs say of a theme, found by inspection and theme. Paragraphs that only sum up others are left out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from loaders import Dataset, kept


class Said(NamedTuple):
    """What a paragraph says of a theme; ``main``: whether it is the first theme that the paragraph is coded with."""

    paragraph: str
    verdict: str
    main: bool


@kept
def said(ds: Dataset) -> dict[tuple[str, str], list[Said]]:
    """Return what is said of each theme: by inspection and theme, in order of the report."""
    found: dict[tuple[str, str], list[Said]] = {}
    seen: set[tuple[str, str]] = set()
    columns = (ds.codes[name] for name in ("inspection", "paragraph", "theme", "verdict", "is_summary"))
    for inspection, paragraph, theme, verdict, is_summary in zip(*columns, strict=True):
        if not is_summary:
            main = (inspection, paragraph) not in seen
            seen.add((inspection, paragraph))
            found.setdefault((inspection, theme), []).append(Said(paragraph, verdict, main))
    return found


def first_with(ds: Dataset, inspection: str, theme: str, verdicts: Iterable[str]) -> str | None:
    """Return the first paragraph of an inspection with a verdict on a theme; the earlier verdicts are asked first."""
    there = said(ds).get((inspection, theme), [])
    return next((one.paragraph for verdict in verdicts for one in there if one.verdict == verdict), None)


@kept
def quotes(ds: Dataset) -> dict[tuple[str, str], str]:
    """Return the quote of each finding, by inspection and paragraph."""
    keys = zip(ds.findings["inspection"], ds.findings["paragraph"], strict=True)
    return dict(zip(keys, ds.findings["quote"], strict=True))
