"""The browser that the tests of this folder use."""

from tests.browser.conftest import browser

__all__ = ["browser"]
