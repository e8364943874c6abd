"""Every sentence of the product has its exact words in a table: the awkward cases above all."""

from pathlib import Path

import pandas as pd
import pytest
import yaml

from analysis import citations, english, left_out_sentences, naming
from analysis.authority.overview import story
from analysis.authority.questions import committee_questions
from analysis.authority.sentences import (
    freshness_sentence,
    held_words,
    timeline_gaps,
    timeline_sentence,
    timeline_title,
)
from analysis.grades.comparability import moves, strand_cells
from analysis.grades.sentences import change_words, grades_sentence, grades_title, result_words
from analysis.recommendations.actions import progress_by_recommendation
from analysis.recommendations.sentences import plan_words, still_true_words, thread_headline
from analysis.recommendations.thread_rule import recommendation_headlines, still_true
from analysis.selection import Selection
from analysis.themes.recurrence import theme_recurrence
from analysis.themes.sentences import close_call_words
from exhibits.themes import theme_recurrence_chart
from loaders import DATA, Dataset, as_known, load
from loaders.records.reading import read_vocabulary
from tests.builders import SAMPLE, copy_vocabulary

TABLE = yaml.safe_load((Path(__file__).with_name("sentences.yaml")).read_text(encoding="utf-8"))
WORDS = {"O": "Outstanding", "G": "Good", "RI": "Requires improvement to be good", "I": "Inadequate", "A": "Adequate"}
VISITS = ("focused_visit", "jtai", "thematic", "monitoring_visit")


@pytest.fixture(scope="module")
def real() -> Dataset:
    return load(SAMPLE)


def invented(folder: Path, history: list[str]) -> Dataset:
    """A dataset of one authority from lines such as ``ilacs_2018 2019-05-13 2019-06-20 G G RI G`` (or ``listed``).

    A line ``statistics ilacs 2019-05-13 2019-06-20 G`` is of Ofsted's statistics alone.
    """
    copy_vocabulary(folder)
    if listed := [line.split()[1:] for line in history if line.startswith("statistics ")]:
        write_edition(folder, listed)
        history = [line for line in history if not line.startswith("statistics ")]
    frameworks = {framework.id: framework for framework in read_vocabulary(folder)["frameworks"].frameworks}
    for line in history:
        framework, start, published, *grades = line.split()
        kind = frameworks[framework].kind
        judgements = [judgement.id for judgement in frameworks[framework].judgements]
        record = {
            "framework": framework,
            "start": start,
            "published": None if published == "-" else published,
            "depth": "outcome",
        }
        if grades == ["listed"]:
            record["depth"] = "listed"
        else:
            record["source"] = {"file": "report.pdf"}
            record["grades"] = {
                j: "Not judged" if g == "NJ" else WORDS[g]
                for j, g in zip(judgements, grades * (len(judgements) if len(grades) == 1 else 1), strict=False)
            }
        path = folder / "inspections" / "york" / f"{start[:4]}-{kind}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump({k: v for k, v in record.items() if v is not None}), encoding="utf-8")
    (folder / "inspections").mkdir(exist_ok=True)
    ds = load(folder)
    errors = [p for p in ds.problems.itertuples() if p.severity == "error" and "holds no record" not in p.message]
    assert not errors, errors
    return ds


def write_edition(folder: Path, rows: list[list[str]]) -> None:
    """An edition of the statistics that lists these inspections of York: kind, start, publication, one grade for all."""
    about, table = (DATA / "statistics" / f"2025-03-31{suffix}" for suffix in (".yaml", ".csv"))
    header = table.read_text(encoding="utf-8").splitlines()[0]
    grades = len(header.split(",")) - 7
    lines = [
        f"york/{start[:4]}-{kind},,{start},,{published},{f',{WORDS[grade]}' * grades},"
        for kind, start, published, grade in rows
    ]
    (folder / "statistics").mkdir()
    (folder / "statistics" / about.name).write_text(about.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "statistics" / table.name).write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")


def say(ds: Dataset, case: dict) -> str:
    """The sentence that a case asks for."""
    authority = case.get("authority", "york")
    ds = as_known(ds, pd.Timestamp(case["as_at"])) if "as_at" in case else ds
    cells = strand_cells(ds, [authority])
    name = naming.authority_name(ds, authority)
    known = ds.inspections
    makers = {
        "standing": lambda: story(ds, authority).headline,
        "grades": lambda: grades_sentence(ds, name, cells),
        "grades title": lambda: grades_title(ds, name, cells),
        "change": lambda: change_words(
            ds, next(row for row in moves(cells).itertuples() if row.strand == case["strand"])
        ),
        "timeline": lambda: timeline_sentence(ds, [name], known[known["authority"] == authority]),
        "timeline title": lambda: timeline_title(ds, [name], known[known["authority"] == authority]),
        "better": lambda: " ".join(story(ds, authority).better),
        "worse": lambda: " ".join(story(ds, authority).worse),
        "lead": lambda: naming.lead_words(ds, case["inspection"]),
        "back": lambda: " ".join(story(ds, authority).back),
        "themes title": lambda: theme_recurrence_chart(ds, Selection((authority,))).title,
        "thread": lambda: thread_headline(ds, _one(recommendation_headlines(ds, authority), case)),
        "plan": lambda: plan_words(_one(progress_by_recommendation(ds, authority), case)),
        "still true": lambda: still_true_words(ds, _one(still_true(ds, authority), case)),
        "question": lambda: committee_questions(ds, authority)["question"].iloc[case["number"] - 1],
        "unknown authority": lambda: left_out_sentences.unknown_authority_sentence(case["value"], case["others"]),
        "too many": lambda: left_out_sentences.too_many_sentence(ds, case["authorities"]),
        "unknown day": lambda: left_out_sentences.unknown_day_sentence(ds, case["value"]),
        "unknown choice": lambda: left_out_sentences.unknown_choice_sentence(case["value"], case["label"]),
        "unknown parameter": lambda: left_out_sentences.unknown_parameter_sentence(case["parameter"], case["value"]),
        "too long": lambda: left_out_sentences.too_long_sentence(case["value"], case["label"]),
        "and more": lambda: left_out_sentences.and_more_sentence(case["number"]),
        "result": lambda: result_words(ds, case["inspection"]),
        "source": lambda: naming.source_name(ds, case["inspection"]),
        "citation": lambda: citations.citation(ds, case["inspection"], str(case["paragraph"])),
        "place": lambda: citations.place(ds, case["inspection"], str(case["paragraph"]), case.get("page")),
        "held": lambda: held_words(ds, known[known["authority"] == authority]),
        "held here": lambda: naming.held_here(ds, case["inspection"]),
        "freshness": lambda: freshness_sentence(ds, tuple(case.get("authorities", [authority]))),
        "gaps of the timeline": lambda: timeline_gaps(known[known["authority"] == authority]),
        "dates": lambda: english.dates(naming.inspection_row(ds, case["inspection"])),
        "status": lambda: theme_recurrence(ds, authority).set_index("theme")["status_label"][case["theme"]],
        "close call": lambda: close_call_words(
            ds, theme_recurrence(ds, authority).set_index("theme")["close_call"][case["theme"]]
        ),
    }
    return makers[case["say"]]()


def _one(frame: pd.DataFrame, case: dict):
    return next(
        frame[
            (frame["inspection"] == case["inspection"]) & (frame["recommendation"] == case["recommendation"])
        ].itertuples()
    )


@pytest.mark.parametrize("case", TABLE, ids=[case["case"] for case in TABLE])
def test_the_exact_words(case, real, tmp_path):
    ds = invented(tmp_path / "data", case["history"]) if "history" in case else real
    assert say(ds, case) == case["words"]


def test_the_table_is_long_enough_and_each_case_has_its_own_name():
    assert len(TABLE) >= 40
    assert len({case["case"] for case in TABLE}) == len(TABLE)


@pytest.mark.parametrize("authority", ["york", "north-yorkshire"])
@pytest.mark.parametrize("as_at", ["2012-06-01", "2017-12-31", "2022-12-31", "2023-12-31", None])
def test_questions_keep_their_form(real, authority, as_at):
    questions = committee_questions(as_known(real, pd.Timestamp(as_at)) if as_at else real, authority)
    assert len(questions) <= 8
    assert questions["theme"].is_unique
    order = list(real.question_rules["rule"])
    assert list(questions["rule"]) == sorted(questions["rule"], key=order.index)
    for row in questions.itertuples():
        assert len(row.question.split()) <= 35
        assert row.question.endswith("?")
        asked = row.question.rsplit("). ", 1)[-1].rsplit("; it answers", 1)[-1]
        assert asked.startswith(("What ", "How ", "Which ", "Who ", "When ")) or ". What" in asked
        assert row.theme == "grades" if pd.isna(row.paragraph) else f"paragraph {row.paragraph}" in row.question
        assert not pd.isna(row.date)
        assert row.ask
