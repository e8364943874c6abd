"""Several authorities on every strand: a lettered tile for each grade, the subject framed and on top."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analysis import english, naming
from analysis.comparison.all_strands import all_strands
from analysis.comparison.sentences import comparison_sources, short_key, short_name, standing_rows, standing_title
from analysis.comparison.standings import Comparison, counts, standings, states
from analysis.known import listed_to, short_lists
from analysis.look_up import each, look_up
from loaders import Dataset, kept

from .exhibit import FIGURES, Exhibit, Voice
from .rows import BAR, name_rows
from .style import INK, LINE, PAPER, STATES, heading, plain_figure

ROW = 34  # pixels
WIDTH = 0.94
"""Width of a tile, in columns."""
MOVES = {"up": " ▲", "down": " ▼", "": ""}
"""Signs of a move, and what the table says of it."""
MOVED = {"up": ", better than before", "down": ", worse than before", "": ""}


@kept(most=FIGURES)
def where_each_stands(ds: Dataset, comparison: Comparison) -> Exhibit:
    """Authorities by strand, at the full inspection on which each stands.

    The subject stands first, the others by their grade on the strand compared. Columns of ``table``: Authority, Region, then one
    per strand, Inspection began, Report published, Full inspections listed to.
    """
    rows, words = all_strands(ds, comparison), states(ds)
    title = standing_title(ds, comparison, counts(ds, comparison), words)
    sentence = standing_rows(ds, standings(ds, comparison), words)
    moved = set(rows["move"])
    signs = [f"**{sign.strip()}** {meaning}" for move, sign, meaning in (("up", "▲", "better than at the full inspection before"), ("down", "▼", "worse")) if move in moved]  # fmt: skip
    short = short_lists(ds, comparison.authorities, comparison.day)
    return Exhibit(
        name=f"{comparison.subject or 'england'}-{comparison.strand.replace('_', '-')}-standing",
        title=title,
        sentence=sentence,
        alt=f"Grid of grades, one row per authority, one column per judgement. {sentence} The table names every grade.",
        table=_table(ds, rows, words),
        draw=lambda ds, narrow: _figure(ds, comparison, rows, words, short, narrow),
        voice=Voice.COUNTED,
        sources=comparison_sources(ds, rows["inspection"].drop_duplicates()),
        as_at=comparison.day,
        key=f"{'; '.join(signs) + '. ' * bool(signs)}Each row is the latest full inspection.{short_key(short)}",
        hint="A click on a row compares its authority with the others.",
    )


def _table(ds: Dataset, rows: pd.DataFrame, words: dict[str, str]) -> pd.DataFrame:
    labels, names = look_up(ds, "strands", "strand", "label"), ds.authorities.set_index("authority")
    lines = []
    for authority, part in rows.groupby("authority", sort=False):
        first = next(each(part))
        line = {"Authority": names["name"][authority], "Region": names["region"][authority]}
        for cell in each(part):
            said = cell.grade_as_published if isinstance(cell.grade_as_published, str) else words[cell.state]
            line[labels[cell.strand]] = f"{said}{MOVED[cell.move]}"
        line["Inspection began"] = english.day(first.start) if pd.notna(first.start) else "none yet"
        line["Report published"] = english.day(first.published) if pd.notna(first.published) else "none yet"
        lines.append(line)
    table = pd.DataFrame(lines)
    reached = listed_to(ds, rows["authority"].drop_duplicates())
    return table.assign(**{"Full inspections listed to": [english.day(day) for day in reached]})


def _figure(
    ds: Dataset, comparison: Comparison, rows: pd.DataFrame, words: dict[str, str], short: pd.Series, narrow: bool
) -> go.Figure:
    labels, authorities = look_up(ds, "strands", "strand", "label"), list(dict.fromkeys(rows["authority"]))
    column = {strand: i for i, strand in enumerate(dict.fromkeys(rows["strand"]))}
    row = {authority: len(authorities) - 1 - i for i, authority in enumerate(authorities)}
    tall = BAR if narrow else 0.84
    traces = []
    for state, label in words.items():
        cells, look = [cell for cell in each(rows) if cell.state == state], STATES[state]
        said = [
            (naming.authority_name(ds, cell.authority), labels[cell.strand].lower(), MOVED[cell.move]) for cell in cells
        ]
        if cells:
            traces.append(
                {
                    "type": "bar",
                    "orientation": "h",
                    "base": [column[cell.strand] - WIDTH / 2 for cell in cells],
                    "x": [WIDTH] * len(cells),
                    "y": [row[cell.authority] for cell in cells],
                    "width": tall,
                    "name": f"{look.letter} {label}",
                    "text": [f"{look.letter}{MOVES[cell.move]}" for cell in cells],
                    "textposition": "inside",
                    "insidetextanchor": "middle",
                    "textangle": 0,
                    "textfont": {"color": look.text, "size": 14},
                    "marker": {
                        "color": look.fill,
                        "line": {"color": LINE if look.fill == PAPER else look.fill, "width": 1},
                    },
                    "customdata": [[cell.authority] for cell in cells],
                    "hovertext": [f"{name}, {strand}: {label}{move}" for name, strand, move in said],
                    "hoverinfo": "text",
                }
            )
    months = {row[cell.authority]: f"{cell.start:%b %Y}" if pd.notna(cell.start) else "none yet" for cell in each(rows)}
    beside = {"xref": "paper", "x": 1, "xshift": 8, "xanchor": "left", "showarrow": False, "font": {"size": 14}}
    middle = row.get(comparison.subject or "")
    edge = {"type": "rect", "x0": -0.5, "x1": len(column) - 0.5, "line": {"color": INK, "width": 2}}
    figure = plain_figure(
        traces,
        narrow,
        annotations=[] if narrow else [{**beside, "y": y, "text": month} for y, month in months.items()],
        shapes=[] if middle is None else [{**edge, "y0": middle - tall / 2 - 0.06, "y1": middle + tall / 2 + 0.06}],
        xaxis={
            "tickvals": list(column.values()),
            "ticktext": [heading(labels[strand], False, 9 if narrow else 16) for strand in column],
            "range": [-0.52, len(column) - 0.48],
            "side": "top",
            "showgrid": False,
            "tickangle": 0,
        },
        barmode="overlay",
        legend={"yref": "container", "y": 1, "yanchor": "top", "traceorder": "normal", "font": {"size": 13}},
        margin={"t": 110 if narrow else 84, "b": 6, "r": 4 if narrow else 84},
    )
    plain = {row[name]: short_name(ds, name, short) for name in authorities}
    names = {y: f"<b>{name}</b>  " if y == middle else f"{name}  " for y, name in plain.items()}
    span, height = (-0.6, len(authorities) - 0.4), len(authorities) * ROW + 130
    name_rows(figure, names, span, height, narrow, beside=months, showgrid=False, tickfont={"color": INK})
    return figure
