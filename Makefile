# Targets: run, test, check, bench, basemap, clean. Each makes what it needs.
PORT ?= 8501
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test check bench basemap clean
.DELETE_ON_ERROR:

run: .venv/ready
	$(BIN)/streamlit run app.py --server.port $(PORT)

test: .venv/ready-to-test
	$(BIN)/python -m pytest

check: .venv/ready-to-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m journey check
	$(BIN)/python -m pytest -m "not browser" -q

bench: .venv/ready-to-test
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench_story
	$(BIN)/python -m tests.bench_player
	$(BIN)/python -m tests.bench_export

basemap:
	$(PYTHON) -m venv build/basemap
	build/basemap/bin/python -m pip install --quiet --disable-pip-version-check -r data/basemap/requirements.txt
	build/basemap/bin/python data/basemap/build.py

clean:
	rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache

.venv/ready: requirements.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

.venv/ready-to-test: .venv/ready tests/requirements.txt tests/chromium.py
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	$(BIN)/python tests/chromium.py
	touch $@
