"""Statistical neighbours of an authority, as the Department for Education's tool has them, and how near all others are."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.look_up import look_up, tuples
from analysis.naming import authority_name
from loaders import Dataset, kept


@kept
def near_ones(ds: Dataset, subject: str) -> tuple[str, ...]:
    """Return the statistical neighbours of an authority, the nearest first."""
    return tuple(ds.neighbours[ds.neighbours["authority"] == subject].sort_values("rank")["neighbour"])


@kept
def nearness(ds: Dataset, subject: str) -> dict[str, tuple[tuple[int, int, str], str]]:
    """How near each authority is to one: a key to sort by, and words (empty where it is neither neighbour nor of the region)."""
    own = ds.neighbours[ds.neighbours["authority"] == subject]
    ranks = dict(tuples(own, "neighbour", "rank"))
    regions = look_up(ds, "authorities", "authority", "region")
    found: dict[str, tuple[tuple[int, int, str], str]] = {}
    for authority in ds.authorities["authority"]:
        name = authority_name(ds, authority)
        if authority in ranks:
            words = f"statistical neighbour {ranks[authority]} of {len(ranks)}"
            found[authority] = ((0, int(ranks[authority]), name), words)
        elif regions[authority] == regions[subject]:
            found[authority] = ((1, 0, name), "same region")
        else:
            found[authority] = ((2, 0, name), "")
    return found


def not_neighbours(ds: Dataset, authorities: Iterable[str]) -> list[tuple[str, str]]:
    """Pairs of the first authority and another that is not among its statistical neighbours, nor it among the other's."""
    first, *others = authorities
    pairs = _neighbours(ds)
    return [(first, other) for other in others if (first, other) not in pairs and (other, first) not in pairs]


@kept
def _neighbours(ds: Dataset) -> set[tuple[str, str]]:
    """Pairs of an authority and one of its statistical neighbours."""
    return set(tuples(ds.neighbours, "authority", "neighbour"))
