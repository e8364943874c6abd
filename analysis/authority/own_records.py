"""Which records are the council's own, in words."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.english import day, joined
from analysis.look_up import each
from analysis.naming import OWN, authority_name, inspection_label, own_mark
from loaders import Dataset, kept


@kept
def own_records_sentence(ds: Dataset, authorities: Sequence[str]) -> str:
    """``The council's own record, not published by Ofsted: York, Focused visit, May 2026``; empty where there is none."""
    visits = ds.inspections[ds.inspections["own"] & ds.inspections["authority"].isin(authorities)]
    plans = ds.plans[ds.plans["own"] & ds.plans["authority"].isin(authorities)]
    names = [inspection_label(ds, row.inspection).removesuffix(own_mark(row)) for row in each(visits)]
    names += [
        f"{authority_name(ds, row.authority)}, {row.title}, version {row.version} of {day(row.version_date)}"
        for row in each(plans)
    ]
    return f"{OWN}: {joined(names)}." if names else ""
