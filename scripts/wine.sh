#!/usr/bin/env bash
# Tries the Windows build under Wine: the console build makes the example with
# the same bytes as the headless build here, files that another program has open
# are left alone (a test of internal/safefile), the end of the session
# reaches the program (a test of internal/desktop), and the window draws its first
# screen (picture in out/screens/windows.png). Debian's Wine lacks ProcessPrng,
# which Go's runtime needs: three lines of C over RtlGenRandom stand in for it.
set -euo pipefail
cd "$(dirname "$0")/.."
make -s headless
dir=$(mktemp -d)
export WINEPREFIX=$dir/prefix WINEDEBUG=-all WINEDLLOVERRIDES="mscoree=;mshtml=" LC_ALL=C.UTF-8
wine=$(command -v wine64 || echo /usr/lib/wine/wine64)
Xvfb :$((2000 + RANDOM % 900)) -displayfd 3 -screen 0 1440x900x24 3>"$dir/display" >/dev/null 2>&1 &
xvfb=$!
trap 'WINEPREFIX=$WINEPREFIX wineserver -k 2>/dev/null || wineserver64 -k 2>/dev/null || true; kill $xvfb 2>/dev/null || true; rm -rf "$dir"' EXIT
for _ in $(seq 50); do [ -s "$dir/display" ] && break; sleep 0.1; done
DISPLAY=:$(cat "$dir/display")
export DISPLAY
"$wine" wineboot -i >/dev/null 2>&1
printf '%s\n' '#include <windows.h>' 'BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);' \
  '__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE p, SIZE_T n) { return SystemFunction036(p, (ULONG)n); }' >"$dir/prng.c"
x86_64-w64-mingw32-gcc -shared -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" "$dir/prng.c" -ladvapi32
bin/briefing-headless demo "$dir/here" >/dev/null
mkdir "$dir/there"
"$wine" bin/briefing-cli.exe demo "Z:$dir/there" | tr -d '\r'
for f in demo-ru.pdf demo-en.pdf demo-zh.pdf demo.xlsx; do
  cmp "$dir/here/$f" "$dir/there/$f"
done
echo "the four outputs have the same bytes"
CGO_ENABLED=0 GOOS=windows GOARCH=amd64 go test -c -o "$dir/safefile.exe" ./internal/safefile
"$wine" "$dir/safefile.exe" -test.run TargetThatAnotherProgram -test.v | tr -d '\r'
CGO_ENABLED=0 GOOS=windows GOARCH=amd64 go test -tags headless,ci -c -o "$dir/desktop.exe" ./internal/desktop
"$wine" "$dir/desktop.exe" -test.run Session -test.v | tr -d '\r'
mkdir -p out/screens
"$wine" bin/briefing.exe "Z:$dir/there/demo.briefing" >"$dir/log" 2>&1 &
for _ in $(seq 300); do
  xdotool search --onlyvisible --name Briefing >/dev/null 2>&1 && break
  sleep 0.2
done
xdotool search --onlyvisible --name Briefing >/dev/null || { echo "no window"; cat "$dir/log"; exit 1; }
sleep 8
import -window root out/screens/windows.png
colours=$(identify -format %k out/screens/windows.png)
[ "$colours" -gt 20 ] || { echo "blank window: $colours colours"; cat "$dir/log"; exit 1; }
echo "the window is drawn, $colours colours"
