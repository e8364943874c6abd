# The words of this project: `make` lists them. People and CI use the same ones.
# Where make is missing (Windows), type the commands themselves, in an activated environment.

PYTHON ?= python3
BIN ?= .venv/bin
SOURCES ?= $(wildcard ../shared/sources ../shared/reports ../shared/visits ../shared/official_statistics)

.DEFAULT_GOAL := help
.PHONY: help setup run test check fix verify verify-all manual coverage lock bench hooks fuzz licences bom audit

help:  ## List these words
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /: /'

setup:  ## Make .venv, with all that the dashboard, its tests and its checks need
	$(PYTHON) -m venv .venv && .venv/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt

run:  ## Start the dashboard
	$(BIN)/python -m streamlit run app.py

test:  ## Run all tests, or some: make test ONLY=tests/analysis
	$(BIN)/python -m pytest $(ONLY)

check:  ## Check style, types and records; changes nothing
	$(BIN)/python -m ruff check . && $(BIN)/python -m ruff format --check . && $(BIN)/python -m mypy && $(BIN)/python -m loaders check && $(BIN)/python -m loaders coverage --check

fix:  ## Mend what can be mended by machine: style and layout
	$(BIN)/python -m ruff check --fix . ; $(BIN)/python -m ruff format .

verify:  ## Look up the quotes, grades, days and names of records that changed, and of a tenth of the rest: make verify SOURCES="folder folder"
	$(BIN)/python -m loaders verify $(addprefix --sources ,$(SOURCES)) --since docs/verified.csv

verify-all:  ## Look up every quote, grade, day and name, and write docs/verified.csv
	$(BIN)/python -m loaders verify $(addprefix --sources ,$(SOURCES)) --write docs/verified.csv

manual:  ## Write data/README.md and data/schema/ again, after a change of the record format
	$(BIN)/python -m loaders manual && $(BIN)/python -m loaders schema --write

coverage:  ## Write docs/coverage.md again: what is held of each kind, and what is missing
	$(BIN)/python -m loaders coverage

# uv reads the versions for every system and Python at once. Its own environment goes away again, whatever happens.
lock:  ## Write requirements.lock again, after a change of requirements.txt
	$(PYTHON) -m venv .lock && .lock/bin/python -m pip install --quiet uv && .lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" requirements.txt -o requirements.lock; made=$$?; rm -rf .lock; exit $$made

bench:  ## Say how cost grows with the number of authorities, what each page costs the server, and what loading costs
	$(BIN)/python -m benchmarks.scale && $(BIN)/python -m benchmarks.pages && $(BIN)/python -m benchmarks.load

# atheris exists for Linux and macOS alone, so it is no requirement.
fuzz:  ## Give the readers inputs made to break them, for MINUTES (8)
	$(BIN)/python -m pip install --quiet atheris && $(BIN)/python -m tests.fuzz --minutes $(or $(MINUTES),8)

licences:  ## List the licence of every package of the lock, and say which to look at
	$(BIN)/python -m deploy.components

bom:  ## Write bom.json, the bill of materials (CycloneDX)
	$(BIN)/python -m deploy.components --bom bom.json

audit:  ## Ask the databases of known faults about every package of the lock (needs the internet)
	$(PYTHON) -m venv .audit && .audit/bin/python -m pip install --quiet pip-audit && .audit/bin/pip-audit --strict --disable-pip --require-hashes -r requirements.lock; said=$$?; rm -rf .audit; exit $$said

hooks:  ## Run the checks before each commit from now on
	$(BIN)/python -m pre_commit install
