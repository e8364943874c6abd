"""What pages count and say, for every authority: against the same worked out by plain loops over the files, and against itself.

One file, so that one process works out once what these tests ask of the same data.
"""

from collections import Counter
from itertools import pairwise

import pytest

from analysis import naming
from analysis.about.agreement import agreement, agreement_on_recommendations
from analysis.authority.overview import story
from analysis.authority.questions import GRADES, committee_questions
from analysis.comparison.sentences import compare_sentence
from analysis.comparison.standings import compared, counts, england, standings, states
from analysis.england.asked import inspections_read, times_asked
from analysis.england.reconciliation import agrees, reconciliation
from analysis.england.reports_read import latest_read
from analysis.england.turned_round import turned_by_theme
from analysis.frameworks import compared_kind, strands
from analysis.grades.comparability import moves, strand_cells
from analysis.known import known_inspections
from analysis.recommendations.thread_rule import recommendation_headlines
from analysis.selection import Selection
from analysis.themes.recurrence import theme_recurrence
from analysis.themes.shares import theme_shares
from tests.live import by_hand


@pytest.fixture(scope="module")
def files(world):
    """The files of the folder, read by hand."""
    return world.files


@pytest.fixture(scope="module")
def looks(world):
    """Every look at a theme, by hand."""
    return world.looks


@pytest.fixture(scope="module")
def latest(ds, files):
    """The latest full inspection of each authority of today, by hand."""
    current = set(ds.authorities.loc[ds.authorities["status"] == "current", "authority"])
    found = by_hand.latest_full(files, compared_kind(ds).kind)
    return {authority: name for authority, name in found.items() if authority in current}


def test_the_status_of_every_theme_of_every_authority(ds, files, looks):
    """Themes and Overview: status, looks that count, the last of them, who asked, close calls."""
    for authority in ds.authorities["authority"]:
        for row in theme_recurrence(ds, authority).itertuples():
            seen = looks.get((authority, row.theme), [])
            counted = by_hand.counted(seen)
            assert row.status == by_hand.status(seen), (authority, row.theme)
            assert row.inspections_counted == len(counted)
            if counted:
                assert row.last_counted == counted[-1].inspection
            assert row.asked == "; ".join(one.inspection for one in seen if one.asked)
            assert isinstance(row.close_call, str) == by_hand.is_close(seen), (authority, row.theme)


def test_the_reading_of_every_recommendation(ds, files):
    for authority in ds.authorities["authority"]:
        found = recommendation_headlines(ds, authority)
        pages = dict(zip(zip(found["inspection"], found["recommendation"], strict=True), found["reading"], strict=True))
        assert pages == by_hand.readings(files, authority), authority


def test_the_numbers_of_every_overview(ds, authorities, files, looks):
    for authority in authorities:
        shown = {fact.label: fact.value for fact in story(ds, authority).facts}
        statuses = Counter(by_hand.status(looks.get((authority, theme), [])) for theme in files.groups)
        held = [name for name in (*files.records, *files.rows) if name.startswith(f"{authority}/")]
        assert set(held) <= set(known_inspections(ds, authority)["inspection"])
        assert int(shown["Inspections and visits known"]) == len(known_inspections(ds, authority))
        if "Themes that keep coming back" in shown:
            back = statuses["recurring"] + statuses["raised_again"]
            assert shown["Themes that keep coming back"] == str(back), authority
            assert shown["Themes now praised"] == str(statuses["now_praised"]), authority
        if "Themes raised, and praised" in shown:
            raised, praised = statuses["newly_raised"], statuses["steady_strength"]
            assert shown["Themes raised, and praised"] == f"{raised} and {praised}", authority
        readings = [one for one in by_hand.readings(files, authority).values() if one != "not_looked_at"]
        if readings:
            assert shown["Recommendations read positive"] == f"{readings.count('positive')} of {len(readings)}"
        else:
            assert "Recommendations read positive" not in shown


def test_where_every_authority_stands(ds, files, latest):
    """England and Compare, on each strand."""
    for strand in strands(ds):
        by_files = {authority: by_hand.grade_on(files, name, strand) for authority, name in latest.items()}
        comparison = england(ds, strand)
        table = standings(ds, comparison).set_index("authority")
        for authority, name in latest.items():
            assert table["inspection"][authority] == name
            state = table["state"][authority]
            assert (state if state in set(ds.grade_scale["grade"]) else None) == by_files[authority], (
                authority,
                strand,
            )
        told = counts(ds, comparison)
        for grade in ds.grade_scale["grade"]:
            assert told.get(grade, 0) == list(by_files.values()).count(grade), (strand, grade)


def test_whom_compare_sets_beside_every_authority(ds, data, latest):
    with (data / "neighbours.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(by_hand.csv.DictReader(lines))
    for authority in latest:
        near = sorted((int(row["rank"]), row["neighbour"]) for row in rows if row["authority"] == authority)
        comparison = compared(ds, Selection(authorities=(authority,)), "neighbours", strands(ds)[0])
        assert comparison.authorities == (authority, *(name for _, name in near))
        table = standings(ds, comparison).set_index("authority")
        assert all(table["inspection"][name] == latest[name] for name in comparison.authorities if name in latest)


def test_the_shares_of_themes_in_the_latest_reports_of_england(ds, files, looks, latest):
    read = latest_read(ds, england(ds, strands(ds)[0]))
    coded = {name for name in latest.values() if name in files.records and files.records[name]["depth"] == "coded"}
    assert set(read["inspection"]) == coded
    table = theme_shares(ds, tuple(read["inspection"])).set_index("theme")
    for theme in files.groups:
        weights: Counter[str] = Counter()
        for (_, of), seen in looks.items():
            if of == theme:
                weights.update(by_hand.balance(one.codes) for one in seen if one.inspection in coded)
                weights["asked"] += sum(one.asked for one in seen if one.inspection in coded)
        row = table.loc[theme]
        assert [row["strong"], row["mixed"], row["weak"], row["asked"]] == [
            weights[name] for name in ("strong", "mixed", "weak", "asked")
        ], theme
        assert row["base"] == len(coded)


def test_what_england_was_asked(ds, files):
    """How many inspections asked for each theme, of all whose recommendations were read."""
    read = inspections_read(ds, england(ds, strands(ds)[0]))
    held = {
        name: record
        for name, record in files.records.items()
        if record["depth"] in ("coded", "recommendations") and by_hand.graded(files, record)
    }
    assert set(read["inspection"]) == set(held)
    told = times_asked(ds, tuple(read["inspection"]))
    for theme in files.groups:
        asked = [
            name
            for name, record in held.items()
            if any(
                theme in request["themes"]["primary"] and by_hand.own_request(files, record, request)
                for request in record.get("recommendations", [])
            )
        ]
        assert told[theme] == len(asked), theme


def test_who_turned_round_and_who_slipped(ds, files, looks, latest):
    counts: Counter[tuple[str, str, str]] = Counter()
    for (authority, theme), seen in looks.items():
        counted = by_hand.counted(seen)
        if authority in latest:
            for earlier, later in pairwise(counted):
                counts[theme, by_hand.balance(earlier.codes), by_hand.balance(later.codes)] += 1
    for row in turned_by_theme(ds, england(ds, strands(ds)[0])).itertuples():
        assert row.strong == counts[row.theme, "weak", "strong"], row.theme
        assert row.weak == counts[row.theme, "weak", "weak"], row.theme
        assert row.slipped == counts[row.theme, "strong", "weak"], row.theme


def test_every_authority_is_told(ds, authorities):
    for authority in authorities:
        comparison = compared(ds, Selection(authorities=(authority,)), "neighbours", "overall")
        assert naming.authority_name(ds, authority) in compare_sentence(
            ds, comparison, standings(ds, comparison), states(ds)
        )


def test_every_authority_whose_grade_fell_is_told_so(ds, authorities):
    """In the card, in the headline and in a question, whether a report was read or not."""
    for authority in authorities:
        table = moves(strand_cells(ds, [authority]))
        if (table["move"] == "down").any():
            told = story(ds, authority)
            assert told.fell
            assert "The grade fell since" in told.worse[0], authority
            assert " fell " in told.headline, authority
            assert committee_questions(ds, authority)["rule"].iloc[0] == "grade_fell", authority


def test_every_count_of_ofsteds_file_comes_out_of_the_records(ds):
    table = reconciliation(ds)
    assert len(table)
    assert (table["Difference"] == 0).all()
    assert agrees(ds, table) == f"All {len(table)} counts agree."


def test_every_report_that_says_so_was_read_twice(ds):
    table = agreement(ds).set_index("inspection")
    twice = ds.inspections.loc[ds.inspections["readings"] == 2, "inspection"]
    assert set(twice) <= set(table.index)
    differing = table["first"] + table["second"] - 2 * table["both"]
    assert (table["settled"] >= differing)[twice].all()
    assert (table.loc["all reports", ["theme_kappa", "verdict_kappa"]] > 0.85).all()
    assert agreement_on_recommendations(ds).set_index("inspection")["primary_kappa"]["all reports"] > 0.85


def test_a_question_for_a_committee_is_short_and_rests_on_a_paragraph(ds, authorities):
    """At most 35 words; its paragraph is held, and codes the theme where the theme alone is what it is about."""
    codes = set(zip(ds.codes["inspection"], ds.codes["paragraph"], ds.codes["theme"], strict=True))
    held = {place[:2] for place in codes}
    for authority in authorities:
        for row in committee_questions(ds, authority).itertuples():
            assert len(row.question.split()) <= 35, row.question
            if row.theme == GRADES:
                continue
            assert (row.inspection, row.paragraph) in held, row.question
            assert f"paragraph {row.paragraph}" in row.question
            if not row.rule.startswith("asked_again"):
                assert (row.inspection, row.paragraph, row.theme) in codes, (authority, row.question)
