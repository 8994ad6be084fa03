#!/usr/bin/env bash
# Writes THIRD-PARTY.md: the modules linked into the program with their licences,
# as found by go-licenses.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/tool.sh go-licenses github.com/google/go-licenses/v2 v2.0.1
{
  echo "# Third-party modules in Briefing"
  echo
  echo "Made by \`make licences\` (go-licenses) from the packages that the program links. Fonts: see assets/licences."
  echo
  echo "| package | licence |"
  echo "|---|---|"
  GOFLAGS=-tags=headless CGO_ENABLED=0 bin/tools/go-licenses report ./cmd/briefing --ignore briefing 2>/dev/null | awk -F, '{print "| " $1 " | " $3 " |"}' | sort -u
  echo "| fyne.io/fyne/v2 (window) | BSD-3-Clause |"
} > THIRD-PARTY.md
