"""Themes that turned between two looks, with a quote from each."""

from __future__ import annotations

import pandas as pd

from analysis.look_up import look_up
from analysis.themes.recurrence import theme_looks
from loaders import Dataset, kept


@kept
def then_and_now(ds: Dataset, authority: str, most: int = 3) -> pd.DataFrame:
    """Themes that turned between two looks that count: one row each, the latest turn first.

    Columns: theme, label, direction (``better`` or ``worse``), earlier, earlier_paragraph, earlier_quote, later,
    later_paragraph, later_quote.
    """
    looks = theme_looks(ds, authority)
    rows = []
    for theme, part in looks[looks["counts"]].groupby("theme"):
        turn = _last_turn(part)
        if turn is None:
            continue
        earlier, later = turn
        better = later["balance"] == "strong"
        first = _quote(ds, earlier["inspection"], theme, "concern" if better else "strength")
        second = _quote(ds, later["inspection"], theme, "strength" if better else "concern")
        if first is not None and second is not None:
            label = look_up(ds, "themes", "theme", "label")[theme]
            rows.append(
                {
                    "theme": theme,
                    "label": label,
                    "direction": "better" if better else "worse",
                    "earlier": earlier["inspection"],
                    "earlier_paragraph": first["paragraph"],
                    "earlier_quote": first["quote"],
                    "later": later["inspection"],
                    "later_paragraph": second["paragraph"],
                    "later_quote": second["quote"],
                    "when": later["start"],
                    "weight": earlier["concerns"] + later["strengths"],
                }
            )
    columns = ["theme", "label", "direction", "earlier", "earlier_paragraph", "earlier_quote", "later", "later_paragraph", "later_quote"]
    table = pd.DataFrame(rows, columns=[*columns, "when", "weight"])
    return table.sort_values(["when", "weight"], ascending=False).head(most)[columns].reset_index(drop=True)


def _last_turn(looks: pd.DataFrame) -> tuple | None:
    """The last two neighbouring looks of which one is weak and the other strong."""
    pairs = list(zip(looks.to_dict("records"), looks.to_dict("records")[1:], strict=False))
    return next(((a, b) for a, b in reversed(pairs) if {a["balance"], b["balance"]} == {"weak", "strong"}), None)


def _quote(ds: Dataset, inspection: str, theme: str, verdict: str) -> pd.Series | None:
    """The first finding with that verdict on the theme, preferring those whose main theme it is."""
    codes = ds.codes[(ds.codes["inspection"] == inspection) & ~ds.codes["is_summary"]]
    main = codes.groupby("paragraph")["theme"].first()
    hits = codes[(codes["theme"] == theme) & (codes["verdict"] == verdict)]
    if hits.empty:
        return None
    hits = hits.assign(main=hits["paragraph"].map(main).eq(theme)).sort_values("main", ascending=False, kind="stable")
    return ds.findings[(ds.findings["inspection"] == inspection) & (ds.findings["paragraph"] == hits["paragraph"].iloc[0])].iloc[0]
