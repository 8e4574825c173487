# Hegu's commands. On Debian or Ubuntu with Rust and Node, `make run` starts the program and `make test`
# runs every test; each installs what is missing and says what it does. `make` alone lists them all.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.NOTPARALLEL:
.DEFAULT_GOAL := help
.PHONY: help run test soak dev bench screenshots deps deps-to-run fmt lint ui fmt-check canary rust-tests ui-tests

# Where `make deps` puts Node when the system's own is too old, and the Python tools of the tests.
export PATH := $(CURDIR)/.deps/bin:$(PATH)

# One feature set for clippy, build and tests, so that Cargo compiles the shell once. `automation` lets
# the window tests drive the real window; the program that `make run` starts is built without it.
workspace := --workspace --features hegu/automation

help: ## List the commands
	@grep -hE '^[a-z-]+:.* ## ' $(MAKEFILE_LIST) | sed -E 's/:.* ## /\t/' | expand -t 14

# What `make soak` repeats: the tests that ask `rounds` how often.
soaked := binary(/^power_cut/) or binary(reliability) or binary(failing_disk) or binary(guessing) \
	or (binary(backup) and (test(random_practices) or test(not_as_it_was_written) or test(no_flipped)))

run: deps-to-run ui ## Start Hegu (installs what is missing)
	cargo run --release -p hegu

# In this order: what is quick to fail comes first, and the last line is the count of the UI tests.
test: deps ui fmt-check lint rust-tests ui-tests ## Run every check and every test (installs what is missing)

# It ends in the table that the README quotes; a test that fails has its own words above it.
soak: deps ui ## The tests that pull plugs and guess, as often as it takes to believe them (half an hour)
	cargo build $(workspace) --bins --tests
	@rm -f target/soak.tally
	HEGU_SOAK=1 HEGU_TALLY=$(CURDIR)/target/soak.tally \
		cargo nextest run --profile soak $(workspace) --no-fail-fast -E '$(soaked)'; \
	end=$$?; awk -F'\t' -f tests/soak-table.awk target/soak.tally; exit $$end

dev: deps-to-run ui ## Start Hegu while editing: screens reload at once, the shell restarts by itself
	@.ci/dev

bench: deps ui ## Article and sheet to PDF, beside Typst and WeasyPrint, the keys, the clients, the diary, a backup, and how quickly the window answers
	@.ci/deps bench
	cargo build --release $(workspace) --bins
	cargo bench $(workspace) --bench article --bench sheet --bench keys --bench clients --bench diary --bench backup --bench window

screenshots: deps ui ## Take the pictures of the README again, from the real window
	cargo build $(workspace) --bins --tests
	HEGU_SCREENSHOTS=$(CURDIR)/tests/screenshots cargo nextest run $(workspace) -E 'binary(window_screenshots)'

deps: ## Install what running and testing need, and nothing else
	@.ci/deps test

deps-to-run:
	@.ci/deps run

fmt: ## Format all sources
	cargo fmt --all
	cd ui && npm run --silent format

lint: canary ## Clippy, ESLint and the type check, all with warnings as errors
	cargo clippy $(workspace) --all-targets -- -D warnings
	cd ui && npm run --silent lint && npm run --silent check

ui: # The built screens; the shell carries them inside itself, so they come before any Rust.
	cd ui && npm run --silent build

fmt-check:
	cargo fmt --all -- --check

canary: # A type check that cannot fail proves nothing: this one must find the seeded errors.
	@tests/canary/expect-failure

rust-tests:
	cargo build $(workspace) --bins --tests
	cargo nextest run $(workspace)

ui-tests: # Last, because its closing line counts the UI tests and ends the run.
	cd ui && CHROMIUM=$$(command -v chromium) npm run --silent test
