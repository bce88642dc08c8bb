# make         the environment, the package, and the pages of this repository
# make test    everything the tests need, and the tests
# PYTHON=...   chooses another Python; CHROMIUM=... another browser; LIBREOFFICE=... another office

PYTHON = $(shell for python in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	$$python -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$python && break; done)
BIN = .venv/bin
INSTALL = $(BIN)/python -m pip install --quiet --quiet --constraint constraints.txt

.PHONY: pages test check bench constraints clean

pages: .venv/ready
	@$(BIN)/curriculum-map build

test: .venv/ready-to-test
	@$(BIN)/python tests/programs.py
	@$(BIN)/python -m pytest --numprocesses 2 --dist worksteal

check: .venv/ready-to-test
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

bench: .venv/ready-to-test
	@for script in benchmarks/*.py; do echo "$$script"; $(BIN)/python "$$script" || exit 1; done

# The versions now in the environment become the ones that everybody gets.
constraints: .venv/ready-to-test
	@$(BIN)/python -m pip list --format=freeze --exclude-editable --exclude pip > constraints.txt

clean:
	rm -rf .venv build dist src/*.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	test ! -d exports || find exports -mindepth 1 ! -name README.md -delete

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer, with its venv module, was not found." \
		"Install it (Debian: apt install python3-venv) or name it: make PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "Making the environment with $(PYTHON). This takes a few minutes, once."
	@$(PYTHON) -m venv --clear .venv

.venv/ready: pyproject.toml constraints.txt $(BIN)/python
	@$(INSTALL) --editable .
	@touch $@

.venv/ready-to-test: pyproject.toml constraints.txt $(BIN)/python
	@$(INSTALL) --editable '.[dev]'
	@touch .venv/ready $@
