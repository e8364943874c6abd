"""Themes of several authorities side by side, from the inspection on which each of them stands. Our reading, theme by theme."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from analysis import naming
from analysis.comparison.standings import Comparison, standings
from analysis.english import some
from analysis.findings.paragraphs import Spoken, spoken
from analysis.look_up import each, look_up, tuples
from analysis.themes.recurrence import looks_in
from analysis.themes.sentences import look_words
from loaders import Dataset, kept

CRITICISED = ("concern", "mixed")


@kept
def coded_standings(ds: Dataset, comparison: Comparison) -> dict[str, str]:
    """Authority and the inspection on which it stands, where that was read paragraph by paragraph."""
    found = standings(ds, comparison)
    coded = found[found["depth"] == "coded"]
    return dict(tuples(coded, "authority", "inspection"))


@kept
def balances(ds: Dataset, comparison: Comparison) -> pd.DataFrame:
    """One row per authority that can be compared and theme it was judged on.

    Columns: authority, inspection, theme, look, balance, asked, raised, words.
    """
    rows = [
        (
            authority,
            inspection,
            seen.theme,
            seen.look,
            seen.look.balance,
            seen.look.asked,
            seen.look.raised,
            look_words(seen.look),
        )
        for authority, inspection in coded_standings(ds, comparison).items()
        for seen in looks_in(ds, authority, inspection)
        if seen.look.asked or seen.look.balance != "none"
    ]
    return pd.DataFrame(rows, columns=["authority", "inspection", "theme", "look", "balance", "asked", "raised", "words"])  # fmt: skip


@kept
def themes_side_by_side(ds: Dataset, comparison: Comparison) -> pd.DataFrame:
    """Themes in the order of the codebook, one column per authority: ``strong: 3 strengths``.

    Columns: Theme, then one per authority.
    """
    found = balances(ds, comparison)
    told = found.assign(words=found["balance"].replace("none", "asked only") + ": " + found["words"])
    wide = told.pivot_table(index="theme", columns="authority", values="words", aggfunc="first")
    wide = wide.reindex([theme for theme in ds.themes["theme"] if theme in wide.index])
    ordered = wide[[name for name in comparison.authorities if name in wide]]
    labels = look_up(ds, "themes", "theme", "label")
    named = ordered.rename(index=labels, columns=lambda name: naming.authority_name(ds, name)).rename_axis(
        index="Theme", columns=None
    )
    return named.fillna("not judged").reset_index()


@kept
def contrasts(ds: Dataset, comparison: Comparison) -> list[str]:
    """Return the themes, in words and in the order of the codebook, on which the first that was read is weak or mixed and another strong."""
    found, read = balances(ds, comparison), list(coded_standings(ds, comparison))
    if not read:
        return []
    ours = set(found.loc[(found["authority"] == read[0]) & found["balance"].isin(["weak", "mixed"]), "theme"])
    theirs = set(found.loc[(found["authority"] != read[0]) & (found["balance"] == "strong"), "theme"])
    return [theme.label for theme in each(ds.themes) if theme.theme in ours & theirs]


class Contrast(NamedTuple):
    """A theme on which the subject is criticised, and those that stand strong on it, with one paragraph of the first."""

    theme: str
    label: str
    others: tuple[str, ...]
    """In the order compared: of statistical neighbours the nearest first."""
    ours: Spoken
    theirs: Spoken


@kept
def praised_where_criticised(ds: Dataset, comparison: Comparison) -> tuple[Contrast, ...]:
    """Return the themes on which the subject is criticised and others stand strong, in the order of the codebook.

    Where the subject was only asked (a recommendation amid praise) there is no criticism, so the theme is left out.
    """
    found = balances(ds, comparison)
    ours = found[(found["authority"] == comparison.subject) & found["balance"].isin(["weak", "mixed"])]
    strong = found[(found["authority"] != comparison.subject) & (found["balance"] == "strong")]
    labels, rows = look_up(ds, "themes", "theme", "label"), []
    for own in each(ours):
        there = [(row.authority, row.inspection) for row in each(strong[strong["theme"] == own.theme])]
        critical = spoken(ds, own.inspection, own.theme, CRITICISED)
        praise = [spoken(ds, inspection, own.theme, ["strength"]) for _, inspection in there]
        if critical is not None and praise and praise[0] is not None:
            others = tuple(authority for authority, _ in there)
            rows.append(Contrast(own.theme, labels[own.theme], others, critical, praise[0]))
    return tuple(rows)


def also_praised_words(ds: Dataset, others: Sequence[str]) -> str:
    """Who else is praised for a theme; empty where nobody is."""
    return f"Praised for it too: {some([naming.authority_name(ds, other) for other in others])}." if others else ""


def too_few_coded_sentence() -> str:
    """Why themes cannot be set side by side."""
    return (
        "Themes stand side by side where the latest reports on two places were both read in full. That is not so here."
    )
