# Everything that one does with the project. `make` lists it. GNU Make 3.81 or newer.
# PYTHON=python3.12 chooses the Python, VENV=/elsewhere where its packages go; HOST, PORT, CURATED and DEBUG=1 go to the dashboard.

PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
VENV ?= .venv
$(if $(word 2,$(VENV)),$(error VENV=$(VENV) has a space, which make takes for two places))
IN = $(VENV)/bin/python
TESTS ?= tests

.PHONY: help run edit serve test test-faults test-newest check shots bench bundle lock clean
.DEFAULT_GOAL := help

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-11s %s\n", $$1, $$2}' Makefile

run: $(VENV)/.run $(VENV)/.bundle ## start the dashboard: http://127.0.0.1:8050/, or HOST=… PORT=… CURATED=folder
	@$(IN) -m metrics check "$(or $(CURATED),curated)"
	@$(IN) app.py

edit: $(VENV)/.run $(VENV)/.bundle ## the same for curators: the page follows every edit, and tells what is wrong with one
	@EDITING=1 $(IN) app.py

serve: $(VENV)/.run $(VENV)/.bundle ## serve many readers with gunicorn, as docs/deploy.md says; SITE_URL=https://… is the public address
	@$(IN) -m gunicorn app:server

test: $(VENV)/.dev $(VENV)/.bundle ## run every test, in a real browser too; TESTS=tests/test_app.py for some
	@$(IN) -m scripts.chromium
	@$(IN) -m scripts.yaml_suite
	@$(IN) -m pytest -rfEs $(TESTS)

test-faults: $(VENV)/.dev $(VENV)/.bundle ## what takes minutes: crowds, slow readers, long days, behind nginx where that is installed
	@$(IN) -m pytest -n0 -s tests/faults/long_*.py

test-newest: ## the same, with the newest releases that the ranges allow instead of the locked ones
	@rm -rf .venv-newest $(VENV)/.bundle  # a newer plotly brings a newer bundle, which the locked one must not keep
	@$(MAKE) --no-print-directory test VENV=.venv-newest FROM=txt

check: $(VENV)/.dev ## format, lint, types, the curated data, and known holes in what is locked
	@$(IN) -m ruff format --check .
	@$(IN) -m ruff check .
	@$(IN) -m mypy
	@$(IN) -m metrics check
	@$(IN) -m scripts.audit

shots: $(VENV)/.dev $(VENV)/.bundle ## make the screenshots anew
	@$(IN) -m scripts.chromium
	@$(IN) -m docs.screenshots

bench: $(VENV)/.dev $(VENV)/.bundle ## every goal of speed beside its peers in one run, into bench/RESULTS.md
	@$(IN) -m bench
	@$(IN) -m bench.pages

bundle: $(VENV)/.run ## fetch the small plotly bundle again
	@$(IN) -m scripts.bundle

lock: $(VENV)/.dev ## renew the locks: the newest releases that the ranges allow, for every Python and system
	@$(LOCK) requirements-dev.txt -o requirements-dev.lock
	@$(LOCK) requirements.txt -o requirements.lock -c requirements-dev.lock  # what runs is what was tested

clean: ## remove what make made
	@rm -rf .venv .venv-newest build assets/plotly-basic.min.js .pytest_cache .mypy_cache .ruff_cache .hypothesis

# Locks are installed, ranges only on request (FROM=txt). A stamp tells that a step was done: a second run starts at once,
# a changed lock is installed. A Python that was upgraded away took its packages with it, and so its stamps are void.

FROM = lock
INSTALL = $(IN) -m pip install --quiet --disable-pip-version-check $(if $(filter lock,$(FROM)),--require-hashes) -r
LOCK = $(IN) -m uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--annotation-style line --custom-compile-command "make lock"
$(shell test -x $(IN) || rm -f $(VENV)/.run $(VENV)/.dev $(VENV)/.bundle 2>/dev/null)

$(IN):
	@test -n "$(PYTHON)" && $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed. Where it has another name: make run PYTHON=python3.12"; exit 1; }
	@mkdir -p $(VENV) 2>/dev/null && test -w $(VENV) || \
		{ echo "$(VENV) cannot be written. In a folder of your own: make run VENV=/tmp/paired-assistance"; exit 1; }
	@echo "Making $(VENV) with $$($(PYTHON) --version)"
	@test ! -e $(VENV)/pyvenv.cfg || rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV) || { rm -f $(IN); echo "On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }

$(VENV)/.run: requirements.$(FROM) | $(IN)
$(VENV)/.dev: requirements-dev.$(FROM) $(VENV)/.run
$(VENV)/.run $(VENV)/.dev:
	@echo "Installing $<"
	@$(INSTALL) $< || { echo "$< could not be installed. Is there a network? pip tells above what it could not get"; exit 1; }
	@touch $@

$(VENV)/.bundle: scripts/bundle.py $(VENV)/.run
	@$(IN) -m scripts.bundle
	@touch $@
