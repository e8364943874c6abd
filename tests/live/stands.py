"""Where authorities stand: by their latest full inspection of the kind that is compared, worked out by plain loops."""

from datetime import date
from functools import cache
from itertools import pairwise

from tests.live import by_hand
from tests.live.histories import Held, moves_between
from tests.live.world import World


def exist(world: World) -> list[str]:
    """The authorities of today."""
    return [one for names in world.regions.values() for one in names]


def full(world: World, authority: str) -> list[Held]:
    """The full inspections of the kind that is compared, in order of time."""
    return [one for one in world.held.get(authority, []) if world.files.frameworks[one.framework]["kind"] == "ilacs"]


def standing(world: World, authority: str, strand: str):
    """The grade on which an authority stands; None where it has none."""
    held = full(world, authority)
    return held[-1].grades.get(strand) if held else None


def last_move(world: World, authority: str, strand: str):
    """What became of the grade between the last two full inspections: a move, ``none`` without two grades, None without two inspections."""
    pair = full(world, authority)[-2:]
    if len(pair) < 2:
        return None
    return moves_between(strand, *pair) if all(strand in one.grades for one in pair) else "none"


@cache
def gaps(histories: tuple[tuple[date, ...], ...]) -> list[int]:
    """Days from each full inspection of an authority to its next."""
    return [(later - earlier).days for starts in histories for earlier, later in pairwise(starts)]


def balances(world: World) -> dict[str, dict[str, str]]:
    """How the latest full inspection of each authority of today that was read stands on each theme that it covers."""
    latest = {full(world, one)[-1].name: one for one in exist(world) if full(world, one)}
    found = {one: {} for name, one in latest.items() if world.held_as(name).record.get("depth") == "coded"}
    for (authority, theme), looks in world.looks.items():
        for look in looks:
            if look.inspection in latest and authority in found:
                found[authority][theme] = by_hand.balance(look.codes)
    return found
