"""Opens pages without a browser, as a link opens them: straight at their address, in one run."""

from functools import cache

from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from loaders import DATA
from ui.navigation import FRONT, MORE

SHELL = str(DATA.parent / "ui" / "shell.py")
PAGES = [entry.path or "overview" for entry in (*FRONT, *MORE)]


@cache
def components() -> BidiComponentManager:
    """The components of all packages, looked for once: ``AppTest`` would read every package's list of files for each page."""
    found = BidiComponentManager()
    found.discover_and_register_components(start_file_watching=False)
    return found


def open_page(path: str, **query: str | list[str]) -> AppTest:
    """Open the page at a path with these parameters, and run it once.

    ``AppTest.switch_page`` finds pages that are files. Ours are functions, known to Streamlit by the hash of their path.
    """
    assert path in PAGES, f"no page is called {path}"
    at = AppTest.from_file(SHELL, default_timeout=30)
    at._bidi_component_manager = components()
    at.query_params.update(query)
    at._page_hash = calc_hash(path)
    at.context = {"url": f"http://localhost:8501/{'' if path == 'overview' else path}"}
    return at.run()


def html_of(at: AppTest) -> str:
    """All HTML of a page, but for its styles and scripts."""
    bodies = [element.proto.body for element in at.get("html")]
    return " ".join(body for body in bodies if not body.startswith(("<style>\n/*", "<style>/*", "<script>")))


def words(at: AppTest) -> str:
    """Its titles and its texts in markdown."""
    kinds = (at.title, at.header, at.subheader, at.markdown, at.caption)
    return " ".join(str(element.value) for kind in kinds for element in kind)
