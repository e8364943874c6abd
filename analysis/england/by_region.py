"""All authorities of England by region, for someone who has chosen none yet."""

from __future__ import annotations

from typing import NamedTuple

from analysis.comparison.standings import england, standings, states
from analysis.english import day
from analysis.frameworks import strand_phrases, strands
from analysis.look_up import each
from loaders import Dataset, kept


class Placed(NamedTuple):
    """An authority, where it stands overall (a state and its words), and the column and row of its tile on the map."""

    authority: str
    name: str
    short: str
    state: str
    words: str
    column: int
    row: int


@kept
def by_region(ds: Dataset) -> dict[str, tuple[Placed, ...]]:
    """Return the authorities of today by region, both in order of name. Those without a tile stand in column and row -1."""
    words, comparison = states(ds), england(ds, strands(ds)[0])
    columns = ["authority", "name", "region", "short", "tile_column", "tile_row"]
    found = standings(ds, comparison).merge(ds.authorities[columns]).sort_values(["region", "name"])
    placed = found.fillna({"tile_column": -1, "tile_row": -1})
    return {
        region: tuple(
            Placed(row.authority, row.name, row.short, row.state, words[row.state], int(row.tile_column), int(row.tile_row))
            for row in each(rows)
        )
        for region, rows in placed.groupby("region")
    }  # fmt: skip


def start_sentence(ds: Dataset) -> str:
    """What the dashboard is, for someone who sees it for the first time."""
    many, since = int((ds.authorities["status"] == "current").sum()), int(ds.inspections["start"].min().year)
    return (
        f"How Ofsted judged children’s services in {many} areas of England since {since}. "
        "Where does each one stand? What changed, and what keeps coming back?"
    )


def map_sentence(ds: Dataset) -> str:
    """Head of the map of tiles."""
    return f"Where each authority stands {strand_phrases(ds)[strands(ds)[0]]}, as at {day(ds.as_at)}. Choose one:"
