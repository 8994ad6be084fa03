#!/usr/bin/env bash
# Times the headless program as a user feels it: process start included.
# Prints the median of eleven runs of each.
set -euo pipefail
cd "$(dirname "$0")/.."
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
export BRIEFING_STATE="$dir/state"
bin=bin/briefing-headless
$bin demo "$dir" >/dev/null
median() {
  local name=$1; shift
  for _ in $(seq 11); do
    local a b
    a=$(date +%s%N); "$@" >/dev/null 2>&1; b=$(date +%s%N)
    echo $(((b - a) / 10000))
  done | sort -n | awk -v n="$name" '{v[NR]=$1} END {printf "%-32s median %7.2f ms  min %7.2f  max %7.2f\n", n, v[6]/100, v[1]/100, v[11]/100}'
}
median "version (process start)" $bin version
for l in ru en zh; do
  median "export --pdf, $l" $bin export "$dir/demo.briefing" --pdf "$dir/x.pdf" --lang $l --draft
done
median "export --xlsx" $bin export "$dir/demo.briefing" --xlsx "$dir/x.xlsx" --draft
median "demo (all five files)" $bin demo "$dir"
ls -l "$dir"/*.pdf "$dir"/*.xlsx | awk '{print $5, $9}' | sed "s|$dir/||"
