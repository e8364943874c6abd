"""What Ofsted's statistics file counts, row by row, kept beside the records so that both can be reconciled on a page."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import yaml

from ..records.vocabulary import Framework
from .edition import Official

NAME = "official_figures.yaml"
COMMENT = "# yaml-language-server: $schema=schema/official_figures.schema.json\n# Written by `python -m loaders official FILE.ods` from the rows of the file, not from the records: pages reconcile the two.\n"
STRANDS = {
    "overall": "overall_effectiveness",
    "leaders": "leaders",
    "help_and_protection": "help_and_protection",
    "children_in_care": "children_in_care",
    "care_leavers": "care_leavers",
}


def figures_of(official: Official, frameworks: Iterable[Framework]) -> dict[str, Any]:
    """The file's own counts, as ``vocabulary.OfficialFigures`` describes them."""
    ranks = _order(frameworks)
    figures = [
        *_latest(official.latest, ranks),
        {"measure": "full_inspections", "of": "since 2018", "value": len(official.history)},
        *_pairs(official.history, ranks),
        *_in_year(official.in_year),
    ]
    return {"file": official.file, "title": official.title, "as_at": official.as_at, "figures": figures}


def write_figures(official: Official, frameworks: Iterable[Framework], folder: Path) -> bool:
    """Write the counts, unless those held are of a later edition. Returns whether they were written."""
    path = folder / NAME
    held = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else None
    if held and held["as_at"] > official.as_at:
        return False
    text = COMMENT + yaml.safe_dump(figures_of(official, frameworks), sort_keys=False, allow_unicode=True, width=120)
    part = path.with_suffix(".part")
    part.write_text(text, encoding="utf-8", newline="\n")
    os.replace(part, path)
    return True


def _order(frameworks: Iterable[Framework]) -> dict[str, int]:
    """Printed grade words of the ILACS frameworks, best first."""
    return {
        word: place for f in frameworks if f.kind == "ilacs" for place, word in enumerate(word for word, grade in f.grades.items() if grade)
    }


def _latest(latest: pd.DataFrame, ranks: dict[str, int]) -> Iterator[dict[str, Any]]:
    """The latest grades of all authorities, by strand; and those of each strand that were not judged apart."""
    for strand, column in STRANDS.items():
        counts = Counter(latest[column].dropna())
        for word in sorted(counts, key=ranks.get):
            yield {"measure": "latest", "of": strand, "grade": word, "value": counts[word]}


def _pairs(history: pd.DataFrame, ranks: dict[str, int]) -> Iterator[dict[str, Any]]:
    """Consecutive full inspections of one authority: moves of the overall grade, and the time from start to start."""
    ordered = history.sort_values(["code", "start"]).assign(rank=lambda rows: rows["overall_effectiveness"].map(ranks))
    ordered["start"] = pd.to_datetime(ordered["start"])
    before = ordered.groupby("code")[["start", "rank"]].shift(1)
    pairs = ordered[before["start"].notna()]
    moved = (before["rank"] - ordered["rank"])[pairs.index]
    yield {"measure": "pairs", "of": "overall", "value": len(pairs)}
    for name, count in (("up", (moved > 0).sum()), ("down", (moved < 0).sum()), ("same", (moved == 0).sum())):
        yield {"measure": f"pairs_{name}", "of": "overall", "value": int(count)}
    days = (ordered["start"] - before["start"])[pairs.index].dt.days
    yield {"measure": "median_gap_days", "of": "overall", "value": int(days.median())}


def _in_year(in_year: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Inspections and visits of the year, by kind."""
    for kind, count in sorted(Counter(in_year["kind"]).items()):
        yield {"measure": "in_year", "of": kind, "value": count}
