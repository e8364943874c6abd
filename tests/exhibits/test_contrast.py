"""Text inside figures, which no checker of pages can judge: at least 4.5 to 1 on what lies under it."""

from collections.abc import Iterator
from itertools import pairwise

import plotly.graph_objects as go
import pytest

from analysis.comparison.standings import compared, england
from analysis.selection import Selection
from exhibits import Exhibit
from exhibits.deadlines import plan_deadlines
from exhibits.style import COUNTS, INK, PAPER, STEP, TEMPLATE, fill_of_share, ink_on_count
from loaders import Dataset
from tests.exhibits.test_exhibits import COMPARISONS, EXHIBITS, OF_READ_REPORTS


def rgb(colour: str) -> tuple[float, float, float]:
    """Red, green, blue of a colour; a translucent one as it looks on white paper."""
    if colour.startswith("#"):
        return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))
    *parts, share = [float(part) for part in colour[colour.index("(") + 1 : -1].split(",")] + (
        [1.0] if colour.startswith("rgb(") else []
    )
    return tuple(part * share + 255 * (1 - share) for part in parts)


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        steps = [part / 255 for part in rgb(colour)]
        return sum(
            w * (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4)
            for w, s in zip((0.2126, 0.7152, 0.0722), steps, strict=True)
        )

    lights = sorted([light(one), light(other)])
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def spread(value, size: int) -> list:
    """One value for each mark, whether the figure holds one for all or a list."""
    return [value] * size if value is None or isinstance(value, str) else list(value)


def fills_of_heatmap(heatmap: go.Heatmap) -> dict[tuple[int, int], str]:
    low = heatmap.zmin if heatmap.zmin is not None else min(z for row in heatmap.z for z in row)
    high = heatmap.zmax if heatmap.zmax is not None else max(z for row in heatmap.z for z in row)
    cells = [
        (x, y, (z - low) / ((high - low) or 1)) for y, row in enumerate(heatmap.z) for x, z in enumerate(row) if z == z
    ]
    return {(x, y): shade(heatmap.colorscale, share) for x, y, share in cells}


def shade(scale: tuple, share: float) -> str:
    """The colour at this place of a scale from 0 to 1."""
    for (low, one), (high, other) in pairwise(scale):
        if low < high and low <= share <= high:
            part = (share - low) / (high - low)
            return "rgb({},{},{})".format(*(a + (b - a) * part for a, b in zip(rgb(one), rgb(other), strict=True)))
    raise AssertionError(f"{share} is outside the scale")


def texts(figure: go.Figure) -> Iterator[tuple[str, str, str]]:
    """Words, their colour, and the fill that they stand on, for all that a figure writes."""
    under = {
        spot: fill for trace in figure.data if trace.type == "heatmap" for spot, fill in fills_of_heatmap(trace).items()
    }
    for trace in figure.data:
        if trace.type == "sankey":
            yield from ((label, trace.textfont.color, fill) for label in trace.node.label for fill in trace.link.color)
        elif trace.type in ("bar", "scatter") and trace.text is not None:
            yield from texts_of_marks(trace, under)
    for note in figure.layout.annotations:
        yield note.text, note.font.color or INK, note.bgcolor or PAPER
    for axis in (figure.layout.xaxis, figure.layout.yaxis):
        yield "axis", axis.tickfont.color or TEMPLATE.layout.xaxis.tickfont.color, PAPER


def texts_of_marks(trace, under: dict) -> Iterator[tuple[str, str, str]]:
    words = spread(trace.text, len(trace.x))
    size = len(words)
    inks, fills = spread(trace.textfont.color or INK, size), spread(trace.marker.color, size)
    symbols = spread(trace.marker.symbol if trace.type == "scatter" else None, size)
    on_mark = trace.textposition == "inside" or (
        trace.type == "scatter" and trace.textposition in (None, "middle center")
    )
    for i, text in enumerate(words):
        inside = on_mark and fills[i] is not None and "open" not in str(symbols[i])
        below = under.get((trace.x[i], trace.y[i]), PAPER) if trace.type == "scatter" else PAPER
        yield str(text), inks[i], fills[i] if inside else below


def check(ds: Dataset, exhibit: Exhibit) -> int:
    """How many texts there are in an exhibit's figures, for a wide and a narrow screen, all of which can be read."""
    figures = [exhibit.draw(ds, narrow) for narrow in (False, True)] if exhibit.draw is not None else []
    found = [(text, ink, fill) for figure in figures for text, ink, fill in texts(figure) if text]
    assert [(exhibit.name, *item) for item in found if contrast(item[1], item[2]) < 4.5] == []
    return len(found)


@pytest.mark.parametrize("make", EXHIBITS)
@pytest.mark.parametrize("authority", ["york", "north-yorkshire", "leeds"])
def test_text_in_a_figure_of_one_authority_can_be_read(ds, make, authority):
    assert check(ds, make(ds, Selection(authorities=(authority,)))) >= (0 if authority == "leeds" else 8)


@pytest.mark.parametrize("make", [*COMPARISONS, *OF_READ_REPORTS])
@pytest.mark.parametrize("strand", ["overall", "care_leavers"])
def test_text_in_a_figure_of_many_can_be_read(ds, make, strand):
    everywhere = make(ds, england(ds, strand, None))
    assert check(ds, everywhere) or everywhere.draw is None
    check(ds, make(ds, compared(ds, Selection(authorities=("york",)), "neighbours", strand)))


def test_text_in_the_deadlines_can_be_read(ds):
    assert check(ds, plan_deadlines(ds, "york/2022-action-plan")) > 20


def test_the_measure_is_that_of_the_guidelines():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert contrast("#FFFFFF", "rgba(0,0,0,0)") == 1


def test_a_number_can_be_read_on_every_share_of_a_scale():
    scale = tuple(tuple(step) for step in COUNTS)
    shares = [share / 1000 for share in range(1001)]
    assert min(contrast(ink_on_count(share), shade(scale, share)) for share in shares if share != STEP) >= 4.5
    assert min(contrast(ink_on_count(share), fill_of_share(share)) for share in shares) >= 4.5
