"""One authority's story: the numbers, what got better, what keeps coming back, then and now."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analysis import naming
from analysis.authority.sentences import back_sentences, better_sentences, held_words, worse_sentences
from analysis.comparison.sentences import next_span, not_counted
from analysis.comparison.standings import successors
from analysis.comparison.transitions import next_inspection
from analysis.english import day
from analysis.grades.comparability import last_rise, moves, strand_cells
from analysis.grades.sentences import change_words, grade_and_year, last_rise_sentence, standing_sentences
from analysis.known import known_inspections
from analysis.look_up import each, look_up
from analysis.recommendations.thread_rule import recommendation_headlines
from analysis.themes.recurrence import theme_recurrence
from loaders import Dataset, kept


class Fact(NamedTuple):
    """One of the six numbers: what it counts, the number, and what it rests on."""

    label: str
    value: str
    note: str


class Story(NamedTuple):
    """What the overview tells of one authority. ``standing``: where it stands; ``added``: what its headline adds to that, or nothing."""

    standing: str
    added: str
    facts: list[Fact]
    changes: pd.DataFrame
    worse: list[str]
    better: list[str]
    back: list[str]
    fell: bool
    """Whether a grade fell or a theme slipped back, so that the worse is told first."""

    @property
    def headline(self) -> str:
        """All that is said of where it stands."""
        return f"{self.standing} {self.added}".rstrip()


@kept
def story(ds: Dataset, authority: str) -> Story:
    """Everything that the overview says.

    No ``changes`` where no grade has one before it. Columns of ``changes``: Strand, Before, Now, Change.
    """
    cells = strand_cells(ds, [authority])
    table = moves(cells)
    statuses = theme_recurrence(ds, authority)
    known = known_inspections(ds, authority)
    coded = known.loc[known["depth"] == "coded", "inspection"]
    asked = ds.links[ds.links["inspection"].isin(coded.tail(1))].drop_duplicates(
        ["earlier_inspection", "earlier_recommendation"]
    )
    standing, added = standing_sentences(ds, authority)
    return Story(
        standing,
        added,
        _facts(ds, authority, cells, statuses),
        _changes(ds, table),
        worse_sentences(ds, table, statuses),
        better_sentences(ds, table, statuses, last_rise_sentence(ds, last_rise(cells))),
        back_sentences(ds, statuses, asked)
        if len(coded)
        else ["No report has been read paragraph by paragraph yet, so nothing can be said of what comes back."],
        bool((table["move"] == "down").any() or (statuses["status"] == "slipped_back").any()),
    )


def _facts(ds: Dataset, authority: str, cells: pd.DataFrame, statuses: pd.DataFrame) -> list[Fact]:
    known = known_inspections(ds, authority)
    graded = cells[cells["grade"].notna()]
    headlines = recommendation_headlines(ds, authority)
    read = headlines[headlines["reading"] != "not_looked_at"]
    facts = [Fact("Inspections and visits known", str(len(known)), held_words(ds, known))]
    if len(graded):
        last = graded[graded["inspection"] == graded["inspection"].iloc[-1]]
        shared = (
            last.groupby("rank").size().iloc[::-1].idxmax()
        )  # of two as frequent, the worse: never the flattering one
        most = last[last["rank"] == shared]
        facts.append(
            Fact(
                f"Judgements at {most['grade_as_published'].iloc[0]}",
                f"{len(most)} of {len(last)}",
                naming.inspection_in_sentence(ds, last["inspection"].iloc[0]),
            )
        )
    if coming := next_fact(ds, authority):
        facts.append(coming)
    if (known["depth"] == "coded").sum() == 1:
        raised, praised = (int((statuses["status"] == status).sum()) for status in ("newly_raised", "steady_strength"))
        facts.append(
            Fact(
                "Themes raised, and praised", f"{raised} and {praised}", "in the one report read paragraph by paragraph"
            )
        )
    elif (known["depth"] == "coded").any():
        facts.append(
            Fact(
                "Themes that keep coming back",
                str(int(statuses["status"].isin(["recurring", "raised_again"]).sum())),
                "raised at the last look and before",
            )
        )
        facts.append(
            Fact(
                "Themes now praised",
                str(int((statuses["status"] == "now_praised").sum())),
                "raised before, praised at the last look",
            )
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


@kept
def next_fact(ds: Dataset, authority: str) -> Fact | None:
    """When the next full inspection is likely, never before the day of the data, and why; None where nothing can be said."""
    if successors(ds, authority) is not None:
        return None
    found, _ = next_inspection(ds, authority, ds.as_at)
    if found is None:
        return None
    why = f"an estimate: the last began in {day(found.last, 'month')}, and eight in ten of the {found.longer} longer waits in England ended then{not_counted(found)}"
    return Fact("Next full inspection likely", next_span(found), why)


def _changes(ds: Dataset, table: pd.DataFrame) -> pd.DataFrame:
    labels = look_up(ds, "strands", "strand", "label")
    rows = [
        {
            "Strand": labels[row.strand],
            "Before": grade_and_year(ds, row.earlier_grade, row.earlier)
            if isinstance(row.earlier, str)
            else "none held",
            "Now": grade_and_year(ds, row.later_grade, row.later)
            if isinstance(row.later_grade, str)
            else "no grade of its own",
            "Change": change_words(ds, row),
        }
        for row in (each(table) if table["earlier"].notna().any() else ())
    ]
    return pd.DataFrame(rows, columns=["Strand", "Before", "Now", "Change"])
