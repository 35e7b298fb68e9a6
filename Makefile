# Everything that one does with the project. `make` lists it. GNU Make 3.81 or newer.
# PYTHON=python3.12 chooses the Python for .venv; HOST, PORT, CURATED and DEBUG=1 go to the dashboard.

PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
IN = .venv/bin/python
TESTS ?= tests

.PHONY: help run edit test check shots bench bundle clean
.DEFAULT_GOAL := help

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' Makefile

run: .venv/.run .venv/.bundle ## start the dashboard: http://127.0.0.1:8050/, or HOST=… PORT=… CURATED=folder
	@$(IN) -m metrics check "$(or $(CURATED),curated)"
	@$(IN) app.py

edit: .venv/.run .venv/.bundle ## the same for curators: the page follows every edit, and tells what is wrong with one
	@EDITING=1 $(IN) app.py

test: .venv/.dev .venv/.bundle ## run every test, in a real browser too; TESTS=tests/test_app.py for some
	@$(IN) -m scripts.chromium
	@$(IN) -m pytest -rfEs $(TESTS)

check: .venv/.dev ## format, lint, types, and the curated data
	@$(IN) -m ruff format --check .
	@$(IN) -m ruff check .
	@$(IN) -m mypy
	@$(IN) -m metrics check

shots: .venv/.dev .venv/.bundle ## make the screenshots anew
	@$(IN) -m scripts.chromium
	@$(IN) -m docs.screenshots

bench: .venv/.run ## what loading and a change of filter cost, as ratios measured in one run
	@$(IN) -m bench

bundle: .venv/.run ## fetch the small plotly bundle again
	@$(IN) -m scripts.bundle

clean: ## remove what make made
	@rm -rf .venv build assets/plotly-basic.min.js .pytest_cache .mypy_cache .ruff_cache .hypothesis

# A stamp tells that a step was done: a second run starts at once, a changed list of requirements is installed.

.venv/bin/python:
	@test -n "$(PYTHON)" && $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed. Where it has another name: make run PYTHON=python3.12"; exit 1; }
	@echo "Making .venv with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv --clear .venv || { rm -rf .venv; echo "On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }

.venv/.run: requirements.txt | .venv/bin/python
	@echo "Installing requirements.txt"
	@$(IN) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/.dev: requirements-dev.txt .venv/.run
	@echo "Installing requirements-dev.txt"
	@$(IN) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

.venv/.bundle: scripts/bundle.py .venv/.run
	@$(IN) -m scripts.bundle
	@touch $@
