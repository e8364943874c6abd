"""Themes are suggested for what a recommendation says, in words that no report uses, and not for what it only sounds like."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import DATA, load
from loaders.records import reading as records
from loaders.reports.suggest import CERTAINTIES, suggest_themes
from tests.builders import replace, small_data

READ = records.read_records(DATA)
LISTS = READ.vocabulary["theme_words"]
THEMES = {theme.id for theme in READ.vocabulary["themes"].themes}


def suggested(text: str) -> dict[str, tuple[str, bool]]:
    """Certainty and primary of each theme suggested."""
    return {one.theme: (one.certainty, one.primary) for one in suggest_themes(text, LISTS)}


def primary(text: str) -> list[str]:
    return [one.theme for one in suggest_themes(text, LISTS) if one.primary]


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("Answer the telephone at the front door within a minute.", ["front_door"]),
        ("Open a second family hub before the winter.", ["early_help"]),
        ("Hold each core group on the day it was booked for.", ["child_protection"]),
        ("Spot neglect on the first visit, not the tenth.", ["neglect_and_cumulative_harm", "direct_work"]),
        ("Invite MARAC's chair to the morning huddle.", ["domestic_abuse"]),
        ("Map where county lines recruit after dark.", ["exploitation"]),
        ("Ring every teenager who has gone missing within a day of the return.", ["missing_children"]),
        ("Never send homeless teenagers to a hostel.", ["homelessness_16_17"]),
        ("Know each pupil on a reduced timetable by name.", ["education_access"]),
        ("Tell parents what counts as private fostering.", ["private_fostering"]),
        ("Log what the LADO decided before lunch.", ["allegations"]),
        ("Offer more short breaks in August.", ["disabled_children"]),
        ("Staff the emergency duty desk on bank holidays.", ["out_of_hours"]),
        ("Post each letter before proceedings on a Monday.", ["court_and_pre_proceedings"]),
        ("Give health visitors a seat at the table.", ["health_agencies"]),
        ("Find adopters sooner for babies.", ["permanence"]),
        ("Open two children's homes by the sea.", ["placements"]),
        ("Move nobody into an unregistered flat.", ["unregistered_homes"]),
        ("Book the dentist for every toddler.", ["health"]),
        ("Halve the queue for CAMHS.", ["emotional_health"]),
        ("Let the virtual school buy laptops.", ["education_in_care"]),
        ("Let brothers and sisters meet on Sundays.", ["identity_and_family"]),
        ("Greet unaccompanied teenagers in Kurdish.", ["unaccompanied_children"]),
        ("Rewrite pathway plans with the young adult beside you.", ["pathway_planning"]),
        ("Mend the boilers in supported lodgings.", ["care_leaver_accommodation"]),
        ("Double the apprenticeships at the depot.", ["care_leaver_eet"]),
        ("Print the local offer on one side of paper.", ["local_offer"]),
        ("Type up case notes before going home.", ["recording"]),
        ("Finish assessments before the leaves fall.", ["assessments"]),
        ("Shorten safety plans to one page.", ["plans"]),
        ("Spend an hour of direct work with each child.", ["direct_work"]),
        ("Pay for more advocates.", ["childrens_voice"]),
        ("Hold supervision every second Tuesday.", ["supervision"]),
        ("Double the number of independent reviewing officers.", ["management_oversight"]),
        ("Settle on signs of safety in every office.", ["practice_model"]),
        ("Keep one director for longer than a summer.", ["leadership"]),
        ("Teach councillors what to ask.", ["corporate_parenting"]),
        ("Revive the local safeguarding children board.", ["partnerships"]),
        ("Audit ten files a week.", ["quality_assurance"]),
        ("Cut caseloads to fifteen.", ["workforce"]),
        ("Hire an interpreter for Romani speakers.", ["equality_and_diversity"]),
        ("Double the budget for bus fares.", ["resources"]),
    ],
)
def test_what_is_named_is_suggested_and_primary(text, themes):
    assert primary(text) == themes


def test_every_theme_is_tried():
    marks = test_what_is_named_is_suggested_and_primary.pytestmark[0].args[1]
    assert {theme for _, themes in marks for theme in themes} == THEMES


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Rewrite pathway plans in large print.", "plans"),
        ("Book initial health assessments by text message.", "assessments"),
        ("Finish the assessment in every case of private fostering.", "assessments"),
        ("Post the action plan on the website.", "plans"),
        ("Widen further education and employment.", "education_in_care"),
        ("Bring back pupils missing from education.", "missing_children"),
        ("Apply for a supervision order by Friday.", "supervision"),
        ("Describe mental health in plain words.", "health"),
        ("Help children in care with their sums.", "placements"),
        ("Keep a manageable diary.", "management_oversight"),
        ("Leave the last word to the children.", "pathway_planning"),
        ("Senior managers must ensure that dentists call.", "leadership"),
        ("Send a card to each toddler.", "disabled_children"),
        ("Repair the mast on the town hall's roof.", "front_door"),
    ],
)
def test_what_only_sounds_like_a_theme_is_not_suggested(text, never):
    assert never not in suggested(text)


@pytest.mark.parametrize("text", ["", "   ", "Mend the roof.", "Thank you!", "1234 …", "Ώρα 🙂", "(Outcome 3, national framework)"])
def test_nothing_is_suggested_where_nothing_is_named(text):
    assert suggest_themes(text, LISTS) == []


def test_the_longest_phrase_takes_its_words():
    assert set(suggested("Print pathway plans and care plans.")) == {"pathway_planning", "plans"}
    assert set(suggested("Print pathway plans.")) == {"pathway_planning"}


def test_a_purpose_is_less_sure_and_never_primary():
    assert suggested("Hire more advocates, so that plans make sense.") == {"childrens_voice": ("sure", True), "plans": ("likely", False)}


def test_a_purpose_counts_in_full_where_nothing_stands_before_it():
    assert suggested("Work with colleagues to ensure that adoption is quick.") == {"permanence": ("sure", True)}


def test_a_detail_is_sure_but_not_primary():
    assert suggested("Shorten supervision, including case notes.") == {"supervision": ("sure", True), "recording": ("sure", False)}


def test_what_is_left_out_is_not_read_until_the_next_comma():
    assert suggested("Print all plans other than pathway plans, and mend supervision.") == {
        "plans": ("sure", True),
        "supervision": ("sure", True),
    }


def test_a_printed_tag_is_not_read():
    assert set(suggested("Print all plans. (Enabler two: the workforce is equipped, national framework)")) == {"plans"}


def test_a_vague_word_counts_only_where_nothing_is_named():
    assert suggested("Be kinder to care leavers.") == {"pathway_planning": ("likely", True)}
    assert set(suggested("Double the apprenticeships for care leavers.")) == {"care_leaver_eet"}


def test_no_more_than_two_are_primary():
    assert primary("Improve adoption, supervision, audits, plans and caseloads.") == ["permanence", "supervision"]


def test_a_phrase_ends_with_its_sentence():
    assert "childrens_voice" not in suggested("Wash the independent. Visitor cards are blue.")


@pytest.mark.parametrize("entry", LISTS.themes, ids=lambda entry: entry.theme)
def test_each_listed_phrase_leads_to_its_theme(entry):
    for phrase in entry.names + entry.hints + entry.otherwise:
        text = phrase.replace("=", "").replace("…", "very")
        assert suggest_themes(text, LISTS)[0].theme == entry.theme, phrase


@settings(deadline=None)
@given(st.text() | st.lists(st.sampled_from([p for e in LISTS.themes for p in e.names] + [". ", ",", "so that", "(", ")"])).map(" ".join))
def test_any_text_is_read(text):
    found = suggest_themes(text, LISTS)
    printed = " ".join(text.split())
    assert len({one.theme for one in found}) == len(found)
    assert {one.theme for one in found} <= THEMES
    assert {one.certainty for one in found} <= set(CERTAINTIES)
    assert sum(one.primary for one in found) <= 2
    assert all(one.phrase in printed for one in found)
    assert bool(found) == any(one.primary for one in found)


def test_no_rule_chart_or_export_knows_suggestions():
    for layer in ("analysis", "exhibits", "exports"):
        for path in (DATA.parent / layer).rglob("*.py"):
            assert not re.search(r"loaders\.reports|suggest_themes", path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize(
    ("old", "new", "field", "message"),
    [
        (
            "  - theme: supervision\n",
            "  - theme: supervison\n",
            "themes[32].theme",
            "found 'supervison'; not a theme of the codebook. Did you",
        ),
        (
            "      - supervisor\n",
            "      - virtual schools\n",
            "themes[32].names[6]",
            "the same phrase as 'virtual school' of 'education_in_care'.",
        ),
        (
            "      - supervisor\n",
            "      - action plans\n",
            "themes[32].names[6]",
            "the same phrase as 'action plan' of set_aside. Keep one.",
        ),
        ("      - supervisor\n", "      - '=?'\n", "themes[32].names[6]", "string should match pattern"),
        ("      - supervisor\n", "      - αβγ\n", "themes[32].names[6]", "string should match pattern"),
    ],
)
def test_a_mistake_in_the_lists_is_named_with_its_line(tmp_path, old, new, field, message):
    data = small_data(tmp_path)
    lists = data / "theme_words.yaml"
    line = lists.read_text(encoding="utf-8").partition(old)[0].count("\n") + 1
    replace(lists, old, new)
    ds = load(data)
    found = ds.problems[ds.problems["field"] == field].iloc[0]
    assert (found["file"], found["line"], found["severity"]) == ("data/theme_words.yaml", line, "error")
    assert message in found["message"]
    assert len(ds.inspections) == 1, "the records do not depend on it"
