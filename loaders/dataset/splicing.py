"""The frames after a change of some authorities' records: theirs made again, the rows of all others kept."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd

from .frames import LINKS, in_order, record_column

REFERENCES = {**LINKS, "plans": "inspection"}
"""Tables with a column that names an inspection of another record."""


def spliced(
    frames: Mapping[str, pd.DataFrame], fresh: Mapping[str, pd.DataFrame], authorities: Collection[str]
) -> dict[str, pd.DataFrame]:
    """Put the fresh rows of these authorities in the place of their former ones. Other tables are all fresh."""
    return {name: _spliced(name, frames[name], fresh[name], authorities) for name in fresh}


def _spliced(name: str, former: pd.DataFrame, fresh: pd.DataFrame, authorities: Collection[str]) -> pd.DataFrame:
    record = record_column(former)
    if record is None:
        return fresh
    kept = former[~_authority(former[record]).isin(list(authorities))]
    return in_order(name, pd.concat([kept, fresh], ignore_index=True))


def refer_across(frames: Mapping[str, pd.DataFrame]) -> bool:
    """Whether a record names an inspection of another authority, so that none can be read without the others."""
    return any(
        (_authority(frames[name][column]) != _authority(frames[name][record_column(frames[name])])).any()
        for name, column in REFERENCES.items()
    )


def _authority(ids: pd.Series) -> pd.Series:
    return ids.map({record_id: record_id.partition("/")[0] for record_id in ids.unique()})
