#!/usr/bin/env bash
# tool.sh NAME PACKAGE VERSION: builds a Go tool into bin/tools unless it is there in that version.
set -euo pipefail
name=$1 package=$2 version=$3
dir="$(cd "$(dirname "$0")/.." && pwd)/bin/tools"
mark="$dir/.$name-$version"
[ -x "$dir/$name" ] && [ -e "$mark" ] && exit 0
mkdir -p "$dir"
GOBIN="$dir" GOFLAGS=-mod=mod go install "$package@$version"
touch "$mark"
