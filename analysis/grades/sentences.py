"""Sentences about grades: where an authority stands, what moved, what may not be compared."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analysis.english import counted, day, joined, lower_first, months, number, sentence
from analysis.frameworks import graded_frameworks, judged_together, own_phrases, strand_phrases, strands
from analysis.grades.comparability import moves, strand_cells
from analysis.known import known_inspections
from analysis.look_up import each, look_up
from analysis.naming import authority_in_sentence, column_heading, inspection_in_sentence, inspection_row, strand_title
from loaders import Dataset, kept


@kept
def _leading(ds: Dataset) -> dict[str, pd.DataFrame]:
    order = {strand: i for i, strand in enumerate(strand_phrases(ds))}
    rows = ds.grades[ds.grades["leads"] & ds.grades["grade"].notna() & ds.grades["strand"].isin(order)]
    ordered = rows.sort_values("strand", key=lambda s: s.map(order))
    return {str(inspection): part for inspection, part in ordered.groupby("inspection")}


def leading_grades(ds: Dataset, inspection: str) -> pd.DataFrame:
    """The grades of one inspection that stand for a common strand, in the order of the strands. Kept: never change the frame.

    Columns: those of ``ds.grades``.
    """
    found = _leading(ds).get(inspection)
    return ds.grades.iloc[:0] if found is None else found


@kept
def result_words(ds: Dataset, inspection: str) -> str:
    """What an inspection decided, in one cell: its grades, or why there are none."""
    row = inspection_row(ds, inspection)
    grades = leading_grades(ds, inspection)
    if len(grades) and (own := own_phrases(ds).get(row.framework)):
        overall = grades[grades["judgement"].isin(own)]
        return joined([f"{g.grade_as_published} {own[g.judgement]}" for g in each(overall)])
    if len(grades):
        return grades_phrase(ds, grades)
    if row.framework not in graded_frameworks(ds):
        return "No grades: a visit gives none"
    return "Not held here"


@kept
def shown_words(ds: Dataset, inspection: str, shown: frozenset[str]) -> str:
    """The same of the strands that a figure shows: it names no other, nor says "all" of a part of them."""
    grades = leading_grades(ds, inspection)
    part = grades[grades["strand"].isin(shown)]
    of_other = inspection_row(ds, inspection).framework in own_phrases(ds)
    if of_other or len(part) == len(grades) or grades["grade"].nunique() == 1:
        return result_words(ds, inspection)
    return grades_phrase(ds, part, whole=False)


def grades_phrase(ds: Dataset, grades: pd.DataFrame, whole: bool = True) -> str:
    """``Outstanding in all five judgements``; ``Good overall and for leaders, and Requires improvement for help and protection``.

    ``grades``: rows of one inspection with strand, grade and grade_as_published, in order; ``whole``: whether they are all of it.
    """
    # One grade may be printed in two wordings in one report: it is told in the first, and is one grade.
    spoken = (
        grades.groupby("grade", sort=False)["grade_as_published"]
        .transform("first")
        .fillna(grades["grade_as_published"])
    )
    words = list(dict.fromkeys(spoken))
    if whole and len(words) == 1 and len(grades) > 1:
        return f"{words[0]} in {'both' if len(grades) == 2 else 'all ' + number(len(grades))} judgements"
    phrases = strand_phrases(ds)
    parts = [f"{word} {joined([phrases[strand] for strand in grades.loc[spoken == word, 'strand']])}" for word in words]
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + ", and " + parts[-1]


MOVE_WORDS = {"up": "better", "down": "worse", "same": "the same"}
"""Moves that may be spoken of, in words."""


def change_words(ds: Dataset, move: Any) -> str:
    """What changed on one strand, in a cell: ``better than in March 2022``; and why not, where it may not be compared."""
    if move.move == "first":
        return "first grade held here"
    if move.move == "none":
        return look_up(ds, "no_grade", "no_grade", "label")[move.no_grade].lower()
    row = inspection_row(ds, move.earlier)
    when = day(row.start, "year" if row.date_precision == "year" else "month")
    if move.move == "not comparable":
        return f"not comparable with {when}: the judgement was drawn differently"
    return f"{MOVE_WORDS[move.move]} {'as' if move.move == 'same' else 'than'} in {when}"


def grade_moves(ds: Dataset, moves: pd.DataFrame, direction: str) -> list[str]:
    """One sentence per earlier inspection that grades moved since. ``moves``: as ``comparability.moves``; ``direction``: ``up`` or ``down``."""
    verb = {"up": "rose", "down": "fell"}[direction]
    return [
        f"The grade {verb} since {inspection_in_sentence(ds, earlier)}: {steps_phrase(ds, part)}."
        for earlier, part in moves[moves["move"] == direction].groupby("earlier", sort=False)
    ]


def steps_phrase(ds: Dataset, moves: pd.DataFrame) -> str:
    """``overall and for leaders, from Good to Inadequate; for care leavers, from Outstanding to Good``: moves by their two grades."""
    pairs = moves.groupby(["earlier_grade", "later_grade"], sort=False)["strand"]
    return "; ".join(
        f"{joined([strand_phrases(ds)[s] for s in strands])}, from {before} to {after}"
        for (before, after), strands in pairs
    )


def nothing_moved(ds: Dataset, moves: pd.DataFrame, what: str) -> str:
    """Why nothing stands in a list: since when nothing moved, or that nothing can be compared."""
    fair = moves[moves["move"].isin(MOVE_WORDS)]
    if len(fair):
        return f"Nothing that can be compared {what} since {inspection_in_sentence(ds, fair['earlier'].iloc[0])}."
    if moves.empty:
        return "No graded inspection is held here, so nothing can be compared."
    if moves["earlier"].isna().all():
        return f"Only one graded inspection is {_held_words(ds)}, so nothing can be compared yet."
    return f"No two of the grades held here can be compared, so nothing can be said of what {what}."


def last_rise_sentence(ds: Dataset, rise: pd.DataFrame) -> str | None:
    """The last rise that is held, by its two inspections; None where no grade ever rose. ``rise``: as ``comparability.last_rise``."""
    if rise.empty:
        return None
    first, last = inspection_in_sentence(ds, rise["earlier"].iloc[0]), inspection_in_sentence(ds, rise["later"].iloc[0])
    return f"The last rise held here came between {first} and {last}: {steps_phrase(ds, rise)}."


def grade_and_year(ds: Dataset, grade: str, inspection: str) -> str:
    """``Good (2016)``."""
    return f"{grade} ({inspection_row(ds, inspection).start:%Y})"


@kept
def standing_sentences(ds: Dataset, authority: str) -> tuple[str, str]:
    """Where an authority stands, in one sentence, and what there is to add: the grades before, and what is not known."""
    name = authority_in_sentence(ds, authority)
    known = known_inspections(ds, authority)
    if known.empty:
        return f"No inspection of {name} is known here.", ""
    graded = known[known["inspection"].isin(ds.grades.loc[ds.grades["grade"].notna(), "inspection"])]
    if graded.empty:
        return f"No graded inspection of {name} is held here.", _visits_only(ds, known)
    latest = graded.iloc[-1]
    result = result_words(ds, latest.inspection)
    when = inspection_in_sentence(ds, latest.inspection)
    name = f"{name[:1].upper()}{name[1:]}"
    moved = moves(strand_cells(ds, [authority]))
    fell, rose = moved[moved["move"] == "down"], moved[moved["move"] == "up"]
    if len(fell):  # the fall names the grades before, so they are not told again
        return f"{name} fell {steps_phrase(ds, fell).replace('; ', ', and ')}.", f"After {when} it was judged {result}."
    judged = set(leading_grades(ds, latest.inspection)["strand"])
    now = f"{name}{_risen(ds, list(rose['strand']), judged)} was judged {result} after {when}."
    if len(graded) == 1:
        return now, f"It is the only graded inspection {_held_words(ds)}{_since_it_began(ds, authority)}."
    before = graded.iloc[-2]
    then = months(before.start, before.end, before.date_precision).removeprefix("published ")
    added = f"In {then} it was {_short_result(ds, before.inspection)}"
    before_strands = set(leading_grades(ds, before.inspection)["strand"])
    new = [strand for strand in strands(ds) if strand in judged - before_strands]
    apart = [lower_first(strand_title(ds, strand)) for strand in new if strand in judged_together(ds) & {*strands(ds)}]
    first = strands(ds)[0]
    dropped = first in before_strands and first not in judged and not _judges(ds, latest.framework, first)
    added += f"; {joined(apart)} were not judged apart then." if apart else "."
    return now, added + (" Inspections give no overall grade any more." if dropped else "")


def _risen(ds: Dataset, rose: list[str], judged: set[str]) -> str:
    """`` rose: it``, with the strands unless overall or all rose; nothing where none did."""
    if not rose:
        return ""
    whole = strands(ds)[0] in rose or judged <= set(rose)
    return " rose: it" if whole else f" rose {joined([strand_phrases(ds)[strand] for strand in rose])}: it"


def _judges(ds: Dataset, framework: str, strand: str) -> bool:
    """Whether a framework has a judgement on a strand."""
    return bool(((ds.judgements["framework"] == framework) & (ds.judgements["strand"] == strand)).any())


def _held_words(ds: Dataset) -> str:
    """``held here``; on an earlier day, when later ones are left out, ``known here by that day``."""
    return "known here by that day" if (ds.collection["as_at"] > ds.as_at).any() else "held here"


def _since_it_began(ds: Dataset, authority: str) -> str:
    """`` since it took over from Cumbria``: no earlier inspection of its own can be missing; nothing for other authorities."""
    lists = ds.authorities.set_index("authority")["successors"].fillna("").str.split(", ")
    before = [authority_in_sentence(ds, str(gone)) for gone, after in lists.items() if authority in after]
    return f" since it took over from {joined(before)}" if before else ""


def _visits_only(ds: Dataset, known: pd.DataFrame) -> str:
    last = known.iloc[-1]
    return sentence(
        f"{counted(len(known), 'inspection or visit is', 'inspections and visits are')} known, the last of them {inspection_in_sentence(ds, last.inspection)}"
    )


def _short_result(ds: Dataset, inspection: str) -> str:
    """``Good in all four``: the sentence before has already said that these are judgements."""
    return result_words(ds, inspection).removesuffix(" judgements")


def grades_title(ds: Dataset, name: str, cells: pd.DataFrame) -> str:
    """Heading of the grade heatmap: what changed between the last two inspections, or what the only one found."""
    graded = cells[cells["grade"].notna() & cells["no_grade"].isna()]
    inspections = list(graded["inspection"].unique())
    if not inspections:
        return f"No graded inspection of {name} is held here"
    row = inspection_row(ds, inspections[-1])
    phrase = shown_words(ds, inspections[-1], frozenset(cells["strand"]))
    return f"{name}: {phrase} in {day(row.start, 'month' if row.date_precision != 'year' else 'year')}"


def _compared(ds: Dataset, earlier: str, table: pd.DataFrame) -> str:
    """``Compared with the inspection of March 2022, the grade is better for leaders and the same overall.``"""
    parts = [
        f"{word} {joined([strand_phrases(ds)[s] for s in part['strand']])}"
        for move, word in MOVE_WORDS.items()
        if len(part := table[table["move"] == move])
    ]
    return f"Compared with {inspection_in_sentence(ds, earlier)}, the grade is {'; '.join(parts)}."


def grades_sentence(ds: Dataset, name: str, cells: pd.DataFrame) -> str:
    """Under the grade heatmap: what moved between the last two inspections, and what may not be compared."""
    table = moves(cells)
    if table.empty:
        return f"No graded inspection of {name} is held here, so there is nothing to compare."
    parts = [
        _compared(ds, str(earlier), group)
        for earlier, group in table[table["move"].isin(MOVE_WORDS)].groupby("earlier", sort=False)
    ]
    text = " ".join(parts) or "No two grades on the same strand can be compared directly."
    unlike = table[table["move"] == "not comparable"]
    if len(unlike):
        text += f" {sentence(joined([strand_phrases(ds)[s] for s in unlike['strand']]) + ', the two latest grades are not directly comparable: the judgement was drawn differently')}"
    return text


LONGEST_ALT = 740
"""Letters of a figure in words: it is heard in one go, and the table behind it holds the rest."""


def grades_alt(ds: Dataset, name: str, cells: pd.DataFrame) -> str:
    """The grade heatmap in words: each inspection that gave grades, the latest ones where all would be too long."""
    inspections = list(cells["inspection"].unique())
    if not inspections:
        return f"Empty grid: no inspection of {name} is held here."
    return latest_that_fit(
        f"Grid of grades of {name}, strands by inspections. ", ds, inspections, frozenset(cells["strand"])
    )


def latest_that_fit(before: str, ds: Dataset, inspections: list[str], shown: frozenset[str] | None = None) -> str:
    """What inspections decided, after some words: the latest of them, as many as fit into what is heard in one go.

    ``shown``: the strands that a figure shows, where that is not all.
    """
    for most in range(len(inspections), 0, -1):
        told = results(ds, inspections[-most:], shown)
        text = f"{before}{told if most == len(inspections) else f'The latest: {told} The table holds the others.'}"
        if len(text) <= LONGEST_ALT:
            return text
    return f"{before}The table holds what they decided."


def results(ds: Dataset, inspections: list[str], shown: frozenset[str] | None = None) -> str:
    """What each inspection decided on these strands or all, those without grades only counted."""
    graded = [inspection for inspection in inspections if len(leading_grades(ds, inspection))]
    others = len(inspections) - len(graded)
    words = [result_words(ds, one) if shown is None else shown_words(ds, one, shown) for one in graded]
    parts = [f"{column_heading(ds, one)}: {told}." for one, told in zip(graded, words, strict=True)]
    return " ".join(
        [
            *parts,
            *(
                [
                    sentence(
                        f"{counted(others, 'other inspection or visit', 'other inspections and visits')} without grades"
                    )
                ]
                if others
                else []
            ),
        ]
    )
