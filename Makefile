# The front door.  `make run` builds and starts Anwei with a demo company;
# `make test` proves it.  CMakeLists.txt holds the build itself.

export PATH := $(CURDIR)/build/node/bin:$(PATH)
CLANG_FORMAT := $(shell command -v clang-format-14 || echo clang-format)
C_FILES = $(shell git ls-files 'src/*.[ch]' 'tests/*.[ch]')
JOBS ?= 2
PORT ?= 8080
DATA ?= data

.DEFAULT_GOAL := all
.PHONY: all help deps web asan tsan run test check bench soak fmt lint fuzz \
	cover budget layers deb dist clean

help: ## what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 12

deps: ## install what building and testing needs
	@deploy/deps.sh

all: deps web ## the program (build/anwei) and its screens (web/dist)
	cmake -G Ninja -S . -B build -DCMAKE_BUILD_TYPE=RelWithDebInfo >/dev/null
	cmake --build build -j $(JOBS)

web: deps
	@if [ -f web/package.json ]; then deploy/web.sh; fi

asan: deps ## the same with AddressSanitizer, in build/asan
	cmake -G Ninja -S . -B build/asan -DSANITIZE=address >/dev/null
	cmake --build build/asan -j $(JOBS)

tsan: deps ## the same with ThreadSanitizer, in build/tsan
	cmake -G Ninja -S . -B build/tsan -DSANITIZE=thread >/dev/null
	cmake --build build/tsan -j $(JOBS)

run: all ## build and start with a demo company; PORT=8080 DATA=data
	@deploy/run.sh $(PORT) $(DATA)

test: deps ## everything; prints the seconds of each stage
	@tests/run.py

check: asan ## the C tests only, on SQLite, with AddressSanitizer
	@ctest --test-dir build/asan -j $(JOBS) --output-on-failure

bench: all ## the figures, each beside its baseline of the same run
	@tests/bench/run.py

soak: all asan ## the bad days in full, then hours of mixed load; HOURS=1
	@/usr/bin/python3 tests/bench/baddays.py
	@/usr/bin/python3 tests/bench/soak.py

fmt: deps ## lay out C and TypeScript
	$(CLANG_FORMAT) -i $(C_FILES)
	cd web && npx biome check --write .

lint: deps ## the layout as it should be?
	$(CLANG_FORMAT) --dry-run -Werror $(C_FILES)
	cd web && npx biome ci .

fuzz: deps ## each fuzz target; SECONDS_EACH=30
	@tests/run.py --only fuzz

cover: deps ## which lines the C tests reach: build/cover/index.html
	cmake -G Ninja -S . -B build/cover -DCMAKE_BUILD_TYPE=Debug \
		-DCMAKE_C_FLAGS=--coverage >/dev/null
	cmake --build build/cover -j $(JOBS)
	ctest --test-dir build/cover -j $(JOBS) --output-on-failure
	gcovr -r . -f src/ --object-directory build/cover \
		--html-details build/cover/index.html --print-summary

budget: ## lengths of functions and files
	@tests/budget.py

layers: ## which way the includes point
	@tests/layers.py

deb: all ## a Debian package in build/
	cmake --build build --target made
	cd build && cpack -G DEB >cpack.log || { cat cpack.log; false; }
	@ls -l build/*.deb

dist: ## the sources as an archive in build/
	mkdir -p build
	git archive --format=tar --prefix=anwei-$(VERSION)/ HEAD | \
		xz -9 >build/anwei-$(VERSION).tar.xz
	@ls -l build/anwei-$(VERSION).tar.xz
VERSION = $(shell awk '/^project/ { print $$3 }' CMakeLists.txt)

clean: ## remove what was built; data/ stays
	rm -rf build web/dist
