"""The palette, keyed by grade and by verdict, and the one plotly template.

Contrast, colour vision and greys are computed in the tests: text on fill at least 4.5 to 1, no two fills alike under any of the
three colour vision deficiencies, each with a grey of its own. The letter decides, never the colour alone.
"""

from __future__ import annotations

import textwrap
from typing import NamedTuple

import plotly.graph_objects as go

INK = "#0B0C0C"
MUTED = "#4A5358"
PAPER = "#FFFFFF"
SHADE = "#F3F2F1"
LINE = "#B1B4B6"
ACCENT = "#1D5A96"
FONT = "Source Sans, Source Sans Pro, Arial, sans-serif"


class Look(NamedTuple):
    """How a grade, verdict or kind of no-grade is drawn."""

    letter: str
    fill: str
    text: str
    symbol: str


GRADES = {
    "outstanding": Look("O", "#0C1F57", "#FFFFFF", "circle"),
    "good": Look("G", "#2A76BE", "#FFFFFF", "square"),
    "requires_improvement": Look("RI", "#EE6F1A", INK, "diamond"),
    "adequate": Look("A", "#EE6F1A", INK, "hexagon"),
    "inadequate": Look("I", "#8C1D0B", "#FFFFFF", "triangle-down"),
}

NO_GRADE = {
    "not_in_framework": Look("·", PAPER, MUTED, "line-ew-open"),
    "judged_together": Look("↑", SHADE, INK, "arrow-up-open"),
    "no_source": Look("?", PAPER, INK, "circle-open"),
    "visit": Look("visit", PAPER, MUTED, "circle-open-dot"),
    "not_judged": Look("NJ", SHADE, INK, "x-thin-open"),
}

NONE_YET = Look("–", SHADE, INK, "circle-open")
STATES = {**GRADES, **NO_GRADE, "none_yet": NONE_YET}
"""Where an authority can stand: ``analysis.comparison.standings``."""

VERDICTS = {
    "strength": Look("+", "#2A76BE", "#FFFFFF", "circle"),
    "mixed": Look("±", "#D5DCE2", INK, "square"),
    "concern": Look("–", "#8F3A08", "#FFFFFF", "diamond"),
}

STANDS = {
    "weak": VERDICTS["concern"],
    "mixed": VERDICTS["mixed"],
    "strong": VERDICTS["strength"],
    "not_covered": NO_GRADE["not_in_framework"],
}
"""How an inspection stands on a theme (``analysis.themes.shares``), in the order of bars: what is weak begins at the axis."""

TEMPLATE = go.layout.Template(
    layout={
        "font": {"family": FONT, "size": 15, "color": INK},
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "colorway": [ACCENT, GRADES["requires_improvement"].fill, GRADES["outstanding"].fill, MUTED],
        "margin": {"l": 10, "r": 10, "t": 10, "b": 10},
        "xaxis": {
            "gridcolor": SHADE,
            "linecolor": LINE,
            "zeroline": False,
            "automargin": True,
            "tickfont": {"color": INK},
        },
        "yaxis": {
            "gridcolor": SHADE,
            "linecolor": LINE,
            "zeroline": False,
            "automargin": True,
            "tickfont": {"color": INK},
            "ticks": "outside",  # unseen: they keep a name clear of the bar that it names
            "ticklen": 6,
            "tickcolor": PAPER,
        },
        "legend": {"orientation": "h", "yanchor": "bottom", "y": 1.02, "x": 0, "font": {"size": 14}},
        "hoverlabel": {"bgcolor": PAPER, "bordercolor": INK, "font": {"color": INK, "size": 14}, "align": "left"},
        "modebar": {"color": MUTED, "activecolor": ACCENT, "bgcolor": "rgba(255,255,255,0)"},
        "dragmode": False,
    }
)


STEP = 0.585
"""Where the scale of counts leaves out the greys on which neither dark nor white letters can be read."""

LIGHT, DARK = (SHADE, "#707B9A"), ("#687395", GRADES["outstanding"].fill)
COUNTS = [[0, LIGHT[0]], [STEP, LIGHT[1]], [STEP, DARK[0]], [1, DARK[1]]]
"""Scale for heatmaps of counts and shares."""


def fill_of_share(share: float) -> str:
    """Colour of a share from 0 to 1 on the scale ``COUNTS``."""
    light = share <= STEP
    one, other = LIGHT if light else DARK
    part = share / STEP if light else (share - STEP) / (1 - STEP)
    steps = [(int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5)]
    return "rgb({},{},{})".format(*(round(a + (b - a) * part) for a, b in steps))


def ink_on_count(share: float) -> str:
    """Colour of the number in a cell of ``COUNTS``, at least 4.5 to 1 on every shade."""
    return PAPER if share > STEP else INK


def blank(narrow: bool, height: int | None = None) -> go.Figure:
    """An empty figure in the house style, for a narrow screen with slim margins and smaller letters."""
    figure = go.Figure(layout={"template": TEMPLATE, "height": height})
    if narrow:
        figure.update_layout(margin={"l": 4, "r": 4}, font={"size": 13}, xaxis={"tickfont": {"size": 12}})
    return figure


def plain_figure(traces: list[dict], narrow: bool, **layout: object) -> go.Figure:
    """A figure in the house style of traces and parts of a layout that are plain values.

    Plotly does not check them: its checks cost more than all the rest of a large figure. The tests do.
    """
    figure = blank(narrow).layout.to_plotly_json()
    for name, value in layout.items():
        figure[name] = {**figure.get(name, {}), **value} if isinstance(value, dict) else value
    return go.Figure(traces, figure, _validate=False)


def heading(text: str, narrow: bool, width: int = 13) -> str:
    """A column's heading in short lines: the date first, then what it was; on a narrow screen the date alone."""
    date, *what = text.split(", ")
    if narrow:
        return date.replace(" ", "<br>")
    return "<br>".join(line for part in (date, *what) for line in textwrap.wrap(part, width, break_long_words=False))
