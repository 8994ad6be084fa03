# Briefing: every target works on a fresh Debian or Ubuntu machine with Go and git.
GO      ?= go
VERSION := $(shell sed -n 's/^Version *= *"\(.*\)"/\1/p' FyneApp.toml 2>/dev/null)
LDFLAGS := -s -w -X briefing/internal/cli.version=$(VERSION)
QUICK   := CGO_ENABLED=0 $(GO)
TAGS    := -tags headless,ci

.PHONY: demo test crash soak build headless run lint bench bench-duckdb bench-import bench-pages bench-book bench-window windows wine licences clean quick

demo: ## set up, build, write the example pack and workbook to out/, open the window if there is a display
	scripts/packages.sh window
	$(MAKE) build headless
	bin/briefing-headless demo out
	@if [ -n "$$DISPLAY" ] || [ -n "$$WAYLAND_DISPLAY" ]; then bin/briefing out/demo.briefing; \
	else echo "No display: the window is not opened. Look at out/demo-ru.pdf and out/demo.xlsx."; fi

test: ## set up and run all tests; the last line counts them
	scripts/packages.sh window pictures outputs
	scripts/test.sh

quick: ## the tests that need no C compiler
	$(QUICK) test $(TAGS) ./...

# The toolkit's font of emoji is read once for each style of text, 25 MB and a
# fifth of a second; the machine's own font shows them without it. Its animations
# are the fading caret and buttons that light up: for each step the whole window
# is drawn anew, a fifth of a processor for as long as a field has the caret.
WINDOW := no_emoji,no_animations
build: ## the program with its window
	$(GO) build -trimpath -tags $(WINDOW) -ldflags '$(LDFLAGS)' -o bin/briefing ./cmd/briefing

headless: ## the same commands without a window and without cgo
	$(QUICK) build -trimpath -tags headless -ldflags '$(LDFLAGS)' -o bin/briefing-headless ./cmd/briefing

run: build
	bin/briefing

crash: ## kills, errors, a full disk and power cuts at every call that changes the disk
	scripts/crash.sh

soak: ## all cases of the tests that try a part of them in the quick run
	BRIEFING_SOAK=1 $(QUICK) test $(TAGS) -timeout 60m -run 'NoFlippedBit|UndoAndRedoFollow|HundredThousandSteps|TwoGigabytes' -v ./internal/store
	BRIEFING_SOAK=1 $(QUICK) test $(TAGS) -timeout 60m -run 'CancelledAtAnyMoment' -v ./internal/app

lint: ## import rules and style
	scripts/tool.sh golangci-lint github.com/golangci/golangci-lint/v2/cmd/golangci-lint v2.11.4
	CGO_ENABLED=0 bin/tools/golangci-lint run --build-tags headless,ci ./...

bench: headless ## speeds named in docs/performance.md
	$(QUICK) test $(TAGS) -run '^$$' -bench . -skip Bulk -benchtime 0.3s -benchmem ./internal/...
	$(QUICK) test $(TAGS) -run '^$$' -bench Bulk -benchtime 15x ./internal/figure
	$(QUICK) test $(TAGS) -run '^$$' -bench Bulk -benchtime 5x ./internal/store
	scripts/bench.sh

bench-duckdb: ## five million rows, ours and DuckDB's by turns, in one run; needs a C compiler
	cd bench && CGO_ENABLED=1 $(GO) run .

bench-import: headless ## a million rows and a workbook, read by us, DuckDB, pandas and openpyxl by turns; ROWS=5000000 for others
	scripts/packages.sh peers
	cd bench && CGO_ENABLED=1 $(GO) run ./importing -rows $(or $(ROWS),1000000) -briefing ../bin/briefing-headless -python /usr/bin/python3

bench-book: ## a workbook of 250 000 rows and 12 columns written by us, XlsxWriter and openpyxl by turns; ROWS=1000000 TIMES=1 takes some ten minutes
	scripts/packages.sh peers
	cd bench && CGO_ENABLED=0 $(GO) build -o ../bin/bench-book ./books
	bin/bench-book -rows $(or $(ROWS),250000) -times $(or $(TIMES),3)

bench-pages: ## a pack of thirty pages set by us, Typst, ReportLab, WeasyPrint and LibreOffice by turns; TYPST=path of the compiler, bench/pages/typst.js for a newer one
	scripts/packages.sh setters
	cd bench && CGO_ENABLED=0 $(GO) build -o ../bin/bench-pages ./pages
	for l in ru zh; do bin/bench-pages -lang $$l -typst $(or $(TYPST),typst); done

bench-window: build ## the real window on a display of its own: start, keys, screens, scrolling, memory, rest; ROWS=5000000 for others
	scripts/packages.sh window pictures
	cd bench && CGO_ENABLED=0 $(GO) build -o ../bin/bench-window ./window
	cd bench && CGO_ENABLED=1 $(GO) build -trimpath -tags $(WINDOW) -ldflags '-s -w' -o ../bin/bare ./window/bare
	bin/bench-window -bare bin/bare -rows $(or $(ROWS),0)

windows: ## bin/briefing.exe and the console build, from Linux
	scripts/packages.sh windows
	scripts/windows.sh '$(LDFLAGS)'

wine: windows ## try the Windows build under Wine
	scripts/packages.sh wine
	scripts/wine.sh

licences: ## rewrite THIRD-PARTY.md from the modules that are linked
	scripts/licences.sh

clean:
	rm -rf bin out
