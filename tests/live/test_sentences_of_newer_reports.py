"""What Compare says of newer reports that do not count, where it stands at an earlier day: against the files, for every authority."""

import re
from itertools import product

import pandas as pd

from analysis.comparison.sentences import later_sentence
from analysis.comparison.standings import BEGUN, COMPLETE, PUBLISHED, compared, later_held
from analysis.selection import Selection
from tests.live.careful import marked
from tests.live.histories import Held, in_words
from tests.live.reading import read_list
from tests.live.results import the_result
from tests.live.stands import full
from tests.live.test_sentences_compared import group_of
from tests.live.test_sentences_of_sources import reached
from tests.live.test_text_alternatives import day
from tests.live.world import World

NEWER = re.compile(
    r"Newer reports of (.+?) are held\. They do not count here, because not every list reaches beyond (\d+ \w+ \d{4})\."
    r"(?: The newest of (.+?), (the .+?): (.+?)\.)? To count them, set “Stand at” to the day chosen above\."
)


def newer(held: Held, stands: str, basis: str) -> bool:
    """Whether an inspection came out, or began, after the day that a comparison stands at."""
    return (str(held.record.get("published") or "") if basis == PUBLISHED else held.began) > stands


def last_complete(world: World, data, authorities: list[str]) -> str:
    """The last day to which the lists of all these authorities are complete."""
    last = max(path.stem for path in (data / "statistics").glob("*.csv"))
    to = reached(data, world)
    return min(to.get(one, last) for one in authorities)


def test_which_newer_reports_do_not_count(ds, world, data, authorities):
    said = []
    for place, (authority, group) in enumerate(product(authorities, ("neighbours", "region"))):
        basis = (PUBLISHED, BEGUN)[place // 3 % 2]
        comparison = compared(ds, Selection((authority,)), group, world.scale.compared[place % 5], basis, COMPLETE)
        everyone = group_of(world, authority, group)
        stands = f"{comparison.day:%Y-%m-%d}"
        assert stands == last_complete(world, data, list(comparison.authorities)), authority
        left = sorted((one.began, one.name) for who in comparison.authorities for one in full(world, who) if newer(one, stands, basis))  # fmt: skip
        assert set(everyone) <= set(comparison.authorities)
        later = later_held(ds, comparison, ds.as_at)
        assert sorted(later["inspection"]) == sorted(name for _, name in left), authority
        if not left:
            continue
        said.append(later_sentence(ds, comparison, later))
        the_sentence(world, authority, said[-1], stands, left, basis)
    assert marked([], said) == []
    assert said or len(authorities) < 9


def the_sentence(world: World, authority: str, text: str, stands: str, left: list[tuple[str, str]], basis: str) -> None:
    """Hold whose newer reports a sentence names, beyond which day, and what the newest of the authority itself decided."""
    names = {name: one for one, name in world.names.items()}
    told, until, name, which, words = NEWER.fullmatch(text).groups()
    assert until == day(stands), text
    whose = list(dict.fromkeys(name.partition("/")[0] for _, name in left))
    listed, more = read_list(told, names)
    assert {one for one, _ in listed} <= set(whose), text
    assert len(listed) + more == len(whose), text
    own = [one for one in full(world, authority) if newer(one, stands, basis)]
    assert bool(name) == bool(own), text
    if own:
        assert (names[name], which) == (authority, in_words(world.files, own[-1])), text
        the_result(world, words, own[-1])


def test_what_its_own_newer_report_decided(ds, world, authorities):
    """Seen from the day before its last two full inspections began, as no list of today ends before one of its own."""
    for authority in authorities[::3] if len(authorities) > 9 else authorities:
        for one in full(world, authority)[-2:]:
            seen = pd.Timestamp(one.began) - pd.Timedelta(days=1)
            comparison = compared(ds, Selection((authority,)), "neighbours", "overall", BEGUN, day=seen)
            left = sorted((held.began, held.name) for who in comparison.authorities for held in full(world, who) if newer(held, f"{seen:%Y-%m-%d}", BEGUN))  # fmt: skip
            text = later_sentence(ds, comparison, later_held(ds, comparison, ds.as_at))
            the_sentence(world, authority, text, f"{seen:%Y-%m-%d}", left, BEGUN)
