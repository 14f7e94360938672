# Everything is set up from here: the only needs are Python 3.11 or newer, make, and a way to fetch packages.
#   make demo    a dataset from the bundled press, in data/parindex.duckdb
#   make test    every test, with coverage
#   make soak    the tests of many inputs and moments, at length

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check --no-input
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url --no-emit-find-links --constraints requirements/constraints.txt

# The first Python that is new enough, with the parts that a virtual environment needs; PYTHON=… names another.
CANDIDATES := python3.13 python3.12 python3.11 python3.14 python3 python
FITS := import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(firstword $(foreach name,$(CANDIDATES),$(shell $(name) -c '$(FITS)' 2>/dev/null && echo $(name))))

.PHONY: demo test soak lint docs lock clean
.DELETE_ON_ERROR:

demo: $(VENV)/runtime.stamp
	@$(BIN)/parindex demo
	@echo "Here parindex is $(BIN)/parindex; \`. $(BIN)/activate\` makes that plain parindex." >&2

test: $(VENV)/dev.stamp
	@$(BIN)/python -m pytest --cov

# The tests that try many inputs and moments, ten times as long and with new seeds.
soak: $(VENV)/dev.stamp
	@PARINDEX_SOAK=1 $(BIN)/python -m pytest -m "hypothesis or soak"

lint: $(VENV)/dev.stamp
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

# Rewrites what the documents quote from the program: the outputs in README.md and docs/, and the picture.
docs: $(VENV)/dev.stamp
	@$(BIN)/python -m tests.docs.rewrite

# Takes the newest versions that pyproject.toml and requirements/constraints.txt allow.
lock: $(VENV)/dev.stamp
	@$(LOCK) --upgrade pyproject.toml --output-file requirements/runtime.txt
	@$(LOCK) --upgrade --constraints requirements/runtime.txt --group build --output-file requirements/build.txt
	@$(LOCK) --upgrade --constraints requirements/runtime.txt --constraints requirements/build.txt \
		pyproject.toml --group dev --output-file requirements/dev.txt

clean:
	@rm -rf $(VENV) build dist .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache

# The installed sets are keyed on their locks: a changed lock is installed by the next target that needs it.
$(VENV)/runtime.stamp: requirements/runtime.txt requirements/build.txt pyproject.toml | $(BIN)/python
	@echo "Installing what parindex needs into $(VENV), once" >&2
	@$(PIP) --require-hashes -r requirements/runtime.txt -r requirements/build.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/runtime.stamp
	@echo "Installing what the tests need into $(VENV), once" >&2
	@$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

$(BIN)/python:
	@$(if $(PYTHON),,echo "parindex needs Python 3.11 or newer with its venv module: install it (Debian, Ubuntu:\
	 apt install python3-venv) or name one: make PYTHON=/path/to/python3" >&2; exit 1)
	@$(PYTHON) -m venv $(VENV)
