"""The figures of the pages by another way: plain loops over the YAML and CSV files, without the loaders and analysis.

Written from the published rules alone, so that a fault in the code of the pages does not stand here too.
"""

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

VERDICTS = ("strength", "mixed", "concern")
NEAREST = {"strength": ("mixed",), "mixed": ("strength", "concern"), "concern": ("mixed",)}
WORST_FIRST = ("asked_again", "asked_again_in_part", "still_a_concern", "mixed", "good_signs", "positive")


class Files(NamedTuple):
    """The files, read: records and rows of Ofsted's statistics by id, frameworks, themes with their groups, names of the authority."""

    day: str
    records: dict[str, dict]
    rows: dict[str, dict]
    frameworks: dict[str, dict]
    groups: dict[str, str]
    names: list[str]


class Seen(NamedTuple):
    """A look at a theme: how often each verdict was given, whether it was asked for, whether the look was whole."""

    inspection: str
    codes: dict[str, int]
    asked: bool
    whole: bool


def read_files(folder: Path, day: str) -> Files:
    """Read a data folder; what was published after the day, or has no day, is left out."""
    records = {
        f"{path.parent.name}/{path.stem}": read(path) for path in sorted((folder / "inspections").glob("*/*.yaml"))
    }
    rows: dict[str, dict] = {}
    for path in sorted((folder / "statistics").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            rows |= {row["inspection"]: row for row in csv.DictReader(lines) if row["inspection"] not in records}
    return Files(
        day,
        {name: record for name, record in records.items() if known(record, day)},
        {name: row for name, row in rows.items() if known(row, day)},
        {path.stem: read(path) for path in sorted((folder / "frameworks").glob("*.yaml"))},
        {theme["id"]: theme["group"] for theme in read(folder / "themes.yaml")["themes"]},
        [name.lower() for name in read(folder / "themes.yaml")["names_of_the_authority"]],
    )


def read(path: Path) -> dict:
    """Read a YAML file. What it holds is never changed: a copy of a folder is read once."""
    return _parsed(path.read_text(encoding="utf-8"))


@cache
def _parsed(text: str) -> dict:
    return yaml.load(text, Loader=yaml.CSafeLoader)


def known(record: dict, day: str) -> bool:
    """Whether it was published by the day; what has no day of publication, whether it began by then."""
    return first_day(record.get("published") or record.get("start")) <= day


def first_day(written: object) -> str:
    """The first day of a day, month or year as written, to sort by."""
    return (str(written) + "-01-01")[:10]


def began(record: dict) -> str:
    """The first day on site, or where it is not known the day of publication."""
    return first_day(record.get("start") or record.get("published"))


def graded(files: Files, record: dict) -> bool:
    """Whether the framework gives grades."""
    return bool(files.frameworks[record["framework"]].get("judgements"))


def own_request(files: Files, record: dict, request: dict) -> bool:
    """Whether a recommendation is addressed to the authority, alone or with others."""
    asked = request.get("addressee", "the local authority").lower()
    sets = {name["id"]: name for name in files.frameworks[record["framework"]].get("sets", [])}
    to_others = request.get("set") and not sets[request["set"]].get("asks_the_authority", True)
    return any(name in asked for name in files.names) and not to_others


def looks(files: Files) -> dict[tuple[str, str], list[Seen]]:
    """Return every look with evidence, by authority and theme, in order of time. What only sums up is not counted."""
    found: dict[tuple[str, str], list[Seen]] = {}
    for name, record in sorted(files.records.items(), key=lambda item: (began(item[1]), item[0])):
        if record["depth"] != "coded":
            continue
        plain = [finding for finding in record["findings"] if not finding.get("is_summary")]
        asked = {
            theme
            for request in record.get("recommendations", [])
            if own_request(files, record, request)
            for theme in request["themes"]["primary"]
        }
        for theme, group in files.groups.items():
            given = [finding["codes"][theme] for finding in plain if theme in finding["codes"]]
            if given or theme in asked:
                counts = {verdict: given.count(verdict) for verdict in VERDICTS}
                whole = graded(files, record) or group in record.get("focus", [])
                authority = name.split("/")[0]
                found.setdefault((authority, theme), []).append(Seen(name, counts, theme in asked, whole))
    return found


def balance(codes: dict[str, int]) -> str:
    """How strengths, mixed and concerns weigh."""
    if sum(codes.values()) == 0:
        return "none"
    if codes["concern"] > codes["strength"]:
        return "weak"
    if codes["concern"] == 0 and codes["strength"] > codes["mixed"]:
        return "strong"
    return "mixed"


def raised(seen: Seen) -> bool:
    """Asked for, or weak."""
    return seen.asked or balance(seen.codes) == "weak"


def counted(seen: list[Seen]) -> list[Seen]:
    """The looks on which a status rests."""
    return [one for one in seen if raised(one) or (one.whole and balance(one.codes) != "none")]


def status(seen: list[Seen]) -> str:
    """Status of a theme, by the published rule."""
    weights = [(raised(one), balance(one.codes)) for one in counted(seen)]
    if not weights:
        return "not_covered"
    now, before = weights[-1], weights[:-1]
    ever = [one for one in before if one[0]]
    if now[0] and before and before[-1][0]:
        return "recurring"
    if now[0] and now[1] == "weak" and before and before[-1][1] == "strong":
        return "slipped_back"
    if now[0]:
        return "raised_again" if ever else "newly_raised"
    if ever:
        return "now_praised" if now[1] == "strong" else "easing"
    return "steady_strength" if {one[1] for one in weights} == {"strong"} else "mixed"


def one_code_otherwise(codes: dict[str, int]) -> list[dict[str, int]]:
    """The same with one code left out, or moved by one step."""
    found = []
    for verdict in VERDICTS:
        if codes[verdict]:
            less = codes | {verdict: codes[verdict] - 1}
            found += [less, *(less | {other: less[other] + 1} for other in NEAREST[verdict])]
    return found


def is_close(seen: list[Seen]) -> bool:
    """Whether one code decides the status."""
    now = status(seen)
    return any(
        status([*seen[:place], one._replace(codes=codes), *seen[place + 1 :]]) != now
        for place, one in enumerate(seen)
        for codes in one_code_otherwise(one.codes)
    )


def readings(files: Files, authority: str) -> dict[tuple[str, str], str]:
    """The latest reading of each recommendation in a report that was read paragraph by paragraph."""
    coded = sorted(
        (
            (began(record), name, record)
            for name, record in files.records.items()
            if name.startswith(f"{authority}/") and record["depth"] == "coded"
        ),
        key=lambda item: item[:2],
    )
    found = {}
    for _, name, record in coded:
        for request in record.get("recommendations", []):
            later = [one for one in coded if one[0] > first_day(record["published"])]
            own = own_request(files, record, request)
            steps = [reading(files, (name, request, own), one[1:]) for one in later]
            looked = [step for step in steps if step != "not_looked_at"]
            found[name, request["id"]] = looked[-1] if looked else "not_looked_at"
    return found


def reading(files: Files, asked: tuple[str, dict, bool], later: tuple[str, dict]) -> str:
    """What a later report says of a recommendation, by the published rule."""
    (name, request, own), (_, record) = asked, later
    matter = {"inspection": name, "recommendation": request["id"]}
    extents = [
        link["extent"]
        for one in record.get("recommendations", [])
        for link in one.get("returns_to", [])
        if matter.items() <= link.items()
    ]
    if extents:
        return "asked_again" if "same" in extents else "asked_again_in_part"
    return min(by_theme(files, request, own, matter, record), key=WORST_FIRST.index, default="not_looked_at")


def by_theme(files: Files, request: dict, own: bool, matter: dict, record: dict) -> list[str]:
    """The reading of each primary theme that the later report speaks of; summaries speak if nothing else does.

    ``own``: whether the authority was asked. What others alone were asked is read by links.
    """
    primary = request["themes"]["primary"]
    evidence = []
    for finding in record["findings"]:
        says = [link["says"] for link in finding.get("speaks_to", []) if matter.items() <= link.items()]
        told = {"met": "strength", "partly": "mixed", "still_true": "concern"}[says[-1]] if says else None
        spoken_of = [theme for theme in primary if own and theme in finding["codes"]]
        themes = spoken_of or (primary[:1] if told else [])
        evidence += [(theme, told or finding["codes"][theme], bool(finding.get("is_summary"))) for theme in themes]
    plain = [one for one in evidence if not one[2]] or evidence
    found = []
    for theme in dict.fromkeys(one[0] for one in plain):
        given = [verdict for which, verdict, _ in plain if which == theme]
        weight = balance({verdict: given.count(verdict) for verdict in VERDICTS})
        whole = graded(files, record) or files.groups[theme] in record.get("focus", [])
        words = {"weak": "still_a_concern", "mixed": "mixed", "strong": "positive" if whole else "good_signs"}
        found.append(words[weight])
    return found


def latest_full(files: Files, kind: str) -> dict[str, str]:
    """The latest inspection of a kind of each authority, by authority."""
    every = files.records | {
        name: row | {"framework": framework_of(files, kind, row)}
        for name, row in files.rows.items()
        if name.split("-")[-1] == kind
    }
    found: dict[str, str] = {}
    for name, record in sorted(every.items(), key=lambda item: (began(item[1]), item[0])):
        if files.frameworks[record["framework"]]["kind"] == kind:
            found[name.split("/")[0]] = name
    return found


def framework_of(files: Files, kind: str, row: dict) -> str:
    """The version of a kind that was in force when an inspection of Ofsted's statistics began."""
    versions = {
        first_day(framework["in_force_from"]): name
        for name, framework in files.frameworks.items()
        if framework["kind"] == kind
    }
    return versions[max(day for day in versions if day <= began(row))]


def grade_on(files: Files, name: str, strand: str) -> str | None:
    """Grade (id) that an inspection's leading judgement on a strand gives; None where it gives none."""
    record = files.records.get(name) or files.rows[name]
    framework = files.frameworks[record.get("framework") or framework_of(files, name.split("-")[-1], record)]
    for judgement in framework["judgements"]:
        if judgement["strand"] == strand and judgement.get("leads"):
            given = record["grades"].get(judgement["id"]) if "grades" in record else record[judgement["statistics"]]
            word = given["grade"] if isinstance(given, dict) else given
            return framework["grades"].get(word)
    return None


def numbers(folder: Path) -> dict[str, str]:
    """Ofsted's number of each authority that has one."""
    with (folder / "authorities.csv").open(encoding="utf-8", newline="") as lines:
        return {row["authority"]: row["urn"] for row in csv.DictReader(lines) if row["urn"]}
