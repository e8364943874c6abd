"""A theme of one authority beside its neighbours, its region and England."""

from __future__ import annotations

import pandas as pd

from analysis import naming
from analysis.comparison.sentences import comparison_sources
from analysis.look_up import each, look_up
from analysis.themes.beside import groups, own_look, theme_beside
from analysis.themes.sentences import beside_sentence, beside_title
from analysis.themes.shares import BALANCES
from loaders import Dataset, kept

from .exhibit import FIGURES, Exhibit, Voice
from .stands import stacked


@kept(most=FIGURES)
def theme_beside_others(ds: Dataset, authority: str, theme: str) -> Exhibit:
    """One bar per group, shares of the latest full inspections read.

    Columns of ``table``: Who, Reports, Strong, Mixed, Weak, Not covered, Asked for.
    """
    name, label = naming.authority_name(ds, authority), look_up(ds, "themes", "theme", "label")[theme]
    own, table = own_look(ds, authority, theme), theme_beside(ds, authority, theme)
    sentence = beside_sentence(ds, own, table)
    columns = ["who", "base", "strong", "mixed", "weak", "not_covered", "asked"]
    named = {"who": "Who", "base": "Reports", **BALANCES, "asked": "Asked for"}
    inspections = [one for group in groups(ds, authority).values() for one in group] + ([own.inspection] if own else [])
    labels = [f"{row.who}, {row.base}  " for row in each(table)]
    return Exhibit(
        name=f"{authority}-theme-beside",
        title=beside_title(name, label, own),
        sentence=sentence,
        alt=f"Stacked bars of shares, one for each group. {sentence}",
        table=table[columns].rename(columns=named),
        draw=(lambda ds, narrow: stacked(table, labels, "Share of the reports, in %", narrow, share=True))
        if len(table)
        else None,
        voice=Voice.READING,
        sources=comparison_sources(ds, pd.Series(list(dict.fromkeys(inspections)), dtype="str")),
        as_at=ds.as_at,
        key="Counted is the latest full inspection of each authority, where it was read; most were read once. Not covered is no strength.",
    )
