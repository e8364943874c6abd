"""One file per thing shown: frames become an Exhibit with a plotly figure, a sentence and the table behind it."""

from .exhibit import Exhibit, Voice

__all__ = ["Exhibit", "Voice"]
