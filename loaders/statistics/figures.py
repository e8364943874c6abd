"""What Ofsted's statistics file counts, row by row, kept beside the records so that both can be reconciled on a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pandas as pd

from ..records.editions import OfficialFigure
from ..records.vocabulary import Frameworks, Scale
from .edition import Official


def figures_of(official: Official, frameworks: Frameworks, scale: Scale) -> list[OfficialFigure]:
    """The file's own counts, made from its rows and not from the records."""
    ranks, columns = _order(frameworks), _columns(frameworks, scale)
    of_history = (
        [
            {"measure": "full_inspections", "of": "since 2018", "value": len(official.history)},
            *_pairs(official.history, *next(iter(columns.items())), ranks),
        ]
        if len(official.history)
        else []
    )
    figures = [*_latest(official.latest, columns, ranks), *of_history, *_in_year(official.in_year)]
    return [OfficialFigure(**figure) for figure in figures]


def _order(frameworks: Frameworks) -> dict[str, int]:
    """Printed grade words of the inspections that the file grades, best first."""
    return {
        word: place
        for framework in frameworks.versions(frameworks.graded_kind)
        for place, word in enumerate(word for word, grade in framework.grades.items() if grade)
    }


def _columns(frameworks: Frameworks, scale: Scale) -> dict[str, str]:
    """Strand, and the column of the file that has its grades, in the order of the strands: the overall grade first."""
    columns = {
        judgement.strand: judgement.statistics
        for framework in frameworks.versions(frameworks.graded_kind)
        for judgement in framework.judgements
        if judgement.leads and judgement.statistics
    }
    return {strand.id: columns[strand.id] for strand in scale.strands if strand.id in columns}


def _latest(latest: pd.DataFrame, columns: dict[str, str], ranks: dict[str, int]) -> Iterator[dict[str, Any]]:
    """The latest grades of all authorities, by strand; and those of each strand that were not judged apart."""
    for strand, column in columns.items():
        counts = Counter(latest[column].dropna())
        for word in sorted(counts, key=ranks.__getitem__):
            yield {"measure": "latest", "of": strand, "grade": word, "value": counts[word]}


def _pairs(history: pd.DataFrame, strand: str, column: str, ranks: dict[str, int]) -> Iterator[dict[str, Any]]:
    """Consecutive full inspections of one authority: moves of one grade, and the time from start to start."""
    ordered = history.sort_values(["code", "start"]).assign(rank=lambda rows: rows[column].map(ranks))
    ordered["start"] = pd.to_datetime(ordered["start"])
    before = ordered.groupby("code")[["start", "rank"]].shift(1)
    pairs = ordered[before["start"].notna()]
    moved = (before["rank"] - ordered["rank"])[pairs.index]
    yield {"measure": "pairs", "of": strand, "value": len(pairs)}
    for name, count in (("up", (moved > 0).sum()), ("down", (moved < 0).sum()), ("same", (moved == 0).sum())):
        yield {"measure": f"pairs_{name}", "of": strand, "value": int(count)}
    days = (ordered["start"] - before["start"])[pairs.index].dt.days
    yield {"measure": "median_gap_days", "of": strand, "value": int(days.median())}


def _in_year(in_year: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Inspections and visits of the year, by kind."""
    for kind, count in sorted(Counter(in_year["kind"]).items()):
        yield {"measure": "in_year", "of": kind, "value": count}
