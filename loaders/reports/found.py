"""What was read: a value, where it stands, and why a person should look at it, if so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True)
class Found:
    """A value of a report. ``doubt`` is empty where the reader is sure; ``confirmed`` says where else the report says so."""

    value: Any = None
    page: int | None = None
    words: str = ""
    confirmed: str = ""
    doubt: str = ""

    @property
    def sure(self) -> bool:
        """Whether it was read, and nothing speaks against it."""
        return self.value is not None and not self.doubt

    @property
    def sureness(self) -> str:
        """How sure the reader is, in words."""
        if self.value is None:
            return "not found"
        return "look again" if self.doubt else "confirmed" if self.confirmed else "read once"

    def doubted(self, why: str) -> Found:
        """The same with one more reason to look at it."""
        return replace(self, doubt=f"{self.doubt} {why}".strip())


def missing(why: str) -> Found:
    """A value that could not be read, and why."""
    return Found(doubt=why)
