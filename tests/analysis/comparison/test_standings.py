"""Where authorities stand: as Ofsted published, on both bases, with states of their own."""

import dataclasses

import pandas as pd

from analysis.authority.overview import story
from analysis.comparison.sentences import (
    basis_sentence,
    compare_sentence,
    later_sentence,
)
from analysis.comparison.standings import (
    BEGUN,
    COMPLETE,
    PUBLISHED,
    Comparison,
    compared,
    complete_to,
    counts,
    counts_over_time,
    england,
    later_held,
    standings,
    states,
    successors,
)
from analysis.comparison.transitions import (
    transitions,
)
from analysis.england.sentences import england_sentence
from analysis.frameworks import no_longer_judged_since
from analysis.known import short_lists
from analysis.selection import Selection
from loaders import Dataset

LAST = pd.Timestamp("2025-03-31")


def said(ds: Dataset, selection: Selection, group: str, strand: str = "overall", basis: str = BEGUN) -> str:
    comparison = compared(ds, selection, group, strand, basis, COMPLETE, selection.as_at or LAST)
    return compare_sentence(ds, comparison, standings(ds, comparison), states(ds))


def test_england_stands_as_ofsted_published_on_its_basis(ds):
    found = counts(ds, england(ds, "overall", LAST, BEGUN))
    assert found.to_dict() == {"outstanding": 36, "good": 67, "requires_improvement": 31, "inadequate": 19}
    sentence = england_sentence(ds, england(ds, "overall", LAST), found, states(ds))
    assert (
        sentence
        == "As at 31 March 2025, of 153 authorities 36 are judged Outstanding overall, 67 Good, 31 Requires improvement to be good and 19 Inadequate."
    )


def test_counted_by_publication_the_same_day_looks_different(ds):
    found = counts(ds, england(ds, "overall", LAST, PUBLISHED))
    assert found.to_dict() == {"outstanding": 33, "good": 67, "requires_improvement": 34, "inadequate": 19}


def test_without_a_chosen_day_england_stands_at_the_day_of_the_box_and_says_which_lists_end_before(ds):
    ended = ds.authorities["reports_checked"].where(ds.authorities["region"] != "London")
    ds = dataclasses.replace(ds, authorities=ds.authorities.assign(reports_checked=ended))
    comparison = england(ds, "overall", None)
    assert comparison.day == ds.as_at
    assert comparison.basis == PUBLISHED
    short = short_lists(ds, comparison.authorities, comparison.day)
    assert 0 < len(short) < 153
    assert (
        f"For {len(short)} of these authorities, marked †, full inspections are listed only to 31 March 2025"
        in basis_sentence(ds, comparison, short)
    )
    complete = england(ds, "overall", None, BEGUN, COMPLETE)
    assert complete.day == complete_to(ds, complete.authorities) == ds.statistics_as_at == LAST
    assert short_lists(ds, complete.authorities, complete.day).empty


def test_none_yet_is_a_state_of_its_own_and_authorities_that_are_gone_do_not_count(ds):
    for day in ("2018-01-01", "2019-03-31", "2022-12-31", "2025-03-31"):
        found = counts(ds, england(ds, "overall", pd.Timestamp(day)))
        assert found.sum() == 153
    assert counts(ds, england(ds, "overall", pd.Timestamp("2018-01-01"))).to_dict() == {"none_yet": 153}
    assert not {"bournemouth", "cumbria", "northamptonshire"} & set(england(ds, "overall", None).authorities)


def test_care_leavers_judged_together_before_2023_are_no_grade_of_their_own(file):
    found = counts(file, england(file, "care_leavers", LAST, BEGUN))
    assert found["judged_together"] == 50
    assert found.drop("judged_together").sum() == 103


def test_the_era_without_an_overall_judgement_is_told_apart(ds):
    """An inspection of May 2026 has no overall grade: it is neither kept back nor made up."""
    assert no_longer_judged_since(ds, "overall") == pd.Timestamp("2026-04-01")
    row = ds.inspections[ds.inspections["inspection"] == "york/2025-ilacs"]
    new = row.assign(
        inspection="york/2026-ilacs",
        framework="ilacs_2026",
        start=pd.Timestamp("2026-05-11"),
        published=pd.Timestamp("2026-06-20"),
    )
    grades = ds.grades[(ds.grades["inspection"] == "york/2025-ilacs") & (ds.grades["strand"] != "overall")]
    later = dataclasses.replace(
        ds,
        inspections=pd.concat([ds.inspections, new]),
        grades=pd.concat(
            [
                ds.grades,
                grades.assign(inspection="york/2026-ilacs", framework="ilacs_2026", start=pd.Timestamp("2026-05-11")),
            ]
        ),
    )
    day = pd.Timestamp("2026-07-01")
    overall = standings(later, Comparison(("york",), "york", "itself", "overall", day)).iloc[0]
    assert overall["state"] == "not_in_framework"
    assert standings(later, Comparison(("york",), "york", "itself", "leaders", day)).iloc[0]["state"] == "outstanding"
    assert "no grade of its own overall" in said(later, Selection(("york",), day), "chosen")
    moves = transitions(later, Comparison(("york",), "york", "itself", "overall", day))
    assert list(moves["move"]) == ["up", "no grade"]


def test_the_years_add_up(ds):
    table = counts_over_time(ds, england(ds, "overall", LAST, BEGUN))
    assert set(table.groupby("day")["authorities"].sum()) == {153}
    assert table["day"].iloc[-1] == LAST


def test_others_stand_in_the_order_of_nearness_and_of_names_never_of_grades(ds):
    neighbours = compared(ds, Selection(("york",)), "neighbours", "overall").authorities
    assert neighbours[:3] == ("york", "gloucestershire", "bath-and-north-east-somerset")
    region = compared(ds, Selection(("york",)), "region", "overall").authorities
    names = ds.authorities.set_index("authority")["name"]
    assert [names[a] for a in region[1:]] == sorted(names[a] for a in region[1:])


def test_newer_reports_that_do_not_count_are_named_and_can_be_counted(ds):
    bradford = Selection(("bradford",))
    then = compared(ds, bradford, "neighbours", "overall", BEGUN, day=LAST)
    later = later_held(ds, then, ds.as_at)
    words = later_sentence(ds, then, later)
    assert then.day == LAST
    assert "The newest of Bradford, the inspection of January 2026: Requires improvement to be good overall" in words
    now = compared(ds, bradford, "neighbours", "overall")
    assert now.day == ds.as_at
    assert later_held(ds, now, ds.as_at).empty
    assert standings(ds, now).iloc[0]["grade"] == "requires_improvement"
    assert standings(ds, then).iloc[0]["grade"] == "inadequate"


def test_an_authority_that_is_gone_has_successors_and_no_next_inspection(ds):
    gone = compared(ds, Selection(("cumbria",)), "region", "overall")
    assert successors(ds, "cumbria") == ["cumberland", "westmorland-and-furness"]
    assert successors(ds, "york") is None
    assert "Next full inspection likely" not in [fact.label for fact in story(ds, "cumbria").facts]
    assert gone.group == "itself and the 24 authorities of the North West"
    alone = compared(ds, Selection(("cumbria",)), "neighbours", "overall")
    said = compare_sentence(ds, alone, standings(ds, alone), states(ds))
    assert said.startswith("Cumbria no longer exists. When it was last inspected, in September 2022, it was judged "), (
        "never as if it stood today"
    )
