"""An action plan from version to version, beside what the next inspection found."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analysis import english
from analysis.look_up import each
from analysis.recommendations.plan_progress import plan_progress, plan_progress_sentence, plan_progress_title
from analysis.recommendations.thread import threads
from analysis.selection import Selection
from loaders import Dataset, kept

from .deadlines import by_status, plan_source
from .exhibit import FIGURES, Exhibit, Voice
from .style import INK, blank

ROW = 34  # pixels


@kept(most=FIGURES)
def progress_of_plan(ds: Dataset, selection: Selection, inspection: str) -> Exhibit | None:
    """What the plan that answers an inspection said of each action in each version. None where no more than one version says it.

    Its table has a line for each action: what each version said, since when it is complete, what slipped, and what later inspections say.
    """
    plan = next(each(ds.plans[ds.plans["inspection"] == inspection]), None)
    if plan is None or (rows := plan_progress(ds, plan.plan))["date"].nunique() < 2:
        return None
    found = {thread.recommendation["recommendation"]: thread.headline for thread in threads(ds, inspection)}
    return Exhibit(
        name=f"{plan.plan.replace('/', '-')}-progress",
        title=plan_progress_title(rows),
        sentence=plan_progress_sentence(rows),
        alt=f"A mark for each action, one row per action and one column per version. {plan_progress_sentence(rows)}",
        table=_table(rows, found),
        draw=lambda ds, narrow: _figure(rows, narrow),
        voice=Voice.COUNCIL,
        sources=(plan_source(ds, plan),),
        as_at=ds.as_at,
        key="A ring round a mark: slipped since an earlier version.",
    )


def _table(rows: pd.DataFrame, found: dict[str, str]) -> pd.DataFrame:
    """One line per action."""
    versions = rows.drop_duplicates("date").sort_values("date")
    lines = []
    for action, of_action in rows.groupby("action", sort=False):
        said = of_action.set_index("version")
        complete = of_action[of_action["completed"]]
        finished = of_action["status"].iloc[-1] == "complete"
        slips = of_action[of_action["slipped"] != ""]
        lines.append(
            {"Action": action, "Recommendation": of_action["recommendation"].iloc[0]}
            | {
                f"Version {row.version}, {english.day(row.date)}": f"{said.loc[row.version, 'status_label']}; due {said.loc[row.version, 'deadline_as_published']}"
                if row.version in said.index
                else "not in this version"
                for row in each(versions)
            }
            | {
                "Reported complete since": english.day(complete["date"].iloc[-1]) if finished else "",
                "Slipped": "; ".join(f"{row.slipped} (version {row.version})" for row in each(slips)),
                "What later inspections say": found.get(of_action["recommendation"].iloc[0], ""),
            }
        )
    return pd.DataFrame(lines)


def _figure(rows: pd.DataFrame, narrow: bool) -> go.Figure:
    actions, dates = list(dict.fromkeys(rows["action"])), sorted(rows["date"].unique())
    placed = rows.assign(x=rows["date"].map(dates.index), y=rows["action"].map(actions.index))
    figure = blank(narrow, len(actions) * ROW + 130)
    slipped = placed[placed["slipped"] != ""]
    figure.add_scatter(
        x=slipped["x"],
        y=slipped["y"],
        mode="markers",
        name="slipped",
        marker={"symbol": "circle-open", "size": 24, "color": INK, "line": {"width": 2}},
        hovertext=slipped["action"] + ": " + slipped["slipped"],
        hoverinfo="text",
    )
    for label, part, marker in by_status(placed):
        figure.add_scatter(
            x=part["x"],
            y=part["y"],
            mode="markers",
            name=label,
            marker=marker,
            hovertext=part["action"] + ", version " + part["version"] + ": " + label,
            hoverinfo="text",
        )
    words = [f"{date:%-d %b}<br>{date:%Y}" for date in pd.DatetimeIndex(dates)]
    figure.update_xaxes(tickvals=list(range(len(dates))), ticktext=words, range=[-0.5, len(dates) - 0.5])
    figure.update_yaxes(tickvals=list(range(len(actions))), ticktext=actions, range=[len(actions) - 0.5, -0.5])
    figure.update_layout(legend={"y": -0.2, "yanchor": "top"})
    return figure
