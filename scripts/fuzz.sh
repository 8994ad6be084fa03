#!/bin/sh
# Runs each fuzz target of the importer for a time (default two minutes), one
# after the other; stops at the first that fails. What a failure needed is kept
# by go in testdata/fuzz beside the test. docs/fuzz.md keeps the totals.
#   scripts/fuzz.sh [TIME] [PACKAGES…]
set -eu
cd "$(dirname "$0")/.."
time=${1:-2m}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- internal/importer internal/importer/clipboard internal/importer/decode internal/importer/delimited internal/importer/sniff internal/importer/htmltable internal/importer/dbf internal/importer/xls internal/importer/xlsx internal/importer/ods
for dir in "$@"; do
	for target in $(sed -n 's/^func \(Fuzz[A-Za-z0-9]*\)(.*/\1/p' "$dir"/*_test.go); do
		echo "== $dir $target"
		CGO_ENABLED=0 go test -tags headless,ci -run '^$' -fuzz "^$target\$" -fuzztime "$time" -fuzzminimizetime 10x "./$dir"
	done
done
