#!/usr/bin/env bash
# Kills the program at each of its calls that change the disk, lets each of
# them fail, fills a disk, and cuts the power (docs/faults.md). CRASH_KILLS
# names a number of calls to try in place of all.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8 CGO_ENABLED=0 CRASH_KILLS=${CRASH_KILLS:-all}
go test -tags headless,ci,faults -count=1 -timeout 120m -v ./internal/store/crashtest
go test -tags headless,ci -count=1 -timeout 60m -v -run 'Power' ./internal/store
