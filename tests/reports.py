"""A small England in a test: reports that were read, a paragraph for each code."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml

from loaders import DATA, Dataset, load
from tests.builders import copy_vocabulary, replace, write

WORDS = {"O": "Outstanding", "G": "Good", "RI": "Requires improvement to be good", "I": "Inadequate"}
VERDICTS = {"+": "strength", "±": "mixed", "-": "concern"}
FRAMEWORKS = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in (DATA / "frameworks").glob("ilacs_*.yaml")
}

GOOD = ["bath-and-north-east-somerset", "bournemouth-christchurch-and-poole", "bristol", "cornwall", "devon", "dorset", "gloucestershire", "north-somerset", "plymouth", "somerset", "south-gloucestershire"]  # fmt: skip
RI = ["barnsley", "bradford", "calderdale", "doncaster", "east-riding-of-yorkshire", "kingston-upon-hull", "kirklees", "leeds", "north-east-lincolnshire", "north-lincolnshire"]  # fmt: skip
NEAREST, SECOND = NEIGHBOURS = ["gloucestershire", "bath-and-north-east-somerset"]
"""The two nearest statistical neighbours of York, in the repository's list."""
SOUTH = ["cornwall", "devon", "dorset", "somerset", "plymouth", "torbay", "swindon", "wiltshire", "bristol", "north-somerset"]  # fmt: skip


def report(
    data: Path,
    authority: str,
    start: str,
    grade: str,
    codes: Mapping[str, str],
    asked: tuple[str, ...] = (),
    **more: object,
) -> str:
    """Write the record of one full inspection that was read, and return its id.

    ``codes``: theme and signs, a paragraph each (``{"supervision": "--+"}``); ``asked``: themes of its recommendations.
    """
    framework = "ilacs_2018" if start < "2023" else "ilacs_2023" if start < "2026-04" else "ilacs_2026"
    findings = [
        {
            "paragraph": str(number),
            "section": "Leaders",
            "summary": f"What {authority} does about {theme.replace('_', ' ')}, seen {number} times.",
            "quote": f"{authority} {start[:4]} {theme} is {VERDICTS[sign]} number {number}",
            "codes": {theme: VERDICTS[sign]},
            "page": number,
        }
        for number, (theme, sign) in enumerate(((t, s) for t, signs in codes.items() for s in signs), start=1)
    ]
    judgements = [judgement["id"] for judgement in FRAMEWORKS[framework]["judgements"]]
    record = {
        "framework": framework,
        "depth": "coded",
        "start": start,
        "published": f"{start[:8]}28",
        "source": {"file": "report.txt", "url": f"https://files.ofsted.gov.uk/{authority}-{start}"},
        "counts": {"recommendations": len(asked)},
        "grades": dict.fromkeys(judgements, WORDS[grade]),
        "recommendations": [
            {"id": f"R{n}", "summary": f"Better {t}.", "quote": f"The quality of {t}.", "themes": {"primary": [t]}}
            for n, t in enumerate(asked, start=1)
        ],
        "findings": findings,
        "readings": 1,
        **more,
    }
    path = f"inspections/{authority}/{start[:4]}-ilacs.yaml"
    write(data / path, yaml.safe_dump(record, allow_unicode=True, sort_keys=False))
    return f"{authority}/{start[:4]}-ilacs"


def loaded(data: Path) -> Dataset:
    """Load it; every record must be sound."""
    copy_vocabulary(data)
    ds = load(data)
    assert ds.problems.empty, ds.problems[["file", "message"]].to_string()
    return ds


def england_by_grade(data: Path) -> Dataset:
    """Eleven authorities of the South West that are Good, ten of Yorkshire that require improvement, and one of London."""
    for number, authority in enumerate(GOOD):
        supervision = "--+" if number < 2 else "+++"
        report(data, authority, "2024-03-04", "G", {"supervision": supervision, "plans": "+" if number else "±"})
    for number, authority in enumerate(RI):
        report(data, authority, "2023-05-01", "RI", {"supervision": "-" * (number + 1)}, asked=("supervision",))
    report(data, "leeds", "2019-05-06", "I", {"plans": "----"})
    report(data, "camden", "2024-06-03", "I", {"recording": "-", "plans": "-"}, readings=2)
    readings = "paragraph,theme,first,second,settled,reason\n1,recording,concern,concern,concern,\n2,plans,concern,concern,concern,\n"
    write(data / "codings" / "camden" / "2024-ilacs.csv", readings)
    return loaded(data)


def england_twice(data: Path) -> Dataset:
    """York, weak on supervision twice; two neighbours, Leeds of its region and Cornwall, which turned it round or slipped."""
    report(data, "york", "2019-05-06", "RI", {"supervision": "--"})
    report(data, "york", "2024-05-06", "RI", {"supervision": "-"})
    for authority in ("leeds", NEIGHBOURS[1]):
        report(data, authority, "2019-06-03", "RI", {"supervision": "--", "plans": "+"})
        report(data, authority, "2024-06-03", "G", {"supervision": "++", "plans": "-"})
    report(data, NEIGHBOURS[0], "2019-06-03", "RI", {"supervision": "-"})
    report(data, NEIGHBOURS[0], "2022-06-06", "RI", {"supervision": "±"})
    report(data, NEIGHBOURS[0], "2025-06-02", "G", {"supervision": "+"})
    for place, authority in enumerate(SOUTH):
        report(data, authority, "2019-07-01", "RI", {"supervision": "-", "plans": "-"})
        asked = ("supervision",) if authority == "cornwall" else ()
        report(data, authority, "2024-07-01", "G", {"supervision": "+" if place < 6 else "±"}, asked=asked)
    return loaded(data)


def york_beside(data: Path) -> Dataset:
    """York, two of its neighbours, Leeds of its region, Camden, and Kent, whose latest inspection was not read."""
    york = {
        "supervision": "--+",
        "plans": "++++",
        "recording": "±",
        "early_help": "+",
        "leadership": "+",
        "workforce": "±-",
    }
    report(data, "york", "2024-05-06", "G", york, asked=("recording",))
    report(data, NEAREST, "2024-06-03", "G", {"supervision": "±"})
    report(data, SECOND, "2023-06-05", "G", {"supervision": "++"})
    report(data, "leeds", "2019-06-03", "G", {"supervision": "-"})
    report(data, "leeds", "2024-06-03", "G", {"supervision": "+"})
    report(data, "camden", "2024-06-03", "G", {"supervision": "+", "recording": "-"})
    replace(
        data / "inspections/camden/2024-ilacs.yaml",
        "    recording: concern",
        "    recording: concern\n    plans: concern",
    )
    report(data, "kent", "2024-06-03", "G", {}, depth="outcome", recommendations=[], findings=[], readings=None)
    return loaded(data)
