"""Themes of several authorities side by side, from the inspection on which each of them stands. Our reading, theme by theme."""

from __future__ import annotations

import pandas as pd

from analysis import naming
from analysis.comparison.standings import Comparison, standings
from analysis.findings.evidence import Facets, findings
from analysis.look_up import look_up
from analysis.themes.recurrence import theme_looks
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
    """One row per authority that can be compared and theme it was judged on. Columns: authority, inspection, theme, balance, asked, words."""
    parts = []
    for authority, inspection in coded_standings(ds, comparison).items():
        looks = theme_looks(ds, authority)
        looks = looks[(looks["inspection"] == inspection) & ~looks["summary_only"]]
        words = [look_words(look) for look in looks.itertuples()]
        parts.append(looks[["inspection", "theme", "balance", "asked", "raised"]].assign(authority=authority, words=words))
    columns = ["authority", "inspection", "theme", "balance", "asked", "raised", "words"]
    return pd.concat(parts, ignore_index=True)[columns] if parts else pd.DataFrame(columns=columns)


@kept
def themes_side_by_side(ds: Dataset, comparison: Comparison) -> pd.DataFrame:
    """Themes in the order of the codebook, one column per authority: ``strong: 3 strengths``. Columns: Theme, then names."""
    found = balances(ds, comparison)
    told = found.assign(words=found["balance"].replace("none", "asked only") + ": " + found["words"])
    wide = told.pivot_table(index="theme", columns="authority", values="words", aggfunc="first")
    wide = wide.reindex([theme for theme in ds.themes["theme"] if theme in wide.index])
    ordered = wide[[name for name in comparison.authorities if name in wide]]
    labels = look_up(ds, "themes", "theme", "label")
    named = ordered.rename(index=labels, columns=lambda name: naming.authority_name(ds, name)).rename_axis(index="Theme", columns=None)
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
        critical = _first(ds, pair.inspection, pair.theme, CRITICISED)
        praise = _first(ds, pair.inspection_other, pair.theme, ("strength",))
        if critical is not None and praise is not None:
            rows.append(
                (
                    pair.theme,
                    labels[pair.theme],
                    pair.authority_other,
                    critical["paragraph"],
                    pair.inspection,
                    critical["quote"],
                    praise["paragraph"],
                    pair.inspection_other,
                    praise["quote"],
                )
            )
    columns = ["theme", "label", "other", "ours", "ours_inspection", "ours_quote", "theirs", "theirs_inspection", "theirs_quote"]
    return pd.DataFrame(rows, columns=columns)


def _first(ds: Dataset, inspection: str, theme: str, verdicts: tuple[str, ...]) -> pd.Series | None:
    """The paragraph that says it most plainly: a concern before a mixed one, then in order of the report."""
    for verdict in verdicts:
        found = findings(ds, Facets(inspections=(inspection,), themes=(theme,), verdicts=(verdict,)))
        found = found[~found["is_summary"]]
        if len(found):
            return found.iloc[0]
    return None
