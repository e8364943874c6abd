"""The method in plain words: the text and tables of the page that answers "how do you know?"."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from analysis import citations, english, naming
from analysis.about.agreement import agreement, agreement_on_recommendations
from analysis.about.sources import note_tables, source_tables
from analysis.frameworks import compared_kind
from analysis.grades.published import crosswalk
from analysis.look_up import each
from analysis.themes.recurrence import STATUS_LABELS, STATUSES
from loaders import Dataset, kept

WHAT = """This dashboard compares how Ofsted judged the children's services of local authorities over time. It reports
Ofsted's judgements and adds no score of its own. Voices are kept apart everywhere: what **Ofsted said**, what is counted
from it, what **the council reported**, and **our reading**, by a rule that is published on this page."""

FRAMEWORKS = """Ofsted has inspected under different frameworks, each with judgements and grade words of its own. The
words are kept as published. One table, below, says which judgement falls into which common column and how well it
fits there. A grade is called better or worse than an earlier one only where both ask the same question (fit: same).

*Adequate*, used until 2013, and *Requires improvement*, used since, both stand third of four. They are not the same
thing and are never called the same."""

CODING = """Each numbered paragraph of a report carries one to four codes. A code is a theme and a verdict: strength,
mixed or concern. A machine helped to read the reports, with one codebook and the same instructions. Most were read once, and each says so. Of the reports in the table below there are two passes, and neither saw
the other. Where a record rests on both, a third reading settled every difference, with a reason. Of the other reports the second
pass only measures agreement, and the first stands. Both passes are kept with the data. Others then compared summaries, quotes
and links with their paragraphs once more, and mended what said more or less than is printed. In 200 paragraphs drawn and read after that, two summaries said
something else than the report, and 14 had a small slip; no verdict was plainly wrong.

Cohen's kappa says how far the two passes agree beyond chance: 1 is always, 0 is no more than chance. It shows whether two
readers use the codebook in the same way. It does not show whether they are right. Two passes by the same kind of reader are likely to
agree more than two people would."""

COMPARING = """Authorities are compared on their full inspections under {kind}, the kind of full inspection since
{since}. Earlier ones judged other things. The grades of all authorities come from Ofsted's own statistics file;
where a report was read here, its record stands, and we check the two against each other.

Inspections count by one of two bases, and each page says which: **the day the inspection began**, as Ofsted's statistics
count, or **the day its report was published**, which is what anyone could know then. Without a chosen day, a comparison
stands at the day of the data; you can also choose the last day to which the list of every authority in it is complete. Authorities that no longer exist are kept but not
counted. An authority without a full inspection by a day is shown as such, never left out.

Before 2023 children in care and care leavers had one grade together. It stands under children in care, is compared only
with another grade of the same kind, and is never copied to care leavers. Since 1 April 2026 there is no overall judgement, and none is worked
out here.

Authorities stand in order of name, or of nearness, never of grade. No one is ranked by small differences. Statistical neighbours
are those of the Department for Education's tool. How long an authority may wait for its next inspection is an estimate. It
looks at past gaps that were longer than the wait so far, and gives the range in which eight in ten of them fell. Waits that
have not ended are not in it. A time of more than half a year in which no full inspection began anywhere in England, as in
the pandemic, is not counted."""

RECURRENCE = """A theme's status follows from the inspections that looked at it, one authority at a time:

1. Used are the inspections read paragraph by paragraph. Known inspections without codes are gaps: they never break
   a run, and every sentence names them.
2. The evidence is how often a paragraph calls the theme a strength, mixed or a concern, and whether Ofsted asked for it
   in a recommendation. Paragraphs that only sum up others do not count.
3. A full inspection looks at a theme whole. A visit does so only for the area it was about.
4. A theme is weak in an inspection if concerns outnumber strengths, strong if there is no concern and strengths
   outnumber mixed, and mixed otherwise. Numbers are never compared between inspections.
5. A theme is raised if Ofsted asked the authority, or a part of it, for it, or if it is weak.
6. A narrow look counts only if it raised the theme. It can keep a concern alive; it cannot close one.
7. A status is a close call if leaving out one code, or moving one by one step, would change it."""

THEMES_OF_ENGLAND = """One inspection is the unit, never the paragraph. Counted is how many reports are weak, mixed or strong on a theme,
by the rule above, or do not cover it. A theme that is not covered is no strength. No authority is ranked by themes.

1. The base is always told, as in 54 of 153. By grade, framework, region or time a share is shown only where ten reports or more
   were read.
2. Latest means the full inspection on which an authority stands on the day. Most reports were read once, and pages say so.
3. Times are told apart by the year in which the inspection began. A framework that changes parts them, as other questions were asked.
4. Turned round is a theme that was weak and is strong at the next look that counts. Slipped is the other way. Both reports' words
   stand beside it.
5. A paragraph has one quote. It is shown for a theme only where that theme is the main one and all others in the paragraph
   have the same verdict. Elsewhere our summary stands, and says that it is in our words.
6. What Ofsted asks for is counted alike: how many full inspections asked for a theme as a main one. Single inspections asked for
   about three times as many things as today's do, so the two are never one line."""

THREADS = """For each recommendation, every later inspection that was read paragraph by paragraph is asked what it says:

1. The main themes of a recommendation, one or two, are what is to get better.
2. Later is an inspection that began after the recommendation was published: no one can act before.
3. That a later recommendation returns to an earlier one was decided by two readings, with a reason. A link stands only
   where both saw it. A shared theme is not a shared matter.
4. The reading is *asked again*, or *asked again in part*, where there is such a link. Else it follows from the
   paragraphs on the main themes, and on the very matter: *met*, *partly met* (one of several things asked), or *still
   true*. It is then *still a concern*, *mixed*, *positive* (a full
   inspection), *good signs* (a visit), or *not looked at*.
5. Of two main themes the worse reading holds.
6. What the council reported stands beside it, with its date, and never changes a reading. We never say that a matter is
   done with."""

ERRORS = """Found a mistake? Open an issue where this project is kept, or correct the record and propose the change: each
record is one text file, named after its inspection. Say which paragraph you mean, so that it can be looked up."""

SOURCES = """Every quote was looked up in its source by machine, letter for letter. No report is reprinted here: the
quotes are short, and the summaries are in our own words."""

OPEN_DATA = f"""Everything here can be taken away: [the list of tables](data/), the [whole data set as a workbook](data/dataset.xlsx),
[every column explained](data/schema.json). {citations.OPEN_DATA}

In Excel or Power BI: Data, Get data, From web, then the address of a table, for instance this dashboard's address followed
by `data/grades.csv?authority=York`. The README of the project has the lines for Power Query's own editor."""

ANCHORS = {"Glossary": "glossary"}
"""Sections that other pages link to."""


def sections(ds: Dataset, safe: Callable[[str], str] = str) -> list[tuple[str, str]]:
    """Heading and text (markdown) of each section, in order. ``safe``: what is done to words of the data before they stand there."""
    compared = compared_kind(ds)
    return [
        ("What this is", WHAT + f"\n\nThe data stands at {english.day(ds.as_at)}."),
        ("Frameworks and grades", FRAMEWORKS),
        ("How paragraphs are coded", CODING),
        (
            "How authorities are compared",
            COMPARING.format(kind=safe(compared.name), since=english.day(compared.since, "month")),
        ),
        ("When a theme counts as coming back", RECURRENCE),
        ("How themes are counted over England", THEMES_OF_ENGLAND),
        ("What became of a recommendation", THREADS),
        ("Sources", SOURCES),
        ("Where sources disagree or are silent", "These are shown, not settled in silence."),
        ("Glossary", "Terms that reports and this dashboard use."),
        ("Open data", OPEN_DATA),
        ("Report an error", ERRORS),
        ("Version", f"Data {ds.fingerprint}, as at {english.day(ds.as_at)}."),
    ]


@kept
def tables(ds: Dataset, heading: str) -> list[tuple[str, pd.DataFrame]]:
    """Caption and rows of the tables of a section."""
    makers = {
        "Frameworks and grades": _framework_tables,
        "How paragraphs are coded": _coding_tables,
        "When a theme counts as coming back": _status_tables,
        "Sources": source_tables,
        "Where sources disagree or are silent": note_tables,
        "Glossary": _glossary_tables,
        "What became of a recommendation": _reading_tables,
    }
    return makers[heading](ds) if heading in makers else []


def _framework_tables(ds: Dataset) -> list[tuple[str, pd.DataFrame]]:
    no_grade = ds.no_grade[["label", "meaning"]].set_axis(["Where there is no grade", "What it means"], axis=1)
    return [("The crosswalk: each judgement of each framework", crosswalk(ds)), ("Five kinds of no grade", no_grade)]


def _coding_tables(ds: Dataset) -> list[tuple[str, pd.DataFrame]]:
    table, asked = agreement(ds), agreement_on_recommendations(ds)
    shown = pd.DataFrame(
        {
            "Report": _labels(ds, table),
            "Paragraphs": table["paragraphs"],
            "Codes, first pass": table["first"],
            "Codes, second pass": table["second"],
            "Agreement on themes (kappa)": table["theme_kappa"].map("{:.2f}".format),
            "Agreement on verdicts (kappa)": table["verdict_kappa"].map("{:.2f}".format),
            "Differences settled": table["settled"],
        }
    )
    of_recommendations = pd.DataFrame(
        {
            "Report": _labels(ds, asked),
            "Recommendations": asked["recommendations"],
            "Agreement on main themes (kappa)": asked["primary_kappa"].map("{:.2f}".format),
        }
    )
    themes = ds.themes[["label", "group_label", "definition"]].set_axis(["Theme", "Group", "What it covers"], axis=1)
    rules = ds.coding_rules.set_axis(["Rules of the codebook"], axis=1)
    return [
        ("Agreement of the two passes on paragraphs", shown),
        ("Agreement of the two passes on what was asked", of_recommendations),
        (f"The {len(themes)} themes of the codebook", themes),
        ("Rules for coding", rules),
    ]


def _labels(ds: Dataset, table: pd.DataFrame) -> list[str]:
    return [name if name == "all reports" else naming.inspection_label(ds, name) for name in table["inspection"]]


def _status_tables(ds: Dataset) -> list[tuple[str, pd.DataFrame]]:
    return [
        (
            "The statuses, first match wins",
            pd.DataFrame({"Status": [STATUS_LABELS[name] for name in STATUSES], "When": list(STATUSES.values())}),
        )
    ]


def _glossary_tables(ds: Dataset) -> list[tuple[str, pd.DataFrame]]:
    terms = ds.glossary
    names = terms["term"] + terms["short"].map(lambda short: f" ({short})" if isinstance(short, str) else "")
    return [
        ("Glossary", pd.DataFrame({"Term": names, "What it means": terms["meaning"], "Also called": terms["also"]}))
    ]


def _reading_tables(ds: Dataset) -> list[tuple[str, pd.DataFrame]]:
    links = ds.links
    shown = pd.DataFrame(
        {
            "Later recommendation": [
                f"{naming.inspection_label(ds, row.inspection)}, {row.recommendation}" for row in each(links)
            ],
            "Returns to": [
                f"{naming.inspection_label(ds, row.earlier_inspection)}, {row.earlier_recommendation}"
                for row in each(links)
            ],
            "How far": links["extent"],
            "On what basis": links["basis"],
            "Why": links["why"],
        }
    )
    return [("Recommendations that return to earlier ones", shown)]
