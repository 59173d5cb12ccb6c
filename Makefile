# Targets: run, test, fuzz, sweep, check, bench, licences, audit, lock, basemap, fonts, clean. Each makes what it needs.
PORT ?= 8501
PYTHON ?= python3
BIN := .venv/bin

# uv takes a quarter of pip's time; where it can't be had, pip installs the same.
pip = $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r
define install
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(pip) .ci/uv.txt && $(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r $(1) \
		|| $(pip) $(1)
endef

lock = $(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-header

.PHONY: run test fuzz sweep check bench licences audit lock basemap fonts clean
.DELETE_ON_ERROR:

run: .venv/ready
	$(BIN)/streamlit run app.py --server.port $(PORT)

test: .venv/ready-to-test
	$(BIN)/python -m pytest -n auto --dist worksteal

# So many broken files for each reader, others each time: FUZZ=100000 make fuzz.
fuzz: .venv/ready-to-test
	FUZZ=$${FUZZ:-20000} $(BIN)/python -m pytest -n auto --dist worksteal tests/files/test_fuzz.py tests/importers/test_fuzz.py

# Every view in every language, light and dark, and so on, for an hour or more: LOOK="ru dark page/" make sweep. Of two
# processes the first takes LOOK=1/2, the other LOOK=2/2.
sweep: .venv/ready-to-test
	$(BIN)/python -m tests.sweep $(LOOK)

check: .venv/ready-to-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/oxlint --deny-warnings journey
	$(BIN)/deno check --quiet --no-remote --no-npm --no-lock journey
	$(BIN)/python -m journey check --strict

# Writes build/bench.md; python -m tests.bench --readme tells the README of it.
bench: .venv/ready-to-test
	$(BIN)/python -m tests.bench

licences: .venv/ready-to-test
	$(BIN)/python -m tests.licences

audit: .venv/ready-to-test build/audit/ready
	$(BIN)/python -m tests.audit build/audit/bin/pip-audit

lock: .venv/ready-to-test
	$(lock) --extra speed pyproject.toml -o requirements.txt
	$(lock) --extra speed --group test pyproject.toml -c requirements.txt -o tests/requirements.txt
	echo uv | $(lock) - -c tests/requirements.txt -o .ci/uv.txt
	echo pip-audit | $(lock) - -c tests/requirements.txt -o .ci/audit.txt

basemap:
	$(PYTHON) -m venv build/basemap
	build/basemap/bin/python -m pip install --quiet --disable-pip-version-check -r data/basemap/requirements.txt
	PYTHONPATH=. build/basemap/bin/python data/basemap/build.py

fonts:
	$(PYTHON) -m venv build/fonts
	build/fonts/bin/python -m pip install --quiet --disable-pip-version-check -r data/fonts/requirements.txt
	build/fonts/bin/python data/fonts/build.py

clean:
	rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache

.venv/ready: requirements.txt
	$(call install,requirements.txt)
	touch $@

.venv/ready-to-test: tests/requirements.txt tests/chromium.py
	$(call install,tests/requirements.txt)
	$(BIN)/python tests/chromium.py
	touch $@

# What asks is no part of what is asked about: pip-audit stands apart, under a lock of its own.
build/audit/ready: .ci/audit.txt
	$(PYTHON) -m venv --clear build/audit
	build/audit/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	touch $@
