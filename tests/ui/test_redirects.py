"""Where a request is sent on to: a page of our own, whatever its path says."""

from urllib.parse import urlsplit

import pytest

from ui.navigation import FRONT, MORE
from ui.redirects import CanonicalAddress

PAGES = [entry.path for entry in (*FRONT, *MORE)]


def location(
    path: str, query: str = "", base: str = "", method: str = "GET", root_path: str = "", accept: str = "*/*"
) -> str | None:
    """Where a request is redirected to; None where it is passed on."""
    sent = []

    async def app(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def send(message):
        sent.append(message)

    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "root_path": root_path,
        "query_string": query.encode(),
        "headers": [(b"accept", accept.encode())],
    }
    with pytest.raises(StopIteration):  # nothing waits, so no loop is needed, and none is there beside a browser's
        CanonicalAddress(app, base)(scope, None, send).send(None)
    return dict(sent[0]["headers"]).get(b"location", b"").decode() or None


FOREIGN = ["//evil.example", "/\\evil.example", "\\\\evil.example", "///evil.example", "/%2Fevil.example", "http://evil.example", "/@evil.example",
           "/\t/evil.example", "https:evil.example", "/.//evil.example", "//evil.example:80", "//user:word@evil.example", "/a/../../evil.example"]  # fmt: skip


@pytest.mark.parametrize("base", ["", "inspections", "/a/b/"])
@pytest.mark.parametrize("page", ["timeline", "TIMELINE", "timeline/", "timeline//", "grades"])
@pytest.mark.parametrize("before", FOREIGN)
def test_no_path_leads_to_another_host(before, page, base):
    root = f"/{base.strip('/')}" if base else ""
    for path in (f"{before}/{page}", f"{root}{before}/{page}"):
        sent_to = location(path, "authority=york", base)
        assert sent_to is None or sent_to == f"{root}/{page.strip('/').lower()}?authority=York"
        assert not sent_to or urlsplit(sent_to).netloc == ""


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_found_whatever_the_case_of_its_letters(path):
    assert location(f"/{path}") is None
    assert location(f"/{path}", "authority=York") is None
    assert location(f"/{path}", "authority=york") == f"/{path}?authority=York"
    if path:
        assert location(f"/{path.title()}") == f"/{path}"
        assert location(f"/{path}/", "authority=york") == f"/{path}?authority=York"
        assert location(f"/x/{path.upper()}", "q=a b&authority=york") == f"/{path}?q=a+b&authority=York"


def test_under_a_base_path_only_what_stands_there_is_ours():
    assert location("/inspections/Grades", "", "inspections") == "/inspections/grades"
    assert location("/inspections", "authority=york", "inspections") == "/inspections/?authority=York"
    assert location("/inspections/", "authority=York", "inspections") is None
    assert location("/Grades", "authority=york", "inspections") is None
    assert location("/inspectionsX/Grades", "authority=york", "inspections") is None
    assert location("/outer/Grades", "authority=york", root_path="/outer") == "/outer/grades?authority=York"


@pytest.mark.parametrize(
    "path", ["/data/grades", "/Nowhere", "/static/js/index.js", "/_stcore/health", "/grades/_stcore/host-config"]
)
def test_what_is_no_page_is_passed_on(path):
    assert location(path, "authority=york") is None


HTML = "text/html,application/xhtml+xml,*/*;q=0.8"


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/Recommendations", "actions"),
        ("/recommendations/", "actions"),
        ("/overview", ""),
        ("/Add-Report", "add-report"),
    ],
)
def test_a_page_is_found_by_its_title_too(path, page):
    assert location(path, "q=supervision") == f"/{page}?q=supervision"


@pytest.mark.parametrize(
    ("path", "base", "sent_to"),
    [
        ("/gradez", "", "/?authority=York&page=gradez"),
        ("/x/Nowhere/", "", "/?authority=York&page=Nowhere"),
        ("/inspections/gradez", "inspections", "/inspections/?authority=York&page=gradez"),
        ("//evil.example/gradez", "", None),
        ("/data/grades", "", None),
        ("/static/js/index", "", None),
        ("/_stcore/health", "", None),
        ("/favicon.png", "", None),
        ("/healthz", "", None),
        ("/elsewhere", "inspections", None),
    ],
)
def test_a_browser_that_asks_for_an_unknown_page_is_told_so_on_the_first_one(path, base, sent_to):
    assert location(path, "authority=york", base, accept=HTML) == sent_to


def test_what_is_sent_is_never_redirected():
    assert location("/Grades", "authority=york", method="POST") is None


def test_a_line_break_stays_inside_the_location():
    sent_to = location("/grades", "authority=york&q=%0d%0aSet-Cookie:%20a=b")
    assert sent_to == "/grades?authority=York&q=%0D%0ASet-Cookie%3A+a%3Db"
