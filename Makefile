# aiospec: the executable specification of the asyncio event loop.
#
# Two commands: `make conformance` grades loops, `make check` runs every test.
# Both install what they lack.  `make help` lists the rest.
#
# Another build beside the usual one:  make BUILD=build/asan SAN=address,undefined

BUILD   ?= build
PYTHON  ?= python3
CC      ?= cc
SAN     ?=
OPT     ?= -O2
JOBS    ?= $(shell nproc 2>/dev/null || echo 2)

WARN := -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Werror
CFLAGS_ALL := -std=c11 -D_GNU_SOURCE $(OPT) -g -pthread $(WARN) -MMD -MP $(CFLAGS)
SANFLAGS := $(if $(SAN),-fsanitize=$(SAN) -fno-sanitize-recover=all -fno-omit-frame-pointer -DRL_CHECK)
LIBS := -ljansson -lm

obj = $(patsubst %.c,$(BUILD)/obj/%.o,$(wildcard $(1)))
REFERENCE := $(call obj,reference/*.c)
VM        := $(call obj,harness/vm/*.c)
COMMAND   := $(call obj,harness/command/*.c)
PLAYER    := $(call obj,harness/player/*.c)
ADAPTER   := $(BUILD)/obj/harness/adapters/adapter.o
ADAPTERS  := $(filter-out harness/adapters/adapter.c,$(wildcard harness/adapters/*.c))
TIMEWARP  := $(wildcard harness/timewarp/*.c)
CHECKS    := $(patsubst reference/tests/%.c,$(BUILD)/check/reference/%,$(wildcard reference/tests/check_*.c)) \
             $(patsubst harness/tests/%.c,$(BUILD)/check/harness/%,$(wildcard harness/tests/check_*.c))

# ---- what people call ----

.DEFAULT_GOAL := all
.PHONY: all help conformance check bench record fuzz trace fingerprint loops clean deps-run deps-check

all: $(BUILD)/aiospec $(BUILD)/libtimewarp.so suite  ## build the command, the virtual clock and the suite index

help: ## list the targets
	@sed -n 's/^\([a-z][a-z-]*\):[^#]*## */\1\t/p' Makefile | sort | awk -F'\t' '{printf "  make %-16s %s\n", $$1, $$2}'

conformance: deps-run ## grade the reference, this machine's asyncio, and uvloop where installed
	@$(MAKE) --no-print-directory -s -j$(JOBS) all
	@BUILD=$(BUILD) PYTHON=$(PYTHON) harness/conformance.sh

check: deps-check ## run every test (what CI runs)
	@BUILD=$(BUILD) PYTHON=$(PYTHON) JOBS=$(JOBS) harness/tests/check.sh

bench: deps-check ## measure the suite and the reference; prints ratios
	@$(MAKE) --no-print-directory -s -j$(JOBS) all benchmarks
	@BUILD=$(BUILD) PYTHON=$(PYTHON) benchmarks/bench.sh

record: all ## re-record every golden trace with all interpreters found (AIOSPEC_PYTHONS adds some)
	$(PYTHON) oracle/templates.py
	$(PYTHON) oracle/recorder.py $(PATTERN)

fuzz: all ## play N random task programs (SEED) on the newest CPython and on the reference, and compare
	@$(PYTHON) -B oracle/fuzz.py $(if $(N),--count $(N)) $(if $(SEED),--seed $(SEED))

trace: ## write spec/trace.md and the counts in README.md: which scenarios and which code belong to each clause
	@$(PYTHON) -B oracle/traceability.py

loops: ## write spec/loops.md: what known loops do otherwise, by their files of deviations
	@$(PYTHON) -B oracle/loops.py

fingerprint: all ## write the cards in spec/fingerprint.md: what loops do where the manual leaves it open
	@$(PYTHON) -B oracle/fingerprint.py

lint: all ## check scenarios, clauses, which of them are shown and obeyed, and the reference's symbols and layers
	$(PYTHON) oracle/lint.py
	$(PYTHON) -B oracle/traceability.py --check
	$(PYTHON) -B oracle/loops.py --check
	@BUILD=$(BUILD) harness/tests/symbols.sh

clean: ## remove everything that was built
	rm -rf $(BUILD)

deps-run:
	@harness/deps.sh run
deps-check:
	@harness/deps.sh check

# ---- the pieces ----

.PHONY: suite checks benchmarks lint adapters
suite: | $(BUILD)/.gitignore
	@$(PYTHON) -B oracle/suite.py --out $(BUILD)/suite

checks: $(CHECKS) $(BUILD)/aiospec $(BUILD)/libtimewarp.so adapters \
        $(patsubst harness/tests/adapters/%.c,$(BUILD)/adapters/%.so,$(wildcard harness/tests/adapters/*.c))

$(BUILD)/.gitignore:
	@mkdir -p $(BUILD)
	@echo '*' > $@

$(BUILD)/obj/%.o: %.c | $(BUILD)/.gitignore
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) $(SANFLAGS) -c -o $@ $<

$(BUILD)/libreference.a: $(REFERENCE)
	@rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/libvm.a: $(VM)
	@rm -f $@
	$(AR) rcs $@ $^

# All of the reference, and its symbols for adapters that are loaded.
$(BUILD)/aiospec: $(COMMAND) $(PLAYER) $(ADAPTER) $(BUILD)/libvm.a $(BUILD)/libreference.a
	$(CC) $(CFLAGS_ALL) $(SANFLAGS) -rdynamic -o $@ $(COMMAND) $(PLAYER) $(ADAPTER) $(BUILD)/libvm.a \
	    -Wl,--whole-archive $(BUILD)/libreference.a -Wl,--no-whole-archive $(LIBS) -ldl

# Each on a library that may not be here: then there is no such adapter.
adapters: $(patsubst harness/adapters/%.c,$(BUILD)/adapters/%.so,$(ADAPTERS)) $(BUILD)/adapters/rust.so ## build the adapters of C loops whose libraries are installed
$(BUILD)/adapters/%.so: harness/tests/adapters/%.c harness/adapters/template.c harness/adapters/adapter.h reference/refloop.h | $(BUILD)/.gitignore
	@mkdir -p $(@D)
	@$(CC) $(filter-out -MMD -MP,$(CFLAGS_ALL)) $(SANFLAGS) -fPIC -shared -o $@ $< -lm
$(BUILD)/adapters/%.so: harness/adapters/%.c harness/adapters/adapter.h reference/refloop.h | $(BUILD)/.gitignore
	@mkdir -p $(@D)
	@harness/adapters/build.sh $(CC) $* $@ $(filter-out -MMD -MP,$(CFLAGS_ALL)) $(SANFLAGS)
$(BUILD)/adapters/rust.so: $(wildcard harness/adapters/rust/*.rs) | $(BUILD)/.gitignore
	@mkdir -p $(@D)
	@harness/adapters/build.sh $(CC) rust $@

# Never built with a sanitizer: it is loaded into programs that have none.
$(BUILD)/libtimewarp.so: $(TIMEWARP) $(wildcard harness/timewarp/*.h) | $(BUILD)/.gitignore
	$(CC) $(filter-out -MMD -MP,$(CFLAGS_ALL)) -fPIC -shared -fvisibility=hidden -o $@ $(TIMEWARP) \
	    -Wl,--no-as-needed -l:libdl.so.2 -l:libpthread.so.0

$(BUILD)/check/reference/%: $(BUILD)/obj/reference/tests/%.o $(BUILD)/libreference.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) $(SANFLAGS) -o $@ $^ -lcheck -lsubunit -lrt -lm

$(BUILD)/check/harness/%: $(BUILD)/obj/harness/tests/%.o $(filter-out $(BUILD)/obj/harness/command/main.o,$(COMMAND)) \
        $(PLAYER) $(ADAPTER) $(BUILD)/libvm.a $(BUILD)/libreference.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) $(SANFLAGS) -o $@ $^ -lcheck -lsubunit -lrt $(LIBS)

BENCHMARKS := $(patsubst benchmarks/%.c,$(BUILD)/bench/%,$(wildcard benchmarks/bench_*.c))
benchmarks: $(BENCHMARKS)
$(BUILD)/bench/%: $(BUILD)/obj/benchmarks/%.o $(BUILD)/libreference.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) $(SANFLAGS) -o $@ $^ -lm

.SECONDARY:
-include $(shell find $(BUILD)/obj -name '*.d' 2>/dev/null)
