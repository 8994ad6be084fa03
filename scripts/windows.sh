#!/usr/bin/env bash
# Cross-builds bin/briefing.exe (window) and bin/briefing-cli.exe (console) from Linux.
set -euo pipefail
cd "$(dirname "$0")/.."
ldflags=${1:--s -w}
mkdir -p bin
res=cmd/briefing/resource_windows_amd64.syso
if [ -f packaging/windows/briefing.rc ]; then
  x86_64-w64-mingw32-windres -I packaging/windows -O coff -o "$res" packaging/windows/briefing.rc
fi
trap 'rm -f "$res"' EXIT
CGO_ENABLED=1 GOOS=windows GOARCH=amd64 CC=x86_64-w64-mingw32-gcc \
  go build -trimpath -tags no_emoji,no_animations -ldflags "-H=windowsgui $ldflags" -o bin/briefing.exe ./cmd/briefing
CGO_ENABLED=0 GOOS=windows GOARCH=amd64 \
  go build -trimpath -tags headless -ldflags "$ldflags" -o bin/briefing-cli.exe ./cmd/briefing
ls -l bin/briefing.exe bin/briefing-cli.exe
