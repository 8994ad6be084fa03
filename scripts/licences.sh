#!/usr/bin/env bash
# Writes THIRD-PARTY.md: the modules linked into the programs with their licences.
set -euo pipefail
cd "$(dirname "$0")/.."
new=$(mktemp)
trap 'rm -f "$new"' EXIT
go run ./scripts/licences >"$new"
cp "$new" THIRD-PARTY.md
