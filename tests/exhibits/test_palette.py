"""The palette under each of the three colour vision deficiencies and on a black and white print.

Deficiencies are simulated by Machado, Oliveira and Fernandes (2009), at their full strength; distances are Euclidean in CIELAB.
"""

from itertools import combinations, pairwise

import pytest

from exhibits.style import GRADES, VERDICTS, Look

SEEN = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
APART = 25  # ten times what an eye just tells apart
LIGHTER = 12  # of 100 steps from black to white
PALETTES = [{grade: look for grade, look in GRADES.items() if grade != "adequate"}, VERDICTS]
"""Adequate was the third of four grades until 2013, as Requires improvement is since: one colour, two letters."""


def linear(colour: str) -> list[float]:
    steps = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in steps]


def lab(colour: str, seen: tuple) -> tuple[float, float, float]:
    """Lightness, red to green, yellow to blue of a colour as somebody sees it."""
    red, green, blue = (min(max(sum(w * c for w, c in zip(row, linear(colour), strict=True)), 0), 1) for row in seen)
    white = (0.95047, 1.0, 1.08883)
    light = (
        0.4124 * red + 0.3576 * green + 0.1805 * blue,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        0.0193 * red + 0.1192 * green + 0.9505 * blue,
    )
    x, y, z = (
        v ** (1 / 3) if v > 216 / 24389 else (24389 / 27 * v + 16) / 116
        for v in (p / w for p, w in zip(light, white, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("seen", SEEN)
@pytest.mark.parametrize("palette", PALETTES, ids=["grades", "verdicts"])
def test_no_two_fills_look_alike_to_anybody(palette: dict[str, Look], seen: str):
    near = {
        (one, other): sum(
            (a - b) ** 2
            for a, b in zip(lab(palette[one].fill, SEEN[seen]), lab(palette[other].fill, SEEN[seen]), strict=True)
        )
        ** 0.5
        for one, other in combinations(palette, 2)
    }
    assert {pair: distance for pair, distance in near.items() if distance < APART} == {}


@pytest.mark.parametrize("palette", PALETTES, ids=["grades", "verdicts"])
def test_on_a_black_and_white_print_each_fill_has_its_own_grey(palette: dict[str, Look]):
    greys = sorted(lab(look.fill, SEEN["normal"])[0] for look in palette.values())
    assert [later - earlier for earlier, later in pairwise(greys) if later - earlier < LIGHTER] == []


def test_the_letter_tells_grades_apart_where_the_colour_does_not():
    assert len({look.letter for look in GRADES.values()}) == len(GRADES)
    assert GRADES["adequate"].fill == GRADES["requires_improvement"].fill


def test_the_measure_finds_red_and_green_alike_without_red_or_green_cones():
    apart = {
        name: sum((a - b) ** 2 for a, b in zip(lab("#B07000", seen), lab("#6F8000", seen), strict=True)) ** 0.5
        for name, seen in SEEN.items()
    }
    assert apart["deuteranopia"] < apart["normal"] / 2
