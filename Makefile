# Everything that is done to this project by hand or by a machine has its name here.
# PYTHON is the Python that makes the virtual environment: 3.11 or newer, with venv.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --use-pep517 --no-build-isolation
COMPILE := $(BIN)/uv pip compile --no-config --system-certs --quiet --universal --python-version 3.11 \
	--fork-strategy fewest --generate-hashes --custom-compile-command 'make lock'

BENCH ?= all
SIZE ?= 10k
SOURCE ?=
INTO ?=
GOLD ?= tests/corpus/structure

.DEFAULT_GOAL := help
.PHONY: help install serve test lint format messages readme pictures fixtures bench quality understanding lock upgrade clean

help:  ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

install: .venv/.installed  ## make the environment in .venv, with the command .venv/bin/letters

serve: install  ## index the letters of LETTERS_DIR and serve them on http://127.0.0.1:8000
	@$(BIN)/letters reindex || test $$? -eq 3  # 3: some letters could not be read, the others are there
	@exec $(BIN)/letters serve --host 127.0.0.1 --port 8000

test: lint  ## check style and types, then run every test
	@$(BIN)/python -m pytest -n auto

lint: .venv/.installed-dev  ## check style, types, spelling and the imports between rooms
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet || { echo "Not laid out: run make format" >&2; exit 1; }
	@$(BIN)/codespell corpus index search web docs README.md CHANGELOG.md
	@$(BIN)/mypy --no-error-summary
	@broken=$$($(BIN)/lint-imports --no-logo) || { echo "$$broken" >&2; exit 1; }

format: .venv/.installed-dev  ## lay out the code and sort its imports
	@$(BIN)/ruff check --quiet --select I --fix
	@$(BIN)/ruff format --quiet

messages: .venv/.installed-dev  ## bring the translations up to date with the code, and compile them
	@$(BIN)/python -m babel.messages.frontend -q extract -F pyproject.toml -k later --no-location --sort-output \
		-o .venv/messages.pot . "$$($(BIN)/python -c 'import click; print(*click.__path__)')"
	@$(BIN)/pybabel -q update -i .venv/messages.pot -d web/translations -w 100 --no-fuzzy-matching \
		--ignore-obsolete --ignore-pot-creation-date
	@$(BIN)/pybabel -q compile -d web/translations

readme: .venv/.installed-dev  ## write the README's tables and examples anew, from the program
	@$(BIN)/python -m tests.project.readme
	@$(BIN)/python -m tests.project.measured

pictures: .venv/.installed-dev  ## take the README's pictures anew, or INTO=folder one of each kind of page; needs Chromium
	@$(BIN)/python -m tests.web.pictures $(if $(INTO),'$(INTO)')

fixtures: .venv/.installed-dev  ## write the tests' letters anew; needs pandoc, LibreOffice Writer, Chromium, mutt, qpdf
	@$(BIN)/python -m tests.corpus.make_fixtures

bench: .venv/.installed-bench  ## measure speed beside other engines; SIZE=100k, BENCH=engine, build, http or growth, SOURCE=judged sets
	@$(BIN)/python -m benchmarks $(BENCH) --size $(SIZE) $(if $(SOURCE),--source '$(SOURCE)')

quality: .venv/.installed-bench  ## score judged sets beside other engines; SOURCE=their folder
	@$(BIN)/python -m benchmarks.quality '$(SOURCE)'

understanding: .venv/.installed  ## score what is understood of letters marked by hand; GOLD=their folder
	@$(BIN)/python -m benchmarks.understanding '$(GOLD)'

lock: .venv/.installed-dev  ## bring the lock files up to date with pyproject.toml, keeping what is pinned
	@$(COMPILE) pyproject.toml --output-file requirements.lock
	@$(COMPILE) --constraints requirements.lock --group build --output-file requirements-build.lock
	@$(COMPILE) pyproject.toml --constraints requirements.lock --group dev --output-file requirements-dev.lock
	@$(COMPILE) --constraints requirements-dev.lock --group bench --output-file requirements-bench.lock

upgrade: COMPILE += --upgrade
upgrade: lock  ## the same, with the newest versions that pyproject.toml allows

clean:  ## remove the environment and all caches; the index in var/ stays
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build dist
	@find benchmarks corpus index search web tests -type d -name __pycache__ -prune -exec rm -rf {} +

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		|| { echo "Python 3.11 or newer is needed; set PYTHON=..., as in: make install PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }

.venv/.installed: pyproject.toml requirements-build.lock requirements.lock | .venv/bin/python
	@echo "Installing what requirements.lock names into .venv"
	@$(PIP) --require-hashes -r requirements-build.lock
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --editable .
	@$(BIN)/python -m compileall -q corpus index search web  # else every start compiles where PYTHONDONTWRITEBYTECODE is set
	@touch $@

.venv/.installed-dev: .venv/.installed requirements-dev.lock
	@echo "Installing what requirements-dev.lock names into .venv"
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

.venv/.installed-bench: .venv/.installed requirements-bench.lock
	@echo "Installing what requirements-bench.lock names into .venv"
	@$(PIP) --require-hashes -r requirements-bench.lock
	@touch $@
