"""How far two independent readings of the same report agree: Cohen's kappa.

``python -m analysis.about.agreement`` prints the table. Kappa measures how consistently the codebook can be applied, not
whether a coding is true.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd

from loaders import DATA, Dataset, kept, load


def cohens_kappa(first: pd.Series, second: pd.Series) -> float:
    """Cohen's kappa of two readings of the same items (J. Cohen, 1960): agreement beyond what chance would give.

    Missing where chance alone would always agree.
    """
    observed = (first == second).mean()
    shares = pd.concat([first.value_counts(normalize=True), second.value_counts(normalize=True)], axis=1).fillna(0)
    chance = shares.prod(axis=1).sum()
    return float("nan") if chance == 1 else (observed - chance) / (1 - chance)


@kept
def agreement(ds: Dataset) -> pd.DataFrame:
    """One row per report coded twice, and a last row for all together.

    Columns: inspection, paragraphs, first (codes of the first reader), second, both (theme coded by both),
    theme_kappa (is the theme coded in the paragraph? over every paragraph and theme), verdict_kappa (over themes
    coded by both), settled (differences settled by a third reading).
    """
    readings = ds.codings.pivot_table(
        index=["inspection", "paragraph", "theme"], columns="reader", values="verdict", aggfunc="first"
    ).reindex(columns=["first", "second"])
    groups = [*readings.groupby("inspection"), ("all reports", readings)] if len(readings) else []
    rows = [_row(name, codes, ds) for name, codes in groups]
    return pd.DataFrame(
        rows, columns=["inspection", "paragraphs", "first", "second", "both", "theme_kappa", "verdict_kappa", "settled"]
    )


def _row(name: str, codes: pd.DataFrame, ds: Dataset) -> dict:
    paragraphs = codes.reset_index()[["inspection", "paragraph"]].drop_duplicates()
    cells = len(paragraphs) * len(ds.themes)
    coded = codes.notna()
    nowhere = pd.DataFrame(False, index=range(cells - len(coded)), columns=coded.columns)
    present = pd.concat([coded, nowhere], ignore_index=True)
    both = codes.dropna()
    settled = ds.settlements if name == "all reports" else ds.settlements[ds.settlements["inspection"] == name]
    return {
        "inspection": name,
        "paragraphs": len(paragraphs),
        "first": int(coded["first"].sum()),
        "second": int(coded["second"].sum()),
        "both": len(both),
        "theme_kappa": cohens_kappa(present["first"], present["second"]),
        "verdict_kappa": cohens_kappa(both["first"], both["second"]),
        "settled": len(settled),
    }


@kept
def agreement_on_recommendations(ds: Dataset) -> pd.DataFrame:
    """One row per report whose recommendations were given themes twice, and a last row for all together.

    Columns: inspection, recommendations, primary_kappa (is the theme a main one of the recommendation? over every
    recommendation and theme).
    """
    groups = [*ds.recommendation_codings.groupby("inspection"), ("all reports", ds.recommendation_codings)]
    rows = [_row_of_recommendations(name, rows, ds) for name, rows in groups if len(rows)]
    return pd.DataFrame(rows, columns=["inspection", "recommendations", "primary_kappa"])


def _row_of_recommendations(name: str, rows: pd.DataFrame, ds: Dataset) -> dict:
    read = len(rows[["inspection", "recommendation"]].drop_duplicates())
    named = rows[["first", "second"]] == "primary"
    nowhere = pd.DataFrame(False, index=range(read * len(ds.themes) - len(named)), columns=named.columns)
    primary = pd.concat([named, nowhere], ignore_index=True)
    kappa = cohens_kappa(primary["first"], primary["second"])
    return {"inspection": name, "recommendations": read, "primary_kappa": kappa}


if __name__ == "__main__":
    table = agreement(load(Path(sys.argv[1]) if len(sys.argv) > 1 else DATA))
    print(agreement_on_recommendations(load(Path(sys.argv[1]) if len(sys.argv) > 1 else DATA)).to_string(index=False))
    print(table.to_string(index=False, formatters=dict.fromkeys(("theme_kappa", "verdict_kappa"), "{:.2f}".format)))
