"""One authority's story: the numbers, what got better, what keeps coming back, then and now."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from loaders import Dataset

from . import wording
from .comparability import last_rise, moves, strand_cells
from .comparison import successors
from .known import known_inspections
from .recurrence import theme_looks, theme_recurrence
from .threads import recommendation_headlines, recommendation_paths
from .transitions import next_inspection


class Fact(NamedTuple):
    """One of the six numbers: what it counts, the number, and what it rests on."""

    label: str
    value: str
    note: str


class Story(NamedTuple):
    """What the overview tells of one authority."""

    headline: str
    facts: list[Fact]
    changes: pd.DataFrame
    worse: list[str]
    better: list[str]
    back: list[str]
    fell: bool
    """Whether a grade fell or a theme slipped back, so that the worse is told first."""


def story(ds: Dataset, authority: str, as_at: pd.Timestamp | None) -> Story:
    """Everything that the overview says. ``changes`` has the columns Strand, Before, Now, Change."""
    cells = strand_cells(ds, [authority], as_at)
    table = moves(cells)
    statuses = theme_recurrence(ds, authority, as_at)
    paths = recommendation_paths(ds, authority, as_at)
    latest = paths[paths["start"] == paths["start"].max()] if len(paths) else paths
    asked = latest[latest["reading"].isin(["asked_again", "asked_again_in_part"])].drop_duplicates(["inspection", "recommendation"])
    coded = (known_inspections(ds, authority, as_at)["depth"] == "coded").any()
    return Story(
        wording.standing_sentence(ds, authority, as_at),
        _facts(ds, authority, as_at, cells, statuses),
        _changes(ds, table),
        wording.worse_sentences(ds, table, statuses),
        wording.better_sentences(ds, table, statuses, wording.last_rise_sentence(ds, last_rise(cells))),
        wording.back_sentences(ds, statuses, asked)
        if coded
        else ["No report has been read paragraph by paragraph yet, so nothing can be said of what comes back."],
        bool((table["move"] == "down").any() or (statuses["status"] == "slipped_back").any()),
    )


def _facts(ds: Dataset, authority: str, as_at: pd.Timestamp | None, cells: pd.DataFrame, statuses: pd.DataFrame) -> list[Fact]:
    known = known_inspections(ds, authority, as_at)
    graded = cells[cells["grade"].notna()]
    headlines = recommendation_headlines(ds, authority, as_at)
    read = headlines[headlines["reading"] != "not_looked_at"]
    facts = [Fact("Inspections and visits known", str(len(known)), wording.held_words(known))]
    if len(graded):
        last = graded[graded["inspection"] == graded["inspection"].iloc[-1]]
        shared = last.groupby("rank").size().iloc[::-1].idxmax()  # of two as frequent, the worse: never the flattering one
        most = last[last["rank"] == shared]
        facts.append(
            Fact(
                f"Strands at {most['grade_as_published'].iloc[0]}",
                f"{len(most)} of {len(last)}",
                wording.inspection_in_sentence(ds, last["inspection"].iloc[0]),
            )
        )
    if successors(ds, authority) is None:
        found, _ = next_inspection(ds, authority, ds.as_at if as_at is None else as_at)
        if found is not None:
            facts.append(Fact("Next full inspection likely", wording.next_span(found), "an estimate from past gaps in England"))
    if (known["depth"] == "coded").any():
        facts.append(
            Fact(
                "Themes that keep coming back",
                str(int(statuses["status"].isin(["recurring", "raised_again"]).sum())),
                "raised at the last look and before",
            )
        )
        facts.append(
            Fact("Themes now praised", str(int((statuses["status"] == "now_praised").sum())), "raised before, praised at the last look")
        )
    if len(read):
        facts.append(
            Fact(
                "Recommendations read positive",
                f"{int((read['reading'] == 'positive').sum())} of {len(read)}",
                "of those that a later inspection looked at",
            )
        )
    return facts


def _changes(ds: Dataset, table: pd.DataFrame) -> pd.DataFrame:
    labels = ds.strands.set_index("strand")["label"]
    rows = [
        {
            "Strand": labels[row.strand],
            "Before": wording.grade_and_year(ds, row.earlier_grade, row.earlier) if isinstance(row.earlier, str) else "none held",
            "Now": wording.grade_and_year(ds, row.later_grade, row.later) if isinstance(row.later_grade, str) else "no grade of its own",
            "Change": wording.change_words(ds, row),
        }
        for row in table.itertuples()
    ]
    return pd.DataFrame(rows, columns=["Strand", "Before", "Now", "Change"])


def then_and_now(ds: Dataset, authority: str, as_at: pd.Timestamp | None, most: int = 3) -> pd.DataFrame:
    """Themes that turned between two looks that count: one row each, the latest turn first.

    Columns: theme, label, direction (``better`` or ``worse``), earlier, earlier_paragraph, earlier_quote, later,
    later_paragraph, later_quote.
    """
    looks = theme_looks(ds, authority, as_at)
    rows = []
    for theme, part in looks[looks["counts"]].groupby("theme"):
        turn = _last_turn(part)
        if turn is None:
            continue
        earlier, later = turn
        better = later["balance"] == "strong"
        first = _quote(ds, earlier["inspection"], theme, "concern" if better else "strength")
        second = _quote(ds, later["inspection"], theme, "strength" if better else "concern")
        if first is not None and second is not None:
            label = ds.themes.set_index("theme")["label"][theme]
            rows.append(
                {
                    "theme": theme,
                    "label": label,
                    "direction": "better" if better else "worse",
                    "earlier": earlier["inspection"],
                    "earlier_paragraph": first["paragraph"],
                    "earlier_quote": first["quote"],
                    "later": later["inspection"],
                    "later_paragraph": second["paragraph"],
                    "later_quote": second["quote"],
                    "when": later["start"],
                    "weight": earlier["concerns"] + later["strengths"],
                }
            )
    columns = ["theme", "label", "direction", "earlier", "earlier_paragraph", "earlier_quote", "later", "later_paragraph", "later_quote"]
    table = pd.DataFrame(rows, columns=[*columns, "when", "weight"])
    return table.sort_values(["when", "weight"], ascending=False).head(most)[columns].reset_index(drop=True)


def _last_turn(looks: pd.DataFrame) -> tuple | None:
    """The last two neighbouring looks of which one is weak and the other strong."""
    pairs = list(zip(looks.to_dict("records"), looks.to_dict("records")[1:], strict=False))
    return next(((a, b) for a, b in reversed(pairs) if {a["balance"], b["balance"]} == {"weak", "strong"}), None)


def _quote(ds: Dataset, inspection: str, theme: str, verdict: str) -> pd.Series | None:
    """The first finding with that verdict on the theme, preferring those whose main theme it is."""
    codes = ds.codes[(ds.codes["inspection"] == inspection) & ~ds.codes["is_summary"]]
    main = codes.groupby("paragraph")["theme"].first()
    hits = codes[(codes["theme"] == theme) & (codes["verdict"] == verdict)]
    if hits.empty:
        return None
    hits = hits.assign(main=hits["paragraph"].map(main).eq(theme)).sort_values("main", ascending=False, kind="stable")
    return ds.findings[(ds.findings["inspection"] == inspection) & (ds.findings["paragraph"] == hits["paragraph"].iloc[0])].iloc[0]
