"""Themes of several authorities side by side, from the inspection on which each of them stands. Our reading, theme by theme."""

from __future__ import annotations

import pandas as pd

from analysis import naming
from analysis.comparison.standings import Comparison, standings
from analysis.findings.paragraphs import first_with, quotes
from analysis.look_up import look_up
from analysis.themes.recurrence import looks_in
from analysis.themes.sentences import look_words
from loaders import Dataset, kept

CRITICISED = ("concern", "mixed")


@kept
def coded_standings(ds: Dataset, comparison: Comparison) -> dict[str, str]:
    """Authority and the inspection on which it stands, where that was read paragraph by paragraph."""
    found = standings(ds, comparison)
    coded = found[found["depth"] == "coded"]
    return dict(zip(coded["authority"], coded["inspection"], strict=True))


@kept
def balances(ds: Dataset, comparison: Comparison) -> pd.DataFrame:
    """One row per authority that can be compared and theme it was judged on.

    Columns: authority, inspection, theme, balance, asked, raised, words.
    """
    rows = [
        (authority, inspection, seen.theme, seen.look.balance, seen.look.asked, seen.look.raised, look_words(seen.look))
        for authority, inspection in coded_standings(ds, comparison).items()
        for seen in looks_in(ds, authority, inspection)
        if seen.look.asked or seen.look.balance != "none"
    ]
    return pd.DataFrame(rows, columns=["authority", "inspection", "theme", "balance", "asked", "raised", "words"])


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
def praised_where_criticised(ds: Dataset, comparison: Comparison) -> pd.DataFrame:
    """Themes raised with the subject on which another stands strong, with one paragraph of each.

    Columns: theme, label, other, ours (paragraph), ours_inspection, ours_quote, theirs, theirs_inspection, theirs_quote.
    Where the subject was only asked (a recommendation amid praise) there is no criticism, so the theme is left out.
    """
    found = balances(ds, comparison)
    ours = found[(found["authority"] == comparison.subject) & found["balance"].isin(["weak", "mixed"])]
    theirs = found[(found["authority"] != comparison.subject) & (found["balance"] == "strong")]
    labels = look_up(ds, "themes", "theme", "label")
    rows = []
    for pair in ours.merge(theirs, on="theme", suffixes=("", "_other")).itertuples():
        critical = first_with(ds, pair.inspection, pair.theme, CRITICISED)
        praise = first_with(ds, pair.inspection_other, pair.theme, ("strength",))
        if critical is not None and praise is not None:
            rows.append(
                (
                    pair.theme,
                    labels[pair.theme],
                    pair.authority_other,
                    critical,
                    pair.inspection,
                    quotes(ds)[pair.inspection, critical],
                    praise,
                    pair.inspection_other,
                    quotes(ds)[pair.inspection_other, praise],
                )
            )
    columns = [
        "theme",
        "label",
        "other",
        "ours",
        "ours_inspection",
        "ours_quote",
        "theirs",
        "theirs_inspection",
        "theirs_quote",
    ]
    return pd.DataFrame(rows, columns=columns)
