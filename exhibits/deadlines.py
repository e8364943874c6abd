"""The strip of deadlines of an action plan, against the date of its latest version."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis import english
from analysis.look_up import each, look_up, rows
from analysis.naming import OWN
from analysis.recommendations.actions import NO_STATUS, STATUS_LABELS, actions_of, plan_name
from analysis.recommendations.sentences import deadlines_sentence, deadlines_title, late_words
from loaders import Dataset, kept

from .exhibit import FIGURES, Exhibit, Voice
from .style import ACCENT, INK, MUTED, PAPER, blank

MARKS = {
    "complete": ("circle", ACCENT),
    "under_way": ("circle-open", ACCENT),
    "not_started": ("square-open", MUTED),
    "ongoing": ("diamond-open", MUTED),
}
ROW = 62  # pixels: three marks of one day above one another
APART = 0.3  # rows between marks of one day
NO_DATE = "A deadline that is no date stands at the right, outside the scale of time."
BELOW = {False: 84, True: 130}
"""Pixels for the days and the key below a plan's marks, on a wide and on a narrow screen."""


@kept(most=FIGURES)
def plan_deadlines(ds: Dataset, plan: str) -> Exhibit:
    """The actions of one plan, by recommendation and deadline. Where two answer one inspection, each has its own.

    Columns of ``table``: Action, Deadline as printed, Status, To note.
    """
    row = next(each(rows(ds, "plans", "plan", plan)))
    actions = actions_of(ds, row.authority)
    actions = actions[actions["plan"] == plan]
    return Exhibit(
        name=f"{plan.replace('/', '-')}-deadlines",
        title=deadlines_title(row, plan_name(ds, plan)),
        sentence=deadlines_sentence(actions),
        alt=f"Points in time, one row per recommendation. {deadlines_sentence(actions)}",
        table=pd.DataFrame(
            {
                "Action": actions["action"],
                "Deadline as printed": actions["deadline_as_published"],
                "Status": actions["status_label"],
                "To note": [late_words(a) for a in each(actions)],
            }
        ),
        draw=(lambda ds, narrow: _figure(actions, row, narrow)) if actions["deadline"].notna().any() else None,
        voice=Voice.COUNCIL,
        sources=(plan_source(ds, row),),
        as_at=ds.as_at,
        key=NO_DATE if actions["deadline"].isna().any() else "",
    )


def plan_source(ds: Dataset, plan: Any) -> str:
    """How a plan is named under a figure: title, version, date and publisher; a council's own record says so. ``plan``: of ``ds.plans``."""
    publisher = look_up(ds, "sources", "record", "publisher")[plan.plan]
    name = f"{plan.title}, version {plan.version} of {english.day(plan.version_date)}, {publisher}"
    return f"{OWN}: {name}" if plan.own else name


def by_status(placed: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame, dict[str, Any]]]:
    """The actions of each status that occurs, with its words and its mark; those without a status last."""
    for status, label in [*STATUS_LABELS.items(), ("", NO_STATUS)]:
        part = placed[placed["status"].fillna("") == status]
        if len(part):
            symbol, colour = MARKS.get(status, ("x-thin-open", INK))
            yield label, part, {"symbol": symbol, "size": 12, "color": colour, "line": {"width": 2, "color": colour}}


def _figure(actions: pd.DataFrame, plan: Any, narrow: bool) -> go.Figure:
    recommendations = list(dict.fromkeys(actions["recommendation"]))
    row = {name: len(recommendations) - 1 - i for i, name in enumerate(recommendations)}
    dated = actions[actions["deadline"].notna()]
    edge = dated["deadline"].max() + pd.Timedelta(days=14)
    figure = blank(narrow, len(recommendations) * ROW + BELOW[narrow] + 40)
    placed = actions.assign(x=actions["deadline"].fillna(edge), y=actions["recommendation"].map(row))
    step = placed.groupby(["x", "y"]).cumcount()
    placed["x"] += pd.to_timedelta((step * 14).where(placed["deadline"].isna(), 0), unit="D")
    most = step.groupby([placed["x"], placed["y"]]).transform("max")
    placed["y"] += ((step - most / 2) * APART).where(placed["deadline"].notna(), 0)
    for label, part, marker in by_status(placed):
        figure.add_scatter(
            x=part["x"],
            y=part["y"],
            mode="markers" if narrow else "markers+text",
            name=label,
            text=part["action"],
            textposition="middle right",
            textfont={"size": 12, "color": INK},
            marker=marker,
            customdata=part[["action"]],
            hovertext=part["action"] + ": " + part["summary"].str.wrap(60).str.replace("\n", "<br>"),
            hoverinfo="text",
        )
    figure.add_vline(x=plan.version_date, line={"color": INK, "width": 1.5, "dash": "dash"})
    figure.add_annotation(
        x=plan.version_date,
        y=len(recommendations) - 0.35,
        text=f"version {plan.version}",
        showarrow=False,
        xanchor="left",
        font={"size": 12, "color": INK},
        bgcolor=PAPER,
    )
    figure.add_annotation(
        x=edge,
        y=len(recommendations) - 0.35,
        text="no date" if len(dated) < len(actions) else "",
        showarrow=False,
        xanchor="left",
        font={"size": 12, "color": INK},
    )
    figure.update_yaxes(tickvals=list(row.values()), ticktext=list(row), range=[-0.6, len(recommendations) - 0.1])
    figure.update_xaxes(
        type="date",
        tickformat="%-d %b<br>%Y",
        dtick="M1",
        range=[dated["deadline"].min() - pd.Timedelta(days=10), edge + pd.Timedelta(days=50)],
    )
    key_below(figure, narrow)
    return figure


def key_below(figure: go.Figure, narrow: bool) -> None:
    """Set the key at the bottom of a plan's figure, clear of the days, however low the figure is."""
    figure.update_layout(legend={"yref": "container", "y": 0, "yanchor": "bottom"}, margin={"b": BELOW[narrow]})
