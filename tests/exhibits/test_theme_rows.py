"""Rows of themes under headings, with bars that leave a centre line."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from exhibits.style import VERDICTS
from exhibits.theme_rows import ASKED, CELL, CLEAR, CLOSE, MOST, Row, theme_rows

HEADS = {"one": "Mar 2012, Full", "two": "Feb 2025, Full"}
ROWS = [
    Row("Recurring 1"),
    Row("Supervision", "supervision", "3 in a row", light=True),
    Row("Mixed 1"),
    Row("Plans", "plans"),
]


def cell(
    column: str, theme: str, strengths: int, mixed: int, concerns: int, asked: bool = False, summary: bool = False
) -> dict:
    return {
        "column": column, "theme": theme, "strengths": strengths, "mixed": mixed, "concerns": concerns, "asked": asked,
        "summary_only": summary, "inspection": f"york/{column}", "words": f"{theme} in {column}",
    }  # fmt: skip


CELLS = pd.DataFrame(
    [
        cell("one", "supervision", 1, 0, 4, asked=True),
        cell("two", "supervision", 29, 2, 1),
        cell("two", "plans", 0, 0, 0, summary=True),
    ]
)


def bars(verdict: str, narrow: bool = False, cells: pd.DataFrame = CELLS) -> list[tuple[float, float, str]]:
    """Where each bar of a verdict begins, how long it is, and what is written in it."""
    figure = theme_rows(ROWS, cells, HEADS, narrow)
    trace = next(trace for trace in figure.data if trace.name and trace.name.startswith(VERDICTS[verdict].letter))
    return list(zip(trace.base, trace.x, trace.text, strict=True))


@pytest.mark.parametrize("narrow", [False, True])
def test_concerns_lie_left_of_the_line_praise_right_of_it_and_one_paragraph_is_as_long_anywhere(narrow):
    (left, four, text), (_, one, _) = bars("concern", narrow)
    (right, single, _), (_, most, cut) = bars("strength", narrow)
    assert right - (left + four) == pytest.approx(2 * CLEAR * single)  # each keeps clear of the line between them
    assert one == pytest.approx(four / 4) == pytest.approx(single)
    assert (text, cut) == ("4", "29 ›")
    assert most == pytest.approx(MOST * single)  # what has no room is cut, and says its number
    assert all(base >= -CELL / 2 and base + long <= 1 + CELL / 2 for base, long, _ in bars("strength", narrow))


def test_mixed_paragraphs_lie_across_the_line_and_the_others_beside_them():
    ((mixed, long, text),) = bars("mixed")
    assert mixed + long == pytest.approx(bars("strength")[1][0])
    assert mixed == pytest.approx(sum(bars("concern")[1][:2]))
    assert text == ""


def test_numbers_are_left_out_rather_than_written_small():
    assert theme_rows(ROWS, CELLS, HEADS, False).layout.uniformtext.to_plotly_json() == {"minsize": 12, "mode": "hide"}


def test_a_frame_says_what_was_asked_and_a_click_anywhere_in_a_cell_hands_over_its_theme():
    figure = theme_rows(ROWS, CELLS, HEADS, False)
    frame = next(trace for trace in figure.data if trace.name == ASKED)
    assert [list(data) for data in frame.customdata] == [["york/one", "supervision"]]
    ground = figure.data[0]
    assert len(ground.y) == 3
    assert all(width == CELL for width in ground.x)
    assert [list(data) for data in ground.customdata][-1] == ["york/two", "plans"]


@pytest.mark.parametrize("narrow", [False, True])
def test_headings_names_notes_and_dates_are_written_and_none_smaller_than_twelve(narrow):
    notes = theme_rows(ROWS, CELLS, HEADS, narrow).layout.annotations
    words = [note.text for note in notes]
    assert {"<b>Recurring 1</b>", "<b>Mixed 1</b>", "Plans"} <= set(words)
    assert (f"{CLOSE} Supervision: 3 in a row" if narrow else f"{CLOSE} Supervision") in words
    assert narrow or "3 in a row" in words
    assert words.count("Mar 2012") == (2 if narrow else 1)  # on a wide screen the axis says it over the first group
    assert all(note.font.size >= 12 for note in notes)


@pytest.mark.parametrize("narrow", [False, True])
def test_without_a_look_there_are_rows_and_no_bars(narrow):
    figure = theme_rows(ROWS, CELLS[CELLS["theme"] == "none"], HEADS, narrow)
    assert "Plans" in [note.text for note in figure.layout.annotations]
    assert not any(len(trace.y) for trace in figure.data if trace.type == "bar" and trace.y is not None)


@pytest.mark.parametrize("narrow", [False, True])
def test_plotly_takes_every_part_of_a_figure_that_it_did_not_check(narrow):
    made = theme_rows(ROWS, CELLS, HEADS, narrow).to_dict()
    assert go.Figure(made).to_dict() == made
