"""An action plan from version to version, beside what the next inspection found."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analysis import english
from analysis.look_up import each, rows
from analysis.recommendations.actions import plan_name
from analysis.recommendations.plan_progress import plan_progress, plan_progress_sentence, plan_progress_title
from analysis.recommendations.thread import threads
from loaders import Dataset, kept

from .deadlines import BELOW, by_status, key_below, plan_source
from .exhibit import FIGURES, Exhibit, Voice
from .style import INK, blank

ROW = 34  # pixels


@kept(most=FIGURES)
def progress_of_plan(ds: Dataset, plan: str) -> Exhibit | None:
    """What a plan said of each action in each version. None where no more than one version says it.

    Its table has a line for each action: what each version said, since when it is complete, what slipped, and what later inspections say.
    """
    progress = plan_progress(ds, plan)
    if progress["date"].nunique() < 2:
        return None
    row = next(each(rows(ds, "plans", "plan", plan)))
    found = {thread.recommendation["recommendation"]: thread.headline for thread in threads(ds, row.inspection)}
    return Exhibit(
        name=f"{plan.replace('/', '-')}-progress",
        title=plan_progress_title(progress, plan_name(ds, plan)),
        sentence=plan_progress_sentence(progress),
        alt=f"A mark for each action, one row per action and one column per version. {plan_progress_sentence(progress)}",
        table=_table(progress, found),
        draw=lambda ds, narrow: _figure(progress, narrow),
        voice=Voice.COUNCIL,
        sources=(plan_source(ds, row),),
        as_at=ds.as_at,
        key="A ring round a mark: slipped since an earlier version.",
    )


def _table(progress: pd.DataFrame, found: dict[str, str]) -> pd.DataFrame:
    """One line per action."""
    versions = progress.drop_duplicates("date").sort_values("date")
    lines = []
    for action, of_action in progress.groupby("action", sort=False):
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


def _figure(progress: pd.DataFrame, narrow: bool) -> go.Figure:
    actions, dates = list(dict.fromkeys(progress["action"])), sorted(progress["date"].unique())
    placed = progress.assign(x=progress["date"].map(dates.index), y=progress["action"].map(actions.index))
    figure = blank(narrow, len(actions) * ROW + BELOW[narrow] + 40)
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
    words = [f"{date.day} {date:%b}<br>{date:%Y}" for date in pd.DatetimeIndex(dates)]
    figure.update_xaxes(tickvals=list(range(len(dates))), ticktext=words, range=[-0.5, len(dates) - 0.5])
    figure.update_yaxes(tickvals=list(range(len(actions))), ticktext=actions, range=[len(actions) - 0.5, -0.5])
    key_below(figure, narrow)
    return figure
