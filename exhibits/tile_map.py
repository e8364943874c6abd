"""England as tiles: one square of the same size for each authority, near where it lies."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analysis import naming
from analysis.comparison.sentences import comparison_sources
from analysis.comparison.standings import Comparison, counts, standings, states
from analysis.england.sentences import england_sentence
from analysis.look_up import each
from loaders import Dataset, kept

from .exhibit import FIGURES, Exhibit, Voice
from .style import INK, MUTED, PAPER, STATES, blank

CELL, NARROW_CELL = 50, 28  # pixels high; as wide as the room allows


@kept(most=FIGURES)
def tile_map(ds: Dataset, comparison: Comparison, mine: tuple[str, ...] = ()) -> Exhibit:
    """A tile per authority with its short name and the letter of its grade; ``mine`` are framed.

    Columns of ``table``: Region, Authority, Short name, Grade.
    """
    words = states(ds)
    found = standings(ds, comparison).merge(
        ds.authorities[["authority", "name", "region", "short", "tile_column", "tile_row"]]
    )
    here = counts(ds, comparison)
    placed = found.dropna(subset=["tile_column", "tile_row"])
    sentence = england_sentence(ds, comparison, here, words)
    return Exhibit(
        name=f"england-{comparison.strand.replace('_', '-')}-map",
        title=f"{naming.strand_title(ds, comparison.strand)}: where each authority stands, on a map of equal tiles",
        sentence=sentence,
        alt=f"Map of England made of {len(placed)} equal tiles, lettered by grade. {sentence} The table names every authority.",
        table=pd.DataFrame(
            {
                "Region": found["region"],
                "Authority": found["name"],
                "Short name": found["short"],
                "Grade": found["grade_as_published"].fillna(found["state"].map(words)),
            }
        ).sort_values(["Region", "Authority"]),
        draw=(lambda ds, narrow: _figure(placed, words, mine, narrow)) if len(placed) else None,
        voice=Voice.COUNTED,
        sources=comparison_sources(ds, found["inspection"]),
        as_at=comparison.day,
        key="; ".join(f"**{STATES[state].letter}** {words[state]}" for state in here.index)
        + ". Every authority has one tile of the same size, so that large counties do not look more important. Tiles keep neighbours close; they are no true positions."
        + (f" Framed: {naming.authorities_named(ds, mine)}." if mine else ""),
        hint="A click on a tile chooses its authority.",
    )


def _figure(placed: pd.DataFrame, words: dict[str, str], mine: tuple[str, ...], narrow: bool) -> go.Figure:
    shown = list(dict.fromkeys(placed["state"]))
    rows, columns = int(placed["tile_row"].max()) + 1, int(placed["tile_column"].max()) + 1
    grid = pd.DataFrame(index=range(rows), columns=range(columns), dtype="float")
    for tile in each(placed):
        grid.iat[int(tile.tile_row), int(tile.tile_column)] = shown.index(tile.state)
    steps = [[edge / len(shown), STATES[state].fill] for i, state in enumerate(shown) for edge in (i, i + 1)]
    figure = blank(narrow, rows * (NARROW_CELL if narrow else CELL) + 20)
    gap = 1 if narrow else 3
    figure.add_heatmap(
        z=grid.to_numpy(),
        colorscale=steps,
        zmin=-0.5,
        zmax=len(shown) - 0.5,
        showscale=False,
        xgap=gap,
        ygap=gap,
        hoverinfo="skip",
    )
    figure.add_scatter(
        x=placed["tile_column"],
        y=placed["tile_row"],
        mode="text",
        text=[("" if narrow else f"{tile.short}<br>") + f"<b>{STATES[tile.state].letter}</b>" for tile in each(placed)],
        textfont={"size": 12, "color": [STATES[state].text for state in placed["state"]]},
        hovertext=[f"{tile.name}: {words[tile.state]}" for tile in each(placed)],
        hoverinfo="text",
        customdata=placed[["authority"]],
    )
    for tile in each(placed[placed["authority"].isin(mine)]):
        for colour, edge, width in ((PAPER, 0.44, 2), (INK, 0.5, 3)):
            figure.add_shape(
                type="rect",
                x0=tile.tile_column - edge,
                x1=tile.tile_column + edge,
                y0=tile.tile_row - edge,
                y1=tile.tile_row + edge,
                line={"color": colour, "width": width},
            )
    figure.update_xaxes(visible=False, range=[-0.55, columns - 0.45])
    figure.update_yaxes(visible=False, range=[rows - 0.45, -0.55])
    figure.update_layout(showlegend=False, plot_bgcolor=PAPER, hoverlabel={"bordercolor": MUTED})
    return figure
