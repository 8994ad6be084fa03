#!/usr/bin/env bash
# Runs every test and closes with one line of counts. Parts:
#  1 all packages without cgo, the window's in the toolkit's test driver;
#  2 vet for the systems that can't be run here;
#  3 the real window under Xvfb (skipped by name where there is no display server).
set -uo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8
log=$(mktemp)
trap 'rm -f "$log"' EXIT
failed=0

echo "== tests without cgo"
CGO_ENABLED=0 go test -json -timeout 25m -tags headless,ci ./... >"$log" || failed=1
go run ./scripts/testcount -report <"$log"

echo "== vet: linux, windows, darwin, 386"
vet() { env "$@" CGO_ENABLED=0 go vet -tags headless,ci ./... || { echo "vet failed: $*"; failed=1; }; }
vet GOOS=linux
vet GOOS=windows
vet GOOS=darwin GOARCH=arm64
vet GOOS=linux GOARCH=386

echo "== formatting"
unformatted=$(gofmt -l cmd internal assets scripts)
[ -z "$unformatted" ] || { echo "not gofmt-clean: $unformatted"; failed=1; }

echo "== the real window"
smoke=$(mktemp)
if scripts/smoke.sh >"$smoke" 2>&1; then
  echo '{"Action":"pass","Package":"smoke","Test":"RealWindow"}' >>"$log"
else
  echo '{"Action":"fail","Package":"smoke","Test":"RealWindow"}' >>"$log"
  failed=1
fi
tail -n 20 "$smoke"
rm -f "$smoke"

go run ./scripts/testcount <"$log"
exit $failed
