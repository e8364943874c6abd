"""All that the records say, read by plain loops (``by_hand``, ``histories``), with the names that sentences use."""

import csv
import re
from pathlib import Path
from typing import NamedTuple

from tests.live import by_hand, histories
from tests.live.by_hand import Files, Seen
from tests.live.histories import Held, Scale


class World(NamedTuple):
    """Files, scale, histories by authority, looks at themes, names of authorities and themes as they stand in sentences."""

    files: Files
    scale: Scale
    held: dict[str, list[Held]]
    looks: dict[tuple[str, str], list[Seen]]
    names: dict[str, str]
    """Name of each authority, by its id."""
    regions: dict[str, list[str]]
    """Authorities of today, by region."""
    successors: dict[str, list[str]]
    """Those that took the place of an authority that is gone."""
    near: dict[str, list[str]]
    """Statistical neighbours, the nearest first."""
    themes: dict[str, str]
    """What a sentence calls a theme, to its id."""
    labels: dict[str, str]
    """Label of a theme, by its id."""

    def status(self, authority: str, theme: str) -> str:
        """Status of a theme, by the published rule."""
        return by_hand.status(self.looks.get((authority, theme), []))

    def with_status(self, authority: str, *statuses: str) -> set[str]:
        """Themes that have one of these statuses."""
        return {theme for theme in self.labels if self.status(authority, theme) in statuses}

    def coded(self, authority: str) -> list[Held]:
        """What was read paragraph by paragraph, in order of time."""
        return [one for one in self.held.get(authority, []) if one.record.get("depth") == "coded"]

    def held_as(self, name: str) -> Held:
        """The inspection or visit of an id."""
        return next(one for one in self.held[name.split("/")[0]] if one.name == name)

    def asked(self, authority: str, theme: str) -> list[Held]:
        """What asked the authority for a theme, however much of it was read, in order of time."""
        return [
            one
            for one in self.held.get(authority, [])
            for request in one.record.get("recommendations", [])
            if theme in request["themes"]["primary"] and by_hand.own_request(self.files, one.record, request)
        ]

    def named(self, authority: str, words: str) -> Held:
        """The inspection or visit that a sentence names, of which there is one."""
        found = [one for one in self.held[authority] if histories.in_words(self.files, one) == words]
        assert len(found) == 1, (authority, words)
        return found[0]


def read_world(folder: Path, day: str) -> World:
    """Read a data folder as known on a day."""
    files, scale = by_hand.read_files(folder, day), histories.read_scale(folder)
    with (folder / "authorities.csv").open(encoding="utf-8", newline="") as lines:
        authorities = list(csv.DictReader(lines))
    with (folder / "neighbours.csv").open(encoding="utf-8", newline="") as lines:
        pairs = sorted(csv.DictReader(lines), key=lambda row: int(row["rank"]))
    labels = {theme["id"]: theme["label"] for theme in by_hand.read(folder / "themes.yaml")["themes"]}
    regions: dict[str, list[str]] = {}
    near: dict[str, list[str]] = {}
    for row in authorities:
        if row["status"] == "current":
            regions.setdefault(row["region"], []).append(row["authority"])
    for row in pairs:
        near.setdefault(row["authority"], []).append(row["neighbour"])
    return World(
        files,
        scale,
        histories.histories(files, scale),
        by_hand.looks(files),
        {row["authority"]: row["name"] for row in authorities},
        regions,
        {row["authority"]: re.split("[;,] ?", row["successors"]) for row in authorities},
        near,
        {inside(label): theme for theme, label in labels.items()},
        labels,
    )


def inside(label: str) -> str:
    """A label inside a sentence: with a small letter, but not where an abbreviation begins."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
